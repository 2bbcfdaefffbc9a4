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
      painter.stepCount++;
      if (c == '<' && s.startsWith("</", i)) {
        scanClosingTag();
        if (--nested <= 0) return i;
      } else if (c == '<'
          && i + 1 < end
          && (Character.isLetter(s.charAt(i + 1)) || s.charAt(i + 1) == '>')) {
        if (!scanOpeningTag()) nested++;
        if (nested == 0) return i;
      } else if (c == '{') scanExpression();
      else i++;
    }
    return i;
  }

  private void scanClosingTag() {
    int to = s.indexOf('>', i);
    to = to < 0 || to >= end || to - i > TokenPainter.LOOKAHEAD ? Math.min(end, i + 2) : to + 1;
    painter.paintRange(i, to, TokenPainter.TAG);
    i = to;
  }

  /**
   * @return whether the tag closes itself
   */
  private boolean scanOpeningTag() {
    int from = i++;
    while (i < end && isNameChar(s.charAt(i))) i++;
    painter.paintRange(from, i, TokenPainter.TAG);
    if (i < end && s.charAt(i) == '<') scanTypeArguments();
    while (i < end) {
      char c = s.charAt(i);
      painter.stepCount++;
      if (c == '>') {
        painter.paintRange(i, ++i, TokenPainter.TAG);
        return false;
      }
      if (c == '/' && i + 1 < end && s.charAt(i + 1) == '>') {
        painter.paintRange(i, i + 2, TokenPainter.TAG);
        i += 2;
        return true;
      }
      if (c == '{') scanExpression();
      else if (c == '"' || c == '\'') scanString(c);
      else if (isNameChar(c)) scanAttribute();
      else if (c == '<') return false;
      else i++;
    }
    return false;
  }

  /** {@code <Table<Row>>}: what stands between the inner brackets are types. */
  private void scanTypeArguments() {
    int nested = 0;
    int most = Math.min(end, i + TokenPainter.LOOKAHEAD);
    for (int k = i; k < most && s.charAt(k) != '\n'; k++) {
      painter.stepCount++;
      if (s.charAt(k) == '<') nested++;
      else if (s.charAt(k) == '>' && --nested == 0) {
        painter.paintRange(i, k + 1, TokenPainter.TYPE);
        i = k + 1;
        return;
      }
    }
  }

  private static boolean isNameChar(char c) {
    return isWordPart(c) || c == '-' || c == '.' || c == ':';
  }

  private void scanAttribute() {
    int from = i;
    while (i < end && isNameChar(s.charAt(i))) i++;
    painter.paintRange(from, i, TokenPainter.ATTRIBUTE);
  }

  private void scanString(char quote) {
    int to = s.indexOf(quote, i + 1);
    to = to < 0 || to >= end ? Math.min(end, i + 1) : to + 1;
    painter.paintRange(i, to, TokenPainter.STRING);
    i = to;
  }

  private void scanExpression() {
    int close = BraceMatcher.findClosing(painter, i, end);
    if (close < 0) {
      i++;
      return;
    }
    painter.paintLanguage(language, i + 1, close, depth + 1);
    i = close + 1;
  }
}
