package lectern.code;

/** TOML, INI, properties and env files: tables, keys, values. */
final class TomlLexer {
  private final TokenPainter painter;
  private final String s;
  private final int end;

  /** Whether values need no quotes. */
  private final boolean allowsUnquoted;

  private int i;

  TomlLexer(TokenPainter ink, Language language, int from, int to) {
    this.painter = ink;
    this.allowsUnquoted = language.has("loose");
    this.s = ink.text;
    this.i = from;
    this.end = to;
  }

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
    if (c == '#' || c == ';') painter.paintRange(k, to, TokenPainter.COMMENT);
    else if (c == '[' && isHeader(k, to)) scanHeader(k, to);
    else {
      int equals = indexOfEquals(k, to);
      if (equals > 0) {
        int last = equals;
        while (last > k && s.charAt(last - 1) <= ' ') last--;
        painter.paintRange(k, last, TokenPainter.ATTRIBUTE);
        if (s.charAt(k) == '"' || s.charAt(k) == '\'')
          painter.paintRange(k, last, TokenPainter.STRING);
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

  /** A value that needs no quotes: all of it, up to a comment after a space. */
  private void scanUnquotedValue(int k, int to) {
    while (k < to && s.charAt(k) <= ' ') k++;
    int last = k;
    while (last < to && !(";#".indexOf(s.charAt(last)) >= 0 && s.charAt(last - 1) <= ' ')) last++;
    painter.paintRange(last, to, TokenPainter.COMMENT);
    while (last > k && s.charAt(last - 1) <= ' ') last--;
    // these files know no numbers and no truth, what looks like it is text
    painter.paintRange(k, last, TokenPainter.STRING);
  }

  private static boolean isConstant(String word) {
    return word.equals("true") || word.equals("false") || word.equals("on") || word.equals("off");
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
    painter.paintRange(k, Math.max(k, close), TokenPainter.TAG);
    if (comment >= 0 && comment < to) painter.paintRange(comment, to, TokenPainter.COMMENT);
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
        painter.paintRange(k, to, TokenPainter.COMMENT);
        return;
      } else if (s.startsWith("\"\"\"", k) || s.startsWith("'''", k)) {
        int close = s.indexOf(s.substring(k, k + 3), k + 3);
        int stop = close < 0 || close >= end ? end : close + 3;
        painter.paintRange(k, stop, TokenPainter.STRING);
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
    painter.paintRange(from, k, TokenPainter.STRING);
    for (int at = from; quote == '"' && at + 1 < k; at++)
      if (s.charAt(at) == '\\') painter.paintRange(at, ++at + 1, TokenPainter.ESCAPE);
    return k;
  }

  private int scanBareWord(int from, int to) {
    int k = from;
    while (k < to
        && ",]}#".indexOf(s.charAt(k)) < 0
        && (s.charAt(k) > ' '
            || k + 1 < to
                && Scanner.isDigit(s.charAt(k + 1))
                && Scanner.isDigit(s.charAt(k - 1)))) {
      if (s.charAt(k) == '=') {
        painter.paintRange(from, k, TokenPainter.ATTRIBUTE);
        return k;
      }
      k++;
    }
    if (k == from) k++;
    String word = s.substring(from, k);
    int after = k;
    while (after < to && s.charAt(after) == ' ') after++;
    if (after < to && s.charAt(after) == '=') painter.paintRange(from, k, TokenPainter.ATTRIBUTE);
    else if (isConstant(word)) painter.paintRange(from, k, TokenPainter.CONSTANT);
    else
      painter.paintRange(
          from,
          k,
          Scanner.isDigit(word.charAt(0))
                  || YamlLexer.isNumber(word)
                  || word.substring(word.charAt(0) == '-' || word.charAt(0) == '+' ? 1 : 0)
                      .equals("inf")
                  || word.equals("nan")
              ? TokenPainter.NUMBER
              : TokenPainter.STRING);
    return k;
  }

  private int lineEnd(int from) {
    int to = from >= end ? end : s.indexOf('\n', from);
    return to < 0 || to > end ? end : to;
  }
}
