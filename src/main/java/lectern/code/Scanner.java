package lectern.code;

/** Where a lexer of words is, and what it keeps of what it has seen. */
abstract class Scanner {
  final TokenPainter painter;
  final Language language;
  final String s;
  final int end;
  final int depth;
  int i;

  /**
   * Whether a value may begin here, so that {@code /} opens a regular expression and {@code <} an
   * element.
   */
  boolean expectsValue = true;

  boolean atLineStart = true;

  /** Brackets that are open. */
  int bracketDepth;

  Scanner(TokenPainter ink, Language language, int from, int to, int depth) {
    this.painter = ink;
    this.language = language;
    this.s = ink.text;
    this.i = from;
    this.end = to;
    this.depth = depth;
  }

  final boolean lookingAt(String mark) {
    return i + mark.length() <= end && s.startsWith(mark, i);
  }

  final int lineEnd(int from) {
    int to = s.indexOf('\n', from);
    return to < 0 || to > end ? end : to;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || c > 0x7f && Character.isLetter(c);
  }

  static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c);
  }

  final boolean paintAhead(int length, byte role) {
    painter.paintRange(i, Math.min(end, i + length), role);
    i = Math.min(end, i + length);
    expectsValue = true;
    return true;
  }

  final boolean paintToLineEnd(byte role) {
    int to = lineEnd(i);
    painter.paintRange(i, to, role);
    i = to;
    return true;
  }
}
