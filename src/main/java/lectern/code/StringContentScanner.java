package lectern.code;

/** What stands between the marks of a string: text, escapes, variables, expressions. */
abstract class StringContentScanner extends Scanner {
  StringContentScanner(TokenPainter ink, Language language, int from, int to, int depth) {
    super(ink, language, from, to, depth);
  }

  final boolean allowsInterpolation() {
    return !language.interpolation().isEmpty()
        && !language.has("prefixed-holes")
        && canInterpolate(i);
  }

  /**
   * Whether the string that opens here may hold expressions: in Scala, one with a letter before.
   */
  private boolean canInterpolate(int at) {
    return !language.has("interpolators") || at > 0 && isWordStart(s.charAt(at - 1));
  }

  /**
   * From the opening mark at {@link #i} to the closing one, or to the line's end where the string
   * may not go on.
   */
  final void scanString(String mark, boolean raw, boolean lines, boolean holes) {
    int opens = i;
    int from = i;
    boolean sigils = mark.startsWith("\"") && language.has("string-sigils") && canInterpolate(from);
    boolean documents =
        language.has("docstrings") && mark.length() == 3 && atLineStart && bracketDepth == 0;
    i += mark.length();
    while (i < end) {
      char c = s.charAt(i);
      painter.stepCount++;
      if (c == '\n' && !lines) break;
      if (c == '\'' && language.has("indented") && mark.length() == 2 && skipDoubledEscape())
        continue;
      if (lookingAt(mark)) {
        i += mark.length();
        if (raw && language.has("doubled") && i < end && lookingAt(mark)) {
          i += mark.length();
          continue;
        }
        break;
      }
      // a brace written twice is one, where a single one opens an expression
      boolean brace = c == '{' && holes && lookingAt("{{") && language.interpolation().equals("{");
      if (holes
          && !brace
          && (lookingAt(language.interpolation()) || c == '%' && isTemplateDirective())) {
        painter.paintRange(from, i, TokenPainter.STRING);
        scanInterpolation();
        from = i;
      } else if (c == '$' && sigils && startsVariable(i + 1)) {
        painter.paintRange(from, i, TokenPainter.STRING);
        scanVariable();
        from = i;
      } else if (!raw && c == escapeChar()) {
        painter.paintRange(from, i, TokenPainter.STRING);
        scanEscape(lines);
        from = i;
      } else i += brace ? 2 : 1;
    }
    i = Math.min(i, end);
    painter.paintRange(from, i, TokenPainter.STRING);
    if (documents) painter.paintRange(opens, i, TokenPainter.COMMENT);
    else if (language.has("json") && isKey()) painter.paintRange(opens, i, TokenPainter.KEY);
    expectsValue = false;
  }

  /** In an indented string of Nix: {@code '''}, {@code ''$} and {@code ''\n} do not close it. */
  private boolean skipDoubledEscape() {
    if (!lookingAt("''") || i + 2 >= end || "'$\\".indexOf(s.charAt(i + 2)) < 0) return false;
    i += s.charAt(i + 2) == '\\' ? 4 : 3;
    return true;
  }

  /** {@code %{ if x }}: a part of a template of HCL. */
  private boolean isTemplateDirective() {
    return language.has("template-strings") && lookingAt("%{");
  }

  /** {@code \\n}, {@code \\x1b}, {@code \\u{1F600}}: the mark and what it takes with it. */
  private void scanEscape(boolean lines) {
    int to = i + 2;
    char kind = i + 1 < end ? s.charAt(i + 1) : ' ';
    if (kind == '\n' && !lines) {
      painter.paintRange(i, ++i, TokenPainter.STRING);
      return;
    }
    if (kind == 'x' || kind == 'u' || kind == 'U') {
      int most = Math.min(end, to + (kind == 'x' ? 2 : kind == 'u' ? 4 : 8));
      if (to < end && s.charAt(to) == '{') {
        int close = s.indexOf('}', to);
        if (close > 0 && close < Math.min(end, to + 8)) to = close + 1;
      } else while (to < most && Character.digit(s.charAt(to), 16) >= 0) to++;
    }
    to = Math.min(end, to);
    painter.paintRange(i, to, kind == '\n' ? TokenPainter.STRING : TokenPainter.ESCAPE);
    i = to;
  }

  /** What makes the next character in a string count as itself. */
  private char escapeChar() {
    return language.has("ticks") ? '`' : '\\';
  }

  /** An expression in a string: painted as code, with its marks. */
  private void scanInterpolation() {
    String opens = language.interpolation();
    int body = i + Math.max(opens.indexOf('{'), opens.indexOf('(')) + 1;
    int close = BraceMatcher.findClosing(painter, body - 1, end);
    if (close < 0) {
      painter.paintRange(i, body, TokenPainter.STRING);
      i = body;
      return;
    }
    int to = close + 1;
    byte marks = language.has("string-marks") ? TokenPainter.STRING : TokenPainter.OPERATOR;
    painter.paintRange(i, body, marks);
    painter.paintRange(body, to - 1, (byte) 0);
    if (depth < TokenPainter.MAX_DEPTH / 4)
      painter.paintLanguage(language, body, to - 1, depth + 1);
    else painter.paintRange(body, to - 1, TokenPainter.STRING);
    painter.paintRange(to - 1, to, marks);
    i = to;
  }

  /** The expressions in a heredoc. */
  final void scanInterpolations(int from, int to) {
    for (i = from; i < to; ) {
      painter.stepCount++;
      if (lookingAt(language.interpolation())) scanInterpolation();
      else i += s.charAt(i) == '\\' ? 2 : 1;
    }
  }

  /** {@code name:} or {@code name =} as a key of a mapping or block. */
  final boolean isKey() {
    int k = i;
    while (k < end && s.charAt(k) == ' ') k++;
    if (k >= end) return false;
    char c = s.charAt(k);
    if (c == ':') return k + 1 >= end || s.charAt(k + 1) != ':';
    return c == '='
        && language.has("equals-keys")
        && (k + 1 >= end || s.charAt(k + 1) != '=' && s.charAt(k + 1) != '>');
  }

  final boolean startsVariable(int k) {
    if (k >= end) return false;
    return isWordStart(s.charAt(k))
        || s.charAt(k) == '{' && !language.interpolation().equals("${")
        || s.charAt(k) == '(' && language.interpolation().isEmpty();
  }

  /** {@code $name}, {@code ${name}}, and {@code $(…)} where strings have it. */
  final void scanVariable() {
    int k = i + 1;
    char opens = s.charAt(k);
    if (isWordStart(opens)) {
      boolean scoped = language.interpolation().isEmpty();
      while (k < end
          && (isWordPart(s.charAt(k)) || scoped && s.charAt(k) == ':' && isWordStartAt(k + 1))) k++;
    } else {
      k = BraceMatcher.findClosing(painter, k, end);
      if (k < 0) {
        painter.paintRange(i, ++i, TokenPainter.STRING);
        return;
      }
      k++;
      if (opens == '(' && depth < TokenPainter.MAX_DEPTH / 4) {
        painter.paintRange(i, i + 2, TokenPainter.OPERATOR);
        painter.paintRange(i + 2, k - 1, (byte) 0);
        painter.paintLanguage(language, i + 2, k - 1, depth + 1);
        painter.paintRange(k - 1, k, TokenPainter.OPERATOR);
        i = k;
        return;
      }
    }
    painter.paintRange(i, k, TokenPainter.VARIABLE);
    i = k;
  }

  private boolean isWordStartAt(int k) {
    return k < end && isWordStart(s.charAt(k));
  }
}
