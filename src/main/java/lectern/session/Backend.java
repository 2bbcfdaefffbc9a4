package lectern.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.PostBody;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.ReaderHistory;
import org.jspecify.annotations.Nullable;

/** The file, editor, browser and clock operations that a session needs. */
public interface Backend {
  /**
   * The text of a post.
   *
   * @throws IOException saying why it cannot be read
   */
  PostBody readBody(Entry entry) throws IOException;

  /**
   * A post that a link names and the catalog does not have; from then on it has it.
   *
   * @param name path below the folder
   */
  default @Nullable Entry resolveFile(String name) {
    return null;
  }

  /** The folder as it was read last. */
  Catalog catalog();

  /**
   * The folder as it is now.
   *
   * @throws IOException when it cannot be read at all
   */
  Catalog reload() throws IOException;

  /** Saves the history; what another lectern saved in the meantime is not lost. */
  void save(ReaderHistory history) throws IOException;

  /**
   * The theme of a name, and what is wrong with its file.
   *
   * @throws IllegalArgumentException when there is none
   */
  Theme.Loaded loadTheme(String name);

  /**
   * Opens the file in an editor and waits for its end.
   *
   * @param line from 1
   * @return what is worth saying of how it ended; empty when all is well
   * @throws IOException when it cannot be started
   */
  String edit(Path file, int line) throws IOException;

  /** Shows an address in the browser that is configured; does not wait. */
  void browse(String address) throws IOException;

  /**
   * Reports changes of the folder from now on, from another thread.
   *
   * @return what ends it
   */
  default Runnable watch(Consumer<Event> to) {
    return () -> {};
  }

  /** Stops the process (SIGTSTP). */
  void suspend();

  /** Milliseconds since 1970. */
  long now();

  /**
   * Writes the stack trace of an error in lectern itself to a log.
   *
   * @return where it can be read; empty if it cannot
   */
  String logError(Throwable error);

  /** Logs an error in lectern itself, and says so to the reader. */
  default String describeError(Throwable error) {
    String where = logError(error);
    return "Something went wrong inside lectern"
        + (where.isEmpty() ? "" : "; the details are in " + where);
  }
}
