package lectern.code;

/** An element in a program: {@code <a b="c" d={e}>text {f}</a>}. Its text is plain. */
final class JsxLexer extends Lexer {
  JsxLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
  }

  /** Ends behind the element. */
  @Override
  void run() {
    int nested = 0;
    while (i < end) {
      char c = s.charAt(i);
      painter.stepCount++;
      if (c == '<' && s.startsWith("</", i)) {
        scanClosingTag();
        if (--nested <= 0) return;
      } else if (c == '<' && (Character.isLetter(at(i + 1)) || at(i + 1) == '>')) {
        if (!scanOpeningTag()) nested++;
        if (nested == 0) return;
      } else if (c == '{') scanBraces(language);
      else i++;
    }
  }

  private void scanClosingTag() {
    int to = s.indexOf('>', i);
    to = to < 0 || to >= end || to - i > LOOKAHEAD ? Math.min(end, i + 2) : to + 1;
    paintTo(to, Token.TAG);
  }

  /**
   * @return whether the tag closes itself
   */
  private boolean scanOpeningTag() {
    int from = i++;
    while (isTagNamePart(at(i))) i++;
    paint(from, i, Token.TAG);
    if (at(i) == '<') scanTypeArguments();
    while (i < end) {
      char c = s.charAt(i);
      painter.stepCount++;
      if (tryTagEnd()) return c == '/';
      if (c == '{') scanBraces(language);
      else if (c == '"' || c == '\'') scanString(c);
      else if (isTagNamePart(c)) scanAttribute();
      else if (c == '<') return false;
      else i++;
    }
    return false;
  }

  /** {@code <Table<Row>>}: types between the inner brackets. */
  private void scanTypeArguments() {
    int nested = 0;
    int limit = Math.min(end, i + LOOKAHEAD);
    for (int k = i; k < limit && s.charAt(k) != '\n'; k++) {
      painter.stepCount++;
      if (s.charAt(k) == '<') nested++;
      else if (s.charAt(k) == '>' && --nested == 0) {
        paintTo(k + 1, Token.TYPE);
        return;
      }
    }
  }

  private void scanAttribute() {
    int from = i;
    while (isTagNamePart(at(i))) i++;
    paint(from, i, Token.ATTRIBUTE);
  }

  private void scanString(char quote) {
    int to = s.indexOf(quote, i + 1);
    to = to < 0 || to >= end ? Math.min(end, i + 1) : to + 1;
    paintTo(to, Token.STRING);
  }
}
