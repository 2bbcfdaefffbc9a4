package lectern.ssh;

import java.util.ArrayList;
import java.util.List;

/** Splits a command as a shell would split words, and does nothing else that a shell does. */
final class Words {
  private Words() {}

  /**
   * Blanks split; quotes and backslashes keep together. Nothing is expanded. An open quote ends
   * with the text.
   */
  static List<String> of(String command) {
    List<String> out = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote == 0 && (c == ' ' || c == '\t' || c == '\n')) {
        if (word != null) out.add(word.toString());
        word = null;
        continue;
      }
      if (word == null) word = new StringBuilder();
      if (quote == 0 && (c == '\'' || c == '"')) quote = c;
      else if (c == quote) quote = 0;
      else if (c == '\\' && quote != '\'' && i + 1 < command.length())
        word.append(command.charAt(++i));
      else word.append(c);
    }
    if (word != null) out.add(word.toString());
    return out;
  }
}
