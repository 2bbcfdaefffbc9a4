package lectern.code;

/** Where a lexer of words is, and what it keeps of what it has seen. */
abstract class Scanner {
  final TokenPainter ink;
  final Language language;
  final String s;
  final int end;
  final int depth;
  int i;

  /**
   * Whether a value may begin here, so that {@code /} opens a regular expression and {@code <} an
   * element.
   */
  boolean open = true;

  boolean lineStart = true;

  /** Brackets that are open. */
  int nested;

  Scanner(TokenPainter ink, Language language, int from, int to, int depth) {
    this.ink = ink;
    this.language = language;
    this.s = ink.text;
    this.i = from;
    this.end = to;
    this.depth = depth;
  }

  final boolean at(String mark) {
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

  static boolean isWord(char c) {
    return isWordStart(c) || isDigit(c);
  }

  final boolean skip(int length, byte role) {
    ink.put(i, Math.min(end, i + length), role);
    i = Math.min(end, i + length);
    open = true;
    return true;
  }

  final boolean rest(byte role) {
    int to = lineEnd(i);
    ink.put(i, to, role);
    i = to;
    return true;
  }
}
