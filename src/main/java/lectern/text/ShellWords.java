package lectern.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a command line into words as a shell would; nothing is expanded and no shell is run. */
public final class ShellWords {
  private ShellWords() {}

  /**
   * Splits at white space; quotes and backslashes keep together (POSIX Shell Command Language, 2.2
   * Quoting). An open quote ends with the line.
   *
   * @return the words, none for a blank line
   */
  public static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == 0 && Character.isWhitespace(c)) {
        if (word != null) words.add(word.toString());
        word = null;
        continue;
      }
      if (word == null) word = new StringBuilder();
      if (quote == 0 && (c == '\'' || c == '"')) quote = c;
      else if (c == quote) quote = 0;
      else if (isEscape(line, i, quote)) word.append(line.charAt(++i));
      else word.append(c);
    }
    if (word != null) words.add(word.toString());
    return words;
  }

  /** Between double quotes a backslash escapes only what means something there. */
  private static boolean isEscape(String line, int at, char quote) {
    if (line.charAt(at) != '\\' || quote == '\'' || at + 1 >= line.length()) return false;
    return quote == 0 || "\"\\$`".indexOf(line.charAt(at + 1)) >= 0;
  }
}
