package lectern.ui;

import java.util.List;
import lectern.layout.ReadingPosition;
import lectern.post.Entry;

/**
 * Something that should be done outside; the session does it, and what comes of it is an {@link
 * Event}.
 */
public sealed interface Effect {
  /**
   * Read a post and make it ready. @param ticket comes back with it, so that one no longer wanted
   * is known
   */
  record LoadPost(Entry entry, OpenTarget target, int requestId) implements Effect {}

  /** Look for a post that a link names, beside one that was opened alone. */
  record ResolveFile(String name, String fragment) implements Effect {}

  /** Read the folder again. */
  record Reload() implements Effect {}

  /** Find out which of these texts are known. */
  record HashPosts(List<Entry> entries) implements Effect {}

  /** Keep what is remembered of the reader. */
  record Save(ReaderHistory history) implements Effect {}

  /** Put into the clipboard. @param what it is, in words */
  record Copy(String text, String description) implements Effect {}

  /** Show with another theme from now on. */
  record SetTheme(String theme) implements Effect {}

  /** Draw everything again. */
  record Redraw() implements Effect {}

  /** Stop, as every program does at control-Z. */
  record Suspend() implements Effect {}

  /** Open an editor on a post; afterwards it is read again. @param line from 1 */
  record Edit(Entry entry, int line, ReadingPosition position, int requestId) implements Effect {}

  /** Show an address in the browser that is configured. */
  record Browse(String address) implements Effect {}

  /** Ring off. */
  record Quit() implements Effect {}
}
