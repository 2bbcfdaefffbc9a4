package lectern.code;

/** Finds the end of an expression in braces, skipping strings, within a bounded length. */
final class BraceMatcher {
  /** UTF-16 units; an expression longer than this is not looked for. */
  private static final int MAX_LENGTH = 1024;

  private BraceMatcher() {}

  /**
   * @param from index of the opening brace or parenthesis
   * @return index of its partner, or -1
   */
  static int findClosing(TokenPainter painter, int from, int end) {
    String s = painter.text;
    char opens = s.charAt(from);
    char closes = opens == '(' ? ')' : '}';
    int nested = 0;
    int limit = Math.min(end, from + MAX_LENGTH);
    for (int i = from; i < limit; i++) {
      char c = s.charAt(i);
      painter.stepCount++;
      if (c == opens) nested++;
      else if (c == closes && --nested == 0) return i;
      else if ("\"'`".indexOf(c) >= 0 || c == '/' && i > from && startsRegex(s, i, from)) {
        int to = findClosingQuote(s, i, Math.min(limit, i + Lexer.LOOKAHEAD / 4), c);
        if (to > 0) i = to;
      }
    }
    return -1;
  }

  /** Whether a slash follows an operator or an opening bracket, and so opens a regex. */
  private static boolean startsRegex(String s, int i, int from) {
    int before = s.charAt(i - 1) == ' ' ? i - 2 : i - 1;
    return before >= from && "(,=:[!&|?{;".indexOf(s.charAt(before)) >= 0;
  }

  /** Index of the closing quote on the same line; -1 for an apostrophe. */
  private static int findClosingQuote(String s, int from, int limit, char quote) {
    for (int i = from + 1; i < limit && (s.charAt(i) != '\n' || quote == '`'); i++) {
      if (s.charAt(i) == '\\') i++;
      else if (s.charAt(i) == quote) return i;
    }
    return -1;
  }
}
