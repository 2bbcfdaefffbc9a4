package lectern.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import lectern.serve.RemoteReader;

/**
 * What a command meets: streams, environment, folder. Handed in, so that the same command serves a
 * shell, a test and a reader from afar.
 *
 * @param out not buffered; commands write in large pieces
 * @param workingDirectory the current folder
 * @param inTty whether standard input is a terminal; so for the others
 * @param columns of the terminal on standard output; 0 unknown
 * @param remoteReader the reader from afar, who may see the posts that are served and no file
 *     beside them; null for a reader at home
 */
public record CommandContext(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> env,
    Path workingDirectory,
    boolean inTty,
    boolean outTty,
    boolean errTty,
    int columns,
    RemoteReader remoteReader) {
  /** Whether the reader is somebody else, over a network. */
  boolean isRemote() {
    return remoteReader != null;
  }
}
