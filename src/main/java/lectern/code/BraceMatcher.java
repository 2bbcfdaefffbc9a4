package lectern.code;

/** Finds where an expression in braces ends, past strings, in a bounded stretch of text. */
final class BraceMatcher {
  /** UTF-16 units; an expression longer than this is not looked for. */
  private static final int MAX_LENGTH = 1024;

  private BraceMatcher() {}

  /**
   * @param from at the opening brace or parenthesis @return the index of its partner, or -1
   */
  static int findClosing(TokenPainter ink, int from, int end) {
    String s = ink.text;
    char opens = s.charAt(from);
    char closes = opens == '(' ? ')' : '}';
    int nested = 0;
    int most = Math.min(end, from + MAX_LENGTH);
    for (int i = from; i < most; i++) {
      char c = s.charAt(i);
      ink.stepCount++;
      if (c == opens) nested++;
      else if (c == closes && --nested == 0) return i;
      else if (c == '"' || c == '\'' || c == '`') {
        int to = findClosingQuote(s, i, Math.min(most, i + Lexer.LOOKAHEAD / 4), c);
        if (to > 0) i = to;
      } else if (c == '/' && i > from && startsRegex(s, i, from)) {
        int to = findClosingQuote(s, i, Math.min(most, i + Lexer.LOOKAHEAD / 4), c);
        if (to > 0) i = to;
      }
    }
    return -1;
  }

  /** Whether a slash opens a regular expression: an operator or a bracket stands before it. */
  private static boolean startsRegex(String s, int i, int from) {
    int before = s.charAt(i - 1) == ' ' ? i - 2 : i - 1;
    return before >= from && "(,=:[!&|?{;".indexOf(s.charAt(before)) >= 0;
  }

  /** The closing quote on the same line; -1: an apostrophe, not a quote. */
  private static int findClosingQuote(String s, int from, int most, char quote) {
    for (int i = from + 1; i < most && (s.charAt(i) != '\n' || quote == '`'); i++) {
      if (s.charAt(i) == '\\') i++;
      else if (s.charAt(i) == quote) return i;
    }
    return -1;
  }
}
