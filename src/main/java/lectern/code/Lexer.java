package lectern.code;

import org.jspecify.annotations.Nullable;

/** A lexer of one language family: paints the tokens of a range of a block, in a single pass. */
abstract class Lexer {
  /** Characters looked at beyond the current one, at most. */
  static final int LOOKAHEAD = 512;

  /** Depth of expressions in strings; deeper ones are painted as strings. */
  static final int MAX_NESTED_DEPTH = TokenPainter.MAX_DEPTH / 4;

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

  /** The number of open brackets. */
  int bracketDepth;

  /**
   * @param depth how many languages or interpolations this range is embedded in
   */
  Lexer(TokenPainter painter, Language language, int from, int to, int depth) {
    this.painter = painter;
    this.language = language;
    this.s = painter.text;
    this.i = from;
    this.end = to;
    this.depth = depth;
  }

  /** Paints the range. Called once. */
  abstract void run();

  final boolean lookingAt(String mark) {
    return i + mark.length() <= end && s.startsWith(mark, i);
  }

  /** The character at an index; NUL beyond the end. */
  final char at(int index) {
    return index < end ? s.charAt(index) : 0;
  }

  /** The end of the word at an index; the index itself where there is none. */
  final int wordEnd(int from) {
    int to = from;
    while (isWordPart(at(to))) to++;
    return to;
  }

  final int skipSpaces(int from) {
    int to = from;
    while (at(to) == ' ') to++;
    return to;
  }

  final int lineEnd(int from) {
    int to = s.indexOf('\n', from);
    return to < 0 || to > end ? end : to;
  }

  /** The index after the next {@code closes}; the end where there is none. */
  final int indexAfter(String closes, int from) {
    int to = s.indexOf(closes, from);
    return to < 0 || to + closes.length() > end ? end : to + closes.length();
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

  final void paint(int from, int to, byte role) {
    painter.paint(from, to, role);
  }

  final void paintTo(int to, byte role) {
    painter.paint(i, to, role);
    i = to;
  }

  /** Paints a value, after which an operator is expected, and moves behind it; returns true. */
  final boolean acceptValue(int from, int to, byte role) {
    painter.paint(from, to, role);
    i = to;
    expectsValue = false;
    return true;
  }

  /** Paints what a value may follow, and moves behind it; returns true. */
  final boolean acceptOperator(int to, byte role) {
    paintTo(to, role);
    expectsValue = true;
    return true;
  }

  /** Paints a range in another language, one level deeper. */
  final void embed(@Nullable Language inner, int from, int to) {
    painter.paintLanguage(inner, from, to, depth + 1);
  }

  final void embed(String name, int from, int to) {
    embed(Languages.find(name), from, to);
  }

  /** Paints code in braces at the current position and moves behind it; skips a brace alone. */
  final void scanBraces(@Nullable Language inner) {
    int close = BraceMatcher.findClosing(painter, i, end);
    if (close > 0) embed(inner, i + 1, close);
    i = Math.max(i, close) + 1;
  }

  /**
   * Paints the end of a tag at the current position and moves behind it; false if none is there.
   */
  final boolean tryTagEnd() {
    if (!lookingAt(">") && !lookingAt("/>")) return false;
    paintTo(s.charAt(i) == '>' ? i + 1 : i + 2, Token.TAG);
    return true;
  }

  /** Whether a character belongs to the name of a tag or an attribute. */
  static boolean isTagNamePart(char c) {
    return isWordPart(c) || c == '-' || c == ':' || c == '.';
  }
}
