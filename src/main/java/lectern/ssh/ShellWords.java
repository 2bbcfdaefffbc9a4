package lectern.ssh;

import java.util.ArrayList;
import java.util.List;

/** Splits a command as a shell would split words, and does nothing else that a shell does. */
public final class ShellWords {
  private ShellWords() {}

  /**
   * Blanks split; quotes and backslashes keep together. Nothing is expanded. An open quote ends
   * with the text.
   */
  public static List<String> split(String command) {
    List<String> out = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
        if (word != null) out.add(word.toString());
        word = null;
        continue;
      }
      if (word == null) word = new StringBuilder();
      if (quote == 0 && (c == '\'' || c == '"')) quote = c;
      else if (c == quote) quote = 0;
      else if (isEscape(c, quote, command, i)) word.append(command.charAt(++i));
      else word.append(c);
    }
    if (word != null) out.add(word.toString());
    return out;
  }

  /** Between double quotes a backslash is one, but before what means something there. */
  private static boolean isEscape(char c, char quote, String command, int at) {
    if (c != '\\' || quote == '\'' || at + 1 >= command.length()) return false;
    return quote == 0 || "\"\\$`".indexOf(command.charAt(at + 1)) >= 0;
  }
}
