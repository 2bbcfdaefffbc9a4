package lectern.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import lectern.serve.RemoteReader;
import lectern.text.Sanitizer;
import org.jspecify.annotations.Nullable;

/**
 * Streams, environment and working directory of one invocation. Handed in, so that the same command
 * serves a shell, a test and a reader over SSH.
 *
 * @param out not buffered; commands write in large pieces
 * @param inTty whether standard input is a terminal
 * @param outTty whether standard output is a terminal
 * @param columns of the terminal on standard output; 0 unknown
 * @param remoteReader the reader over SSH, for whom the posts that are served exist and no other
 *     file; none for a local reader
 */
public record CommandContext(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> env,
    Path workingDirectory,
    boolean inTty,
    boolean outTty,
    int columns,
    @Nullable RemoteReader remoteReader) {
  boolean isRemote() {
    return remoteReader != null;
  }

  /** Writes to standard output at once, as it is. */
  void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  void printError(RuntimeException e) {
    printError(String.valueOf(e.getMessage()));
  }

  /**
   * Writes {@code lectern: sentence} to standard error, on one line, with nothing in it that a
   * terminal would obey.
   */
  void printError(String sentence) {
    try {
      String line = "lectern: " + Sanitizer.sanitize(sentence) + "\n";
      err.write(line.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException closed) {
      // standard error is closed; the exit code still reports the error
    }
  }
}
