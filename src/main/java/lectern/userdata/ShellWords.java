package lectern.userdata;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program and its arguments written as one line: words with spaces between, quotes and
 * backslashes as the shell has them. Nothing is looked up or expanded, and no shell is ever asked.
 */
public final class ShellWords {
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;

  private ShellWords() {}

  /** The words; none for an empty line. A line that is the path of a program is one word. */
  public static List<String> split(String line) {
    if (line.indexOf(' ') > 0 && isExecutablePath(line.strip())) return List.of(line.strip());
    ShellWords all = new ShellWords();
    all.splitLine(line);
    return List.copyOf(all.words);
  }

  private static boolean isExecutablePath(String path) {
    try {
      return path.startsWith("/")
          && Files.isRegularFile(Path.of(path))
          && Files.isExecutable(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void splitLine(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean escaped =
          c == '\\' && i + 1 < line.length() && isEscapable(quote, line.charAt(i + 1));
      if (escaped) append(line.charAt(++i));
      else if (c == quote) quote = 0;
      else if (quote != 0) append(c);
      else if (c == '\'' || c == '"') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c)) endWord();
      else append(c);
    }
    endWord();
  }

  /** Whether a backslash takes the meaning of the character after it (POSIX, 2.2). */
  private static boolean isEscapable(char quote, char next) {
    return quote == 0 || quote == '"' && (next == '"' || next == '\\');
  }

  private void append(char c) {
    word.append(c);
    inWord = true;
  }

  private void endWord() {
    if (inWord) words.add(word.toString());
    word.setLength(0);
    inWord = false;
  }
}
