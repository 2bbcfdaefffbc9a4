package lectern.code;

/** CSS, SCSS and Less: selectors, properties, values, at-rules. */
final class CssLexer {
  private final TokenPainter painter;
  private final Language language;
  private final String s;
  private final int end;
  private int i;
  private boolean inValue;
  private int parenDepth;

  CssLexer(TokenPainter ink, Language language, int from, int to) {
    this.painter = ink;
    this.language = language;
    this.s = ink.text;
    this.i = from;
    this.end = to;
  }

  void run() {
    while (i < end) {
      painter.stepCount++;
      scanToken(s.charAt(i));
    }
  }

  private void scanToken(char c) {
    if (s.startsWith("/*", i)) scanComment("*/");
    else if (s.startsWith("//", i) && language.has("line-comments")) scanComment("\n");
    else if (c == '"' || c == '\'') scanString(c);
    else if (c == '@') scanWord(TokenPainter.KEYWORD, 1);
    else if (c == '$') scanWord(TokenPainter.ATTRIBUTE, 1);
    else if (c == '{' || c == '}' || c == ';') {
      inValue = false;
      parenDepth = 0;
      i++;
    } else if (c == '(' || c == ')') {
      parenDepth += c == '(' ? 1 : -1;
      i++;
    } else if (c == ':' && !inValue && isDeclarationColon()) {
      inValue = true;
      i++;
    } else if (c == '#' && inValue) scanWord(TokenPainter.NUMBER, 1);
    else if ((c == '.' || c == '#')
        && !inValue
        && i + 1 < end
        && Scanner.isWordStart(s.charAt(i + 1))) scanWord(TokenPainter.TYPE, 1);
    else if (c == ':' && !inValue) scanWord(TokenPainter.FUNCTION, s.startsWith("::", i) ? 2 : 1);
    else if (c == '!' && inValue) scanWord(TokenPainter.KEYWORD, 1);
    else if (Scanner.isDigit(c)
        || (c == '.' || c == '-') && i + 1 < end && Scanner.isDigit(s.charAt(i + 1)) && inValue)
      scanNumber();
    else if (Scanner.isWordStart(c) || c == '-') scanName();
    else i++;
  }

  private void scanComment(String closes) {
    int to = s.indexOf(closes, i + 2);
    to = to < 0 || to >= end ? end : closes.equals("\n") ? to : to + 2;
    painter.paintRange(i, to, TokenPainter.COMMENT);
    i = to;
  }

  private void scanString(char quote) {
    int from = i++;
    while (i < end && s.charAt(i) != quote && s.charAt(i) != '\n') i += s.charAt(i) == '\\' ? 2 : 1;
    i = Math.min(end, i + 1);
    painter.paintRange(from, i, TokenPainter.STRING);
  }

  private void scanWord(byte role, int skip) {
    int from = i;
    i += skip;
    while (i < end && (Scanner.isWordPart(s.charAt(i)) || s.charAt(i) == '-')) i++;
    painter.paintRange(from, i, role);
  }

  private void scanNumber() {
    int from = i++;
    while (i < end && (Scanner.isWordPart(s.charAt(i)) || s.charAt(i) == '.' || s.charAt(i) == '%'))
      i++;
    painter.paintRange(from, i, TokenPainter.NUMBER);
  }

  private void scanName() {
    int from = i++;
    while (i < end && (Scanner.isWordPart(s.charAt(i)) || s.charAt(i) == '-')) i++;
    if (i < end && s.charAt(i) == '(') {
      painter.paintRange(from, i, TokenPainter.FUNCTION);
      if (i - from == 3 && s.startsWith("url", from)) scanUrl();
    } else if (inValue)
      painter.paintRange(
          from, i, s.startsWith("--", from) ? TokenPainter.ATTRIBUTE : TokenPainter.CONSTANT);
    else if (parenDepth > 0) painter.paintRange(from, i, TokenPainter.ATTRIBUTE);
    else painter.paintRange(from, i, isDeclaration(i) ? TokenPainter.ATTRIBUTE : TokenPainter.TAG);
  }

  /** {@code url(img/page.png)}, which needs no quotes. */
  private void scanUrl() {
    int to = s.indexOf(')', i, Math.min(end, i + TokenPainter.LOOKAHEAD));
    if (to < 0 || to == i + 1 || "\"'$# ".indexOf(s.charAt(i + 1)) >= 0) return;
    painter.paintRange(i + 1, to, TokenPainter.STRING);
    i = to;
    parenDepth++;
  }

  /** Whether what begins here is {@code property:}, not a selector with a pseudo-class. */
  private boolean isDeclaration(int at) {
    int k = at;
    while (k < end && s.charAt(k) == ' ') k++;
    return k < end && s.charAt(k) == ':' && endsLikeDeclaration(k + 1);
  }

  private boolean isDeclarationColon() {
    return endsLikeDeclaration(i + 1);
  }

  /** A declaration ends in {@code ;} or {@code }} before any {@code {}. */
  private boolean endsLikeDeclaration(int from) {
    int most = Math.min(end, from + TokenPainter.LOOKAHEAD);
    for (int k = from; k < most; k++) {
      char c = s.charAt(k);
      painter.stepCount++;
      if (c == ';' || c == '}' || c == '\n') return true;
      if (c == '{' || c == ',' && from < end && s.charAt(from) != ' ') return false;
    }
    return from < end && s.charAt(from) == ' ';
  }
}
