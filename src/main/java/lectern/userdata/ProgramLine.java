package lectern.userdata;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import lectern.text.ShellWords;

/** A program and its arguments, as {@code $EDITOR} or a setting names them on one line. */
public final class ProgramLine {
  private ProgramLine() {}

  /**
   * Splits a line as a shell would; a line that is the path of a program is one word.
   *
   * @return the program and its arguments, nothing for a blank line
   */
  public static List<String> parse(String line) {
    String path = line.strip();
    return path.indexOf(' ') > 0 && isProgram(path) ? List.of(path) : ShellWords.split(line);
  }

  private static boolean isProgram(String path) {
    try {
      Path file = path.startsWith("/") ? Path.of(path) : null;
      return file != null && Files.isRegularFile(file) && Files.isExecutable(file);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
