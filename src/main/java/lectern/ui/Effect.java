package lectern.ui;

import java.util.List;
import lectern.layout.ReadingPosition;
import lectern.post.Entry;
import org.jspecify.annotations.Nullable;

/** An operation that the session runs; its outcome is an {@link Event}. */
public sealed interface Effect {
  /**
   * Read a post and parse it.
   *
   * @param requestId echoed in {@link Event.PostLoaded}; lets stale results be dropped
   */
  record LoadPost(Entry entry, OpenTarget target, int requestId) implements Effect {}

  /** Look for a post that a link names, beside one that was opened alone. */
  record ResolveFile(String name, String fragment) implements Effect {}

  /** Read the folder again. */
  record Reload() implements Effect {}

  /** Hash these posts, to match them against the history. */
  record HashPosts(List<Entry> entries) implements Effect {}

  record Save(ReaderHistory history) implements Effect {}

  /**
   * Put text into the clipboard.
   *
   * @param description what it is, in words
   */
  record Copy(String text, String description) implements Effect {}

  /** Show with another theme from now on. */
  record SetTheme(String theme) implements Effect {}

  /** Draw everything again. */
  record Redraw() implements Effect {}

  /** Stop the process, as control-Z does. */
  record Suspend() implements Effect {}

  /**
   * Open an editor on a post; afterwards the post is read again.
   *
   * @param line from 1
   * @param position to come back to, when the post is open
   */
  record Edit(Entry entry, int line, @Nullable ReadingPosition position, int requestId)
      implements Effect {}

  /** Show an address in the configured browser. */
  record Browse(String address) implements Effect {}

  /** End the session. */
  record Quit() implements Effect {}
}
