package lectern.code;

import java.util.Set;

/** YAML 1.2: keys, scalars, block scalars, anchors, comments. */
final class YamlLexer extends Lexer {
  private static final Set<String> CONSTANTS =
      Set.of("true false null True False Null TRUE FALSE NULL ~ yes no on off".split(" "));

  YamlLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
  }

  @Override
  void run() {
    while (i < end) {
      int to = lineEnd(i);
      scanLine(i, to);
      i = Math.max(i, to) + 1;
    }
  }

  private void scanLine(int from, int to) {
    int k = from;
    while (k < to && s.charAt(k) == ' ') k++;
    int indent = k - from;
    if (indent == 0 && k < to && s.charAt(k) == '%') {
      paint(k, to, Token.OPERATOR);
      return;
    }
    if (indent == 0 && (s.startsWith("---", k) || s.startsWith("...", k))) {
      paint(k, k + 3, Token.OPERATOR);
      scanValue(k + 3, to, indent);
      return;
    }
    while (k + 1 < to && (s.charAt(k) == '-' || s.charAt(k) == '?') && s.charAt(k + 1) == ' ') {
      indent = k - from;
      k += 2;
      while (k < to && s.charAt(k) == ' ') k++;
    }
    int colon = keyEnd(k, to);
    if (colon >= 0) {
      paint(k, colon, Token.ATTRIBUTE);
      k = colon + 1;
    }
    scanValue(k, to, indent);
  }

  /** The colon that ends the key that begins here; -1 for none. */
  private int keyEnd(int from, int to) {
    if (from >= to || "#[{&*!|>".indexOf(s.charAt(from)) >= 0) return -1;
    char quote = s.charAt(from) == '"' || s.charAt(from) == '\'' ? s.charAt(from) : 0;
    int k = from;
    if (quote != 0) {
      for (k++; k < to && s.charAt(k) != quote; k++) if (s.charAt(k) == '\\') k++;
      k++;
    }
    for (; k < to; k++) {
      char c = s.charAt(k);
      painter.stepCount++;
      if (c == ':' && (k + 1 >= to || s.charAt(k + 1) == ' ')) return k;
      if (c == '#' && s.charAt(k - 1) == ' ') return -1;
    }
    return -1;
  }

  private void scanValue(int from, int to, int indent) {
    int k = from;
    while (k < to) {
      char c = s.charAt(k);
      painter.stepCount++;
      if (c == ' ' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}' || c == '\t'
          || c == ':') k++;
      else if (c == '#' && (k == 0 || s.charAt(k - 1) <= ' ')) {
        paint(k, to, Token.COMMENT);
        return;
      } else if (c == '|' || c == '>') {
        scanBlockScalar(to, indent);
        return;
      } else if (c == '&' || c == '*' || c == '!') k = paintToken(k, to, Token.ANNOTATION);
      else if (c == '"' || c == '\'') k = scanString(k, c);
      else k = scanPlainScalar(k, to);
      if (k > to) {
        i = lineEnd(Math.min(k, end));
        return;
      }
    }
  }

  private int paintToken(int from, int to, byte role) {
    int k = from;
    while (k < to && s.charAt(k) > ' ' && ",]}".indexOf(s.charAt(k)) < 0) k++;
    paint(from, k, role);
    return k;
  }

  /** May go over lines. */
  private int scanString(int from, char quote) {
    int k = from + 1;
    while (k < end) {
      char c = s.charAt(k);
      painter.stepCount++;
      if (c == '\\' && quote == '"') k++;
      else if (c == quote) {
        if (quote == '\'' && k + 1 < end && s.charAt(k + 1) == quote) k++;
        else break;
      }
      k++;
    }
    k = Math.min(end, k + 1);
    paint(from, k, Token.STRING);
    return k;
  }

  private int scanPlainScalar(int from, int to) {
    int k = from;
    boolean flow = isInsideFlow(from);
    while (k < to) {
      char c = s.charAt(k);
      if (c == '#' && s.charAt(k - 1) == ' ') break;
      if (flow && (c == ',' || c == ']' || c == '}')) break;
      if (flow && c == ':' && k + 1 < to && s.charAt(k + 1) == ' ') {
        paint(from, k, Token.ATTRIBUTE);
        return k;
      }
      k++;
    }
    int last = k;
    while (last > from && s.charAt(last - 1) == ' ') last--;
    paint(from, last, scalarRole(s.substring(from, last)));
    return Math.max(k, from + 1);
  }

  private boolean isInsideFlow(int at) {
    int from = Math.max(s.lastIndexOf('\n', at) + 1, at - LOOKAHEAD);
    for (int k = from; k < at; k++) if (s.charAt(k) == '[' || s.charAt(k) == '{') return true;
    return false;
  }

  private static byte scalarRole(String word) {
    if (CONSTANTS.contains(word)) return Token.CONSTANT;
    return isNumber(word) || isDate(word) ? Token.NUMBER : Token.STRING;
  }

  /** {@code 2025-11-03}, with a time after it or without. */
  private static boolean isDate(String word) {
    if (word.length() < 10 || word.charAt(4) != '-' || word.charAt(7) != '-') return false;
    for (int k = 0; k < word.length(); k++)
      if (!isDigit(word.charAt(k)) && "-:.TtZz+ ".indexOf(word.charAt(k)) < 0) return false;
    return true;
  }

  static boolean isNumber(String word) {
    int k = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
    if (word.startsWith("0x", k) || word.startsWith("0o", k)) return word.length() > k + 2;
    boolean digit = false;
    for (; k < word.length(); k++) {
      char c = word.charAt(k);
      if (isDigit(c)) digit = true;
      else if (c != '.' && c != '_' && c != 'e' && c != 'E' && c != '-' && c != '+') return false;
    }
    return digit && word.indexOf('-', 1) < 0;
  }

  /** A block scalar: all lines indented more than its key. */
  private void scanBlockScalar(int to, int indent) {
    int comment = s.indexOf(" #", i);
    paint(
        to - 1 < i ? i : indexOfBlockIndicator(to),
        comment >= 0 && comment < to ? comment : to,
        Token.OPERATOR);
    if (comment >= 0 && comment < to) paint(comment + 1, to, Token.COMMENT);
    int at = to;
    while (at < end) {
      int next = lineEnd(at + 1);
      int k = at + 1;
      while (k < next && s.charAt(k) == ' ') k++;
      painter.stepCount++;
      if (k < next && k - at - 1 <= indent) break;
      paint(Math.min(k, end), next, Token.STRING);
      at = next;
    }
    i = at;
  }

  private int indexOfBlockIndicator(int to) {
    int k = to - 1;
    while (k > i && "|>+-0123456789".indexOf(s.charAt(k)) < 0) k--;
    while (k > i && "|>+-0123456789".indexOf(s.charAt(k - 1)) >= 0) k--;
    return k;
  }
}
