package lectern.ui;

import java.util.Map;
import lectern.post.Catalog;
import lectern.post.Entry;

/** Something that happened, and leads to another model. */
public sealed interface Event {
  record KeyPressed(Key key) implements Event {}

  /** Text of a bracketed paste: never keys. */
  record Pasted(String text) implements Event {}

  /**
   * A line was typed where there is no screen.
   *
   * @param size asked for again with each line, as nothing else tells of a change
   */
  record LineEntered(String text, Size size) implements Event {}

  record Resized(Size size) implements Event {}

  /**
   * @param button 0 left, 1 middle, 2 right, 64 wheel up, 65 wheel down
   * @param row from 0
   * @param column from 0
   */
  record MousePressed(int button, int row, int column) implements Event {}

  /** The terminal is gone: end of input, a hang-up, a signal. */
  record Disconnected(String reason) implements Event {
    public static final String HUNG_UP = "the terminal was closed";
    public static final String INTERRUPTED = "interrupted";
    public static final String TERMINATED = "terminated";
  }

  /** The process received a request to suspend (SIGTSTP). */
  record SuspendRequested() implements Event {}

  /** Nothing came in the time asked for. */
  record Tick() implements Event {}

  /** The first frame is on the screen: time for what could wait. */
  record FirstFrameShown() implements Event {}

  /**
   * The folder was read again.
   *
   * @param requested whether the reader asked for it
   */
  record CatalogLoaded(Catalog catalog, boolean requested) implements Event {}

  /** A link led to a post that is in the catalog from now on. */
  record LinkedPostFound(Entry entry, String fragment) implements Event {}

  /**
   * A post was read from disk.
   *
   * @param requestId of the {@link Effect.LoadPost}
   */
  record PostLoaded(LoadedPost post, OpenTarget target, int requestId) implements Event {}

  /**
   * A copy was tried.
   *
   * @param failureReason why the terminal did not take it; empty: it did
   * @param description what it was, in words
   */
  record CopyFinished(String failureReason, String text, String description) implements Event {}

  /**
   * Posts were hashed.
   *
   * @param hashesByPath {@link LoadedPost#contentHash} by {@link Entry#key}
   */
  record HashesComputed(Map<String, String> hashesByPath) implements Event {}

  /** A sentence for the reader. */
  record Notice(String message) implements Event {}

  /**
   * An effect failed.
   *
   * @param message what, where, why, and what to do
   */
  record Failed(String message) implements Event {}
}
