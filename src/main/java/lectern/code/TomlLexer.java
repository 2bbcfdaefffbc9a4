package lectern.code;

import java.util.Set;

/** TOML, INI, properties and env files: tables, keys, values. */
final class TomlLexer extends Lexer {
  private static final Set<String> CONSTANTS = Set.of("true", "false", "on", "off");

  /** Whether values need no quotes. */
  private final boolean allowsUnquoted;

  TomlLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
    this.allowsUnquoted = language.has("loose");
  }

  @Override
  void run() {
    while (i < end) {
      int to = lineEnd(i);
      scanLine(to);
      i = Math.max(i, to) + 1;
    }
  }

  private void scanLine(int to) {
    int k = i;
    while (k < to && s.charAt(k) <= ' ') k++;
    if (k >= to) return;
    char c = s.charAt(k);
    if (c == '#' || c == ';') paint(k, to, Token.COMMENT);
    else if (c == '[' && isHeader(k, to)) scanHeader(k, to);
    else {
      int equals = indexOfEquals(k, to);
      if (equals > 0) {
        int last = equals;
        while (last > k && s.charAt(last - 1) <= ' ') last--;
        paint(k, last, Token.ATTRIBUTE);
        if (s.charAt(k) == '"' || s.charAt(k) == '\'') paint(k, last, Token.STRING);
        k = equals + 1;
        if (allowsUnquoted) {
          scanUnquotedValue(k, to);
          return;
        }
      }
      if (allowsUnquoted && equals < 0) scanUnquotedValue(k, to);
      else scanValue(k, to);
    }
  }

  /** A value without quotes: up to a comment after a space. */
  private void scanUnquotedValue(int k, int to) {
    while (k < to && s.charAt(k) <= ' ') k++;
    int last = k;
    while (last < to && !(";#".indexOf(s.charAt(last)) >= 0 && s.charAt(last - 1) <= ' ')) last++;
    paint(last, to, Token.COMMENT);
    while (last > k && s.charAt(last - 1) <= ' ') last--;
    // these files have no numbers or booleans
    paint(k, last, Token.STRING);
  }

  private boolean isHeader(int k, int to) {
    int close = s.indexOf(']', k);
    if (close < 0 || close >= to) return false;
    int after = s.startsWith("]]", close) ? close + 2 : close + 1;
    while (after < to && s.charAt(after) <= ' ') after++;
    return after >= to || s.charAt(after) == '#' || s.charAt(after) == ';';
  }

  private void scanHeader(int k, int to) {
    int close = s.lastIndexOf(']', to - 1) + 1;
    int comment = s.indexOf('#', k);
    if (comment >= 0 && comment < to) close = s.lastIndexOf(']', comment) + 1;
    paint(k, Math.max(k, close), Token.TAG);
    if (comment >= 0 && comment < to) paint(comment, to, Token.COMMENT);
  }

  private int indexOfEquals(int k, int to) {
    char quote = 0;
    for (; k < to; k++) {
      char c = s.charAt(k);
      painter.stepCount++;
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') quote = c;
      else if (c == '=') return k;
    }
    return -1;
  }

  private void scanValue(int k, int to) {
    while (k < to) {
      char c = s.charAt(k);
      painter.stepCount++;
      if (c <= ' ' || ",[]{}=".indexOf(c) >= 0) k++;
      else if (c == '#' || c == ';' && s.charAt(k - 1) == ' ') {
        paint(k, to, Token.COMMENT);
        return;
      } else if (s.startsWith("\"\"\"", k) || s.startsWith("'''", k)) {
        int close = s.indexOf(s.substring(k, k + 3), k + 3);
        int stop = close < 0 || close >= end ? end : close + 3;
        paint(k, stop, Token.STRING);
        k = stop;
        if (k > to) {
          i = lineEnd(Math.min(k, end));
          return;
        }
      } else if (c == '"' || c == '\'') k = scanString(k, to, c);
      else k = scanBareWord(k, to);
    }
  }

  private int scanString(int from, int to, char quote) {
    int k = from + 1;
    while (k < to && s.charAt(k) != quote) k += s.charAt(k) == '\\' && quote == '"' ? 2 : 1;
    k = Math.min(to, k + 1);
    paint(from, k, Token.STRING);
    for (int at = from; quote == '"' && at + 1 < k; at++)
      if (s.charAt(at) == '\\') paint(at, ++at + 1, Token.ESCAPE);
    return k;
  }

  private int scanBareWord(int from, int to) {
    int k = from;
    while (k < to
        && ",]}#".indexOf(s.charAt(k)) < 0
        && (s.charAt(k) > ' '
            || k + 1 < to && isDigit(s.charAt(k + 1)) && isDigit(s.charAt(k - 1)))) {
      if (s.charAt(k) == '=') {
        paint(from, k, Token.ATTRIBUTE);
        return k;
      }
      k++;
    }
    if (k == from) k++;
    String word = s.substring(from, k);
    int after = k;
    while (after < to && s.charAt(after) == ' ') after++;
    if (after < to && s.charAt(after) == '=') paint(from, k, Token.ATTRIBUTE);
    else if (CONSTANTS.contains(word)) paint(from, k, Token.CONSTANT);
    else paint(from, k, isNumber(word) ? Token.NUMBER : Token.STRING);
    return k;
  }

  private static boolean isNumber(String word) {
    char c = word.charAt(0);
    return isDigit(c)
        || YamlLexer.isNumber(word)
        || word.equals("nan")
        || word.substring(c == '-' || c == '+' ? 1 : 0).equals("inf");
  }
}
