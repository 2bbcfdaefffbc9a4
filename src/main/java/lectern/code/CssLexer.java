package lectern.code;

/** CSS, SCSS and Less: selectors, properties, values, at-rules. */
final class CssLexer extends Lexer {
  private boolean inValue;
  private int parenDepth;

  CssLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
  }

  @Override
  void run() {
    while (i < end) {
      painter.stepCount++;
      scanToken(s.charAt(i));
    }
  }

  private void scanToken(char c) {
    if (s.startsWith("/*", i)) paintTo(indexAfter("*/", i + 2), Token.COMMENT);
    else if (s.startsWith("//", i) && language.has("line-comments"))
      paintTo(lineEnd(i), Token.COMMENT);
    else if (c == '"' || c == '\'') scanString(c);
    else if (c == '@') scanWord(Token.KEYWORD, 1);
    else if (c == '$') scanWord(Token.ATTRIBUTE, 1);
    else if (c == '{' || c == '}' || c == ';') {
      inValue = false;
      parenDepth = 0;
      i++;
    } else if (c == '(' || c == ')') {
      parenDepth += c == '(' ? 1 : -1;
      i++;
    } else if (c == ':' && !inValue && endsLikeDeclaration(i + 1)) {
      inValue = true;
      i++;
    } else if (c == '#' && inValue) scanWord(Token.NUMBER, 1);
    else if ((c == '.' || c == '#') && !inValue && isWordStart(at(i + 1))) scanWord(Token.TYPE, 1);
    else if (c == ':' && !inValue) scanWord(Token.FUNCTION, s.startsWith("::", i) ? 2 : 1);
    else if (c == '!' && inValue) scanWord(Token.KEYWORD, 1);
    else if (isDigit(c) || (c == '.' || c == '-') && isDigit(at(i + 1)) && inValue) scanNumber();
    else if (isWordStart(c) || c == '-') scanName();
    else i++;
  }

  private void scanString(char quote) {
    int from = i++;
    while (i < end && s.charAt(i) != quote && s.charAt(i) != '\n') i += s.charAt(i) == '\\' ? 2 : 1;
    i = Math.min(end, i + 1);
    paint(from, i, Token.STRING);
  }

  private void scanWord(byte role, int skip) {
    int from = i;
    i += skip;
    while (isWordPart(at(i)) || at(i) == '-') i++;
    paint(from, i, role);
  }

  private void scanNumber() {
    int from = i++;
    while (isWordPart(at(i)) || at(i) == '.' || at(i) == '%') i++;
    paint(from, i, Token.NUMBER);
  }

  private void scanName() {
    int from = i++;
    while (isWordPart(at(i)) || at(i) == '-') i++;
    if (at(i) == '(') {
      paint(from, i, Token.FUNCTION);
      if (i - from == 3 && s.startsWith("url", from)) scanUrl();
    } else if (inValue) paint(from, i, s.startsWith("--", from) ? Token.ATTRIBUTE : Token.CONSTANT);
    else if (parenDepth > 0) paint(from, i, Token.ATTRIBUTE);
    else paint(from, i, isDeclaration(i) ? Token.ATTRIBUTE : Token.TAG);
  }

  /** {@code url(img/page.png)}, which needs no quotes. */
  private void scanUrl() {
    int to = s.indexOf(')', i, Math.min(end, i + LOOKAHEAD));
    if (to < 0 || to == i + 1 || "\"'$# ".indexOf(s.charAt(i + 1)) >= 0) return;
    paint(i + 1, to, Token.STRING);
    i = to;
    parenDepth++;
  }

  /** Whether what begins here is {@code property:}, not a selector with a pseudo-class. */
  private boolean isDeclaration(int at) {
    int k = skipSpaces(at);
    return at(k) == ':' && endsLikeDeclaration(k + 1);
  }

  /** A declaration ends in a semicolon or a closing brace before any opening one. */
  private boolean endsLikeDeclaration(int from) {
    int limit = Math.min(end, from + LOOKAHEAD);
    for (int k = from; k < limit; k++) {
      char c = s.charAt(k);
      painter.stepCount++;
      if (c == ';' || c == '}' || c == '\n') return true;
      if (c == '{' || c == ',' && from < end && s.charAt(from) != ' ') return false;
    }
    return at(from) == ' ';
  }
}
