package lectern.post;

import java.nio.file.Path;

/**
 * Something wrong with a post, for its author.
 *
 * @param path the file
 * @param line from 1; 0 for the whole file
 * @param column from 1, in code points; 0 for the whole line
 * @param message a sentence, without the place
 */
public record Diagnostic(Path path, int line, int column, String message) {
  /** {@code line 4: mapping values …}, or the message alone where there is no line. */
  public String messageWithLine() {
    return line == 0 ? message : "line " + line + ": " + message;
  }
}
