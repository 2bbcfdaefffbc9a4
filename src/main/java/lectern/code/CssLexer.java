package lectern.code;

/** CSS, SCSS and Less: selectors, properties, values, at-rules. */
final class CssLexer {
  private final TokenPainter ink;
  private final Language language;
  private final String s;
  private final int end;
  private int i;
  private boolean value;
  private int parens;

  CssLexer(TokenPainter ink, Language language, int from, int to) {
    this.ink = ink;
    this.language = language;
    this.s = ink.text;
    this.i = from;
    this.end = to;
  }

  void run() {
    while (i < end) {
      ink.steps++;
      step(s.charAt(i));
    }
  }

  private void step(char c) {
    if (s.startsWith("/*", i)) comment("*/");
    else if (s.startsWith("//", i) && language.is("line-comments")) comment("\n");
    else if (c == '"' || c == '\'') quoted(c);
    else if (c == '@') word(TokenPainter.KEYWORD, 1);
    else if (c == '$') word(TokenPainter.ATTRIBUTE, 1);
    else if (c == '{' || c == '}' || c == ';') {
      value = false;
      parens = 0;
      i++;
    } else if (c == '(' || c == ')') {
      parens += c == '(' ? 1 : -1;
      i++;
    } else if (c == ':' && !value && declares()) {
      value = true;
      i++;
    } else if (c == '#' && value) word(TokenPainter.NUMBER, 1);
    else if ((c == '.' || c == '#') && !value && i + 1 < end && Scanner.isWordStart(s.charAt(i + 1)))
      word(TokenPainter.TYPE, 1);
    else if (c == ':' && !value) word(TokenPainter.FUNCTION, s.startsWith("::", i) ? 2 : 1);
    else if (c == '!' && value) word(TokenPainter.KEYWORD, 1);
    else if (Scanner.isDigit(c)
        || (c == '.' || c == '-') && i + 1 < end && Scanner.isDigit(s.charAt(i + 1)) && value)
      number();
    else if (Scanner.isWordStart(c) || c == '-') name();
    else i++;
  }

  private void comment(String closes) {
    int to = s.indexOf(closes, i + 2);
    to = to < 0 || to >= end ? end : closes.equals("\n") ? to : to + 2;
    ink.put(i, to, TokenPainter.COMMENT);
    i = to;
  }

  private void quoted(char quote) {
    int from = i++;
    while (i < end && s.charAt(i) != quote && s.charAt(i) != '\n') i += s.charAt(i) == '\\' ? 2 : 1;
    i = Math.min(end, i + 1);
    ink.put(from, i, TokenPainter.STRING);
  }

  private void word(byte role, int skip) {
    int from = i;
    i += skip;
    while (i < end && (Scanner.isWord(s.charAt(i)) || s.charAt(i) == '-')) i++;
    ink.put(from, i, role);
  }

  private void number() {
    int from = i++;
    while (i < end && (Scanner.isWord(s.charAt(i)) || s.charAt(i) == '.' || s.charAt(i) == '%')) i++;
    ink.put(from, i, TokenPainter.NUMBER);
  }

  private void name() {
    int from = i++;
    while (i < end && (Scanner.isWord(s.charAt(i)) || s.charAt(i) == '-')) i++;
    if (i < end && s.charAt(i) == '(') {
      ink.put(from, i, TokenPainter.FUNCTION);
      if (i - from == 3 && s.startsWith("url", from)) address();
    } else if (value) ink.put(from, i, s.startsWith("--", from) ? TokenPainter.ATTRIBUTE : TokenPainter.CONSTANT);
    else if (parens > 0) ink.put(from, i, TokenPainter.ATTRIBUTE);
    else ink.put(from, i, declaration(i) ? TokenPainter.ATTRIBUTE : TokenPainter.TAG);
  }

  /** {@code url(img/page.png)}, which needs no quotes. */
  private void address() {
    int to = s.indexOf(')', i, Math.min(end, i + TokenPainter.AHEAD));
    if (to < 0 || to == i + 1 || "\"'$# ".indexOf(s.charAt(i + 1)) >= 0) return;
    ink.put(i + 1, to, TokenPainter.STRING);
    i = to;
    parens++;
  }

  /** Whether what begins here is {@code property:}, not a selector with a pseudo-class. */
  private boolean declaration(int at) {
    int k = at;
    while (k < end && s.charAt(k) == ' ') k++;
    return k < end && s.charAt(k) == ':' && endsAsDeclaration(k + 1);
  }

  private boolean declares() {
    return endsAsDeclaration(i + 1);
  }

  /** A declaration ends in {@code ;} or {@code }} before any {@code {}. */
  private boolean endsAsDeclaration(int from) {
    int most = Math.min(end, from + TokenPainter.AHEAD);
    for (int k = from; k < most; k++) {
      char c = s.charAt(k);
      ink.steps++;
      if (c == ';' || c == '}' || c == '\n') return true;
      if (c == '{' || c == ',' && from < end && s.charAt(from) != ' ') return false;
    }
    return from < end && s.charAt(from) == ' ';
  }
}
