package lectern.code;

/**
 * An element in a program: {@code <a b="c" d={e}>text {f}</a>}. Text is plain, so an apostrophe in
 * it is one.
 */
final class JsxLexer extends Scanner {

  JsxLexer(TokenPainter ink, Language language, int from, int end, int depth) {
    super(ink, language, from, end, depth);
  }

  /**
   * @return where the element ends
   */
  int run() {
    int nested = 0;
    while (i < end) {
      char c = s.charAt(i);
      ink.steps++;
      if (c == '<' && s.startsWith("</", i)) {
        closing();
        if (--nested <= 0) return i;
      } else if (c == '<'
          && i + 1 < end
          && (Character.isLetter(s.charAt(i + 1)) || s.charAt(i + 1) == '>')) {
        if (!opening()) nested++;
        if (nested == 0) return i;
      } else if (c == '{') expression();
      else i++;
    }
    return i;
  }

  private void closing() {
    int to = s.indexOf('>', i);
    to = to < 0 || to >= end || to - i > TokenPainter.AHEAD ? Math.min(end, i + 2) : to + 1;
    ink.put(i, to, TokenPainter.TAG);
    i = to;
  }

  /**
   * @return whether the tag closes itself
   */
  private boolean opening() {
    int from = i++;
    while (i < end && name(s.charAt(i))) i++;
    ink.put(from, i, TokenPainter.TAG);
    if (i < end && s.charAt(i) == '<') types();
    while (i < end) {
      char c = s.charAt(i);
      ink.steps++;
      if (c == '>') {
        ink.put(i, ++i, TokenPainter.TAG);
        return false;
      }
      if (c == '/' && i + 1 < end && s.charAt(i + 1) == '>') {
        ink.put(i, i + 2, TokenPainter.TAG);
        i += 2;
        return true;
      }
      if (c == '{') expression();
      else if (c == '"' || c == '\'') quoted(c);
      else if (name(c)) attribute();
      else if (c == '<') return false;
      else i++;
    }
    return false;
  }

  /** {@code <Table<Row>>}: what stands between the inner brackets are types. */
  private void types() {
    int nested = 0;
    int most = Math.min(end, i + TokenPainter.AHEAD);
    for (int k = i; k < most && s.charAt(k) != '\n'; k++) {
      ink.steps++;
      if (s.charAt(k) == '<') nested++;
      else if (s.charAt(k) == '>' && --nested == 0) {
        ink.put(i, k + 1, TokenPainter.TYPE);
        i = k + 1;
        return;
      }
    }
  }

  private static boolean name(char c) {
    return isWord(c) || c == '-' || c == '.' || c == ':';
  }

  private void attribute() {
    int from = i;
    while (i < end && name(s.charAt(i))) i++;
    ink.put(from, i, TokenPainter.ATTRIBUTE);
  }

  private void quoted(char quote) {
    int to = s.indexOf(quote, i + 1);
    to = to < 0 || to >= end ? Math.min(end, i + 1) : to + 1;
    ink.put(i, to, TokenPainter.STRING);
    i = to;
  }

  private void expression() {
    int close = BraceMatcher.close(ink, i, end);
    if (close < 0) {
      i++;
      return;
    }
    ink.paint(language, i + 1, close, depth + 1);
    i = close + 1;
  }
}
