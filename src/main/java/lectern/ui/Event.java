package lectern.ui;

import lectern.post.Catalog;
import lectern.post.Entry;

/** Something that happened, to which the state answers. */
public sealed interface Event {
  record KeyPressed(Key key) implements Event {}

  /** Text put in by bracketed paste: never keys. */
  record Pasted(String text) implements Event {}

  /**
   * A line was typed where there is no screen.
   *
   * @param size asked for again with each line, as nothing else tells of a change
   */
  record LineEntered(String text, Size size) implements Event {}

  record Resized(Size size) implements Event {}

  /**
   * @param button 0 left, 1 middle, 2 right, 64 wheel up, 65 wheel down @param row @param column
   *     from 0
   */
  record MousePressed(int button, int row, int column) implements Event {}

  /** The reader is gone: end of input, a hang-up, a signal. */
  record Disconnected(String reason) implements Event {
    public static final String HUNG_UP = "the terminal was closed";
    public static final String INTERRUPTED = "interrupted";
    public static final String TERMINATED = "terminated";
  }

  /** The process was asked from outside to stop for a while. */
  record SuspendRequested() implements Event {}

  /** Nothing came in the time asked for. */
  record Tick() implements Event {}

  /** The first picture is on the screen: time for what could wait. */
  record FirstFrameShown() implements Event {}

  /**
   * The folder was read: at the start, again, or because it changed. @param asked whether the
   * reader asked for it
   */
  record CatalogLoaded(Catalog catalog, boolean requested) implements Event {}

  /** A link led to a post that is in the catalog from now on. */
  record LinkedPostFound(Entry entry, String fragment) implements Event {}

  /** A post was read from disk. @param ticket that of the {@link Effect.LoadPost} it answers */
  record PostLoaded(LoadedPost post, OpenTarget target, int requestId) implements Event {}

  /**
   * A copy was tried. @param refused why the terminal did not take it; empty: it did @param what it
   * was, in words
   */
  record CopyFinished(String failureReason, String text, String description) implements Event {}

  /**
   * The texts of some posts were looked at, to tell whether they were read before. @param hashes
   * one a name
   */
  record HashesComputed(java.util.Map<String, String> hashesByPath) implements Event {}

  /** Something to say to the reader, a sentence: done elsewhere, or not possible. */
  record Notice(String message) implements Event {}

  /** An effect did not work. @param sentence what, where, why, and what to do */
  record Failed(String message) implements Event {}
}
