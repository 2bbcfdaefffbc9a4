package lectern.post;

import java.nio.file.Path;

/**
 * Something wrong with a post, said so that its author can mend it.
 *
 * @param path the file
 * @param line from 1; 0 when the problem is the whole file's
 * @param column from 1, in characters (code points); 0 when it is the whole line's
 * @param message a sentence, without place
 */
public record Diagnostic(Path path, int line, int column, String message) {
  /** {@code line 4: mapping values …}, or the reason alone where there is no line. */
  public String messageWithLine() {
    return line == 0 ? message : "line " + line + ": " + message;
  }
}
