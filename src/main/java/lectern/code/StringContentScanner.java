package lectern.code;

/** What stands between the marks of a string: text, escapes, variables, expressions. */
abstract class StringContentScanner extends Scanner {
  StringContentScanner(TokenPainter ink, Language language, int from, int to, int depth) {
    super(ink, language, from, to, depth);
  }

  final boolean holes() {
    return !language.hole().isEmpty() && !language.is("prefixed-holes") && interpolates(i);
  }

  /**
   * Whether the string that opens here may hold expressions: in Scala, one with a letter before.
   */
  private boolean interpolates(int at) {
    return !language.is("interpolators") || at > 0 && isWordStart(s.charAt(at - 1));
  }

  /**
   * From the opening mark at {@link #i} to the closing one, or to the line's end where the string
   * may not go on.
   */
  final void text(String mark, boolean raw, boolean lines, boolean holes) {
    int opens = i;
    int from = i;
    boolean sigils = mark.startsWith("\"") && language.is("string-sigils") && interpolates(from);
    boolean documents = language.is("docstrings") && mark.length() == 3 && lineStart && nested == 0;
    i += mark.length();
    while (i < end) {
      char c = s.charAt(i);
      ink.steps++;
      if (c == '\n' && !lines) break;
      if (c == '\'' && language.is("indented") && mark.length() == 2 && doubledEscape()) continue;
      if (at(mark)) {
        i += mark.length();
        if (raw && language.is("doubled") && i < end && at(mark)) {
          i += mark.length();
          continue;
        }
        break;
      }
      // a brace written twice is one, where a single one opens an expression
      boolean brace = c == '{' && holes && at("{{") && language.hole().equals("{");
      if (holes && !brace && (at(language.hole()) || c == '%' && directive())) {
        ink.put(from, i, TokenPainter.STRING);
        hole();
        from = i;
      } else if (c == '$' && sigils && name(i + 1)) {
        ink.put(from, i, TokenPainter.STRING);
        variable();
        from = i;
      } else if (!raw && c == escape()) {
        ink.put(from, i, TokenPainter.STRING);
        escaped(lines);
        from = i;
      } else i += brace ? 2 : 1;
    }
    i = Math.min(i, end);
    ink.put(from, i, TokenPainter.STRING);
    if (documents) ink.put(opens, i, TokenPainter.COMMENT);
    else if (language.is("json") && key()) ink.put(opens, i, TokenPainter.KEY);
    open = false;
  }

  /** In an indented string of Nix: {@code '''}, {@code ''$} and {@code ''\n} do not close it. */
  private boolean doubledEscape() {
    if (!at("''") || i + 2 >= end || "'$\\".indexOf(s.charAt(i + 2)) < 0) return false;
    i += s.charAt(i + 2) == '\\' ? 4 : 3;
    return true;
  }

  /** {@code %{ if x }}: a part of a template of HCL. */
  private boolean directive() {
    return language.is("template-strings") && at("%{");
  }

  /** {@code \\n}, {@code \\x1b}, {@code \\u{1F600}}: the mark and what it takes with it. */
  private void escaped(boolean lines) {
    int to = i + 2;
    char kind = i + 1 < end ? s.charAt(i + 1) : ' ';
    if (kind == '\n' && !lines) {
      ink.put(i, ++i, TokenPainter.STRING);
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
    ink.put(i, to, kind == '\n' ? TokenPainter.STRING : TokenPainter.ESCAPE);
    i = to;
  }

  /** What makes the next character in a string count as itself. */
  private char escape() {
    return language.is("ticks") ? '`' : '\\';
  }

  /** An expression in a string: painted as code, with its marks. */
  private void hole() {
    String opens = language.hole();
    int body = i + Math.max(opens.indexOf('{'), opens.indexOf('(')) + 1;
    int close = BraceMatcher.close(ink, body - 1, end);
    if (close < 0) {
      ink.put(i, body, TokenPainter.STRING);
      i = body;
      return;
    }
    int to = close + 1;
    byte marks = language.is("string-marks") ? TokenPainter.STRING : TokenPainter.OPERATOR;
    ink.put(i, body, marks);
    ink.put(body, to - 1, (byte) 0);
    if (depth < TokenPainter.DEEPEST / 4) ink.paint(language, body, to - 1, depth + 1);
    else ink.put(body, to - 1, TokenPainter.STRING);
    ink.put(to - 1, to, marks);
    i = to;
  }

  /** The expressions in a heredoc. */
  final void holes(int from, int to) {
    for (i = from; i < to; ) {
      ink.steps++;
      if (at(language.hole())) hole();
      else i += s.charAt(i) == '\\' ? 2 : 1;
    }
  }

  /** {@code name:} or {@code name =} as a key of a mapping or block. */
  final boolean key() {
    int k = i;
    while (k < end && s.charAt(k) == ' ') k++;
    if (k >= end) return false;
    char c = s.charAt(k);
    if (c == ':') return k + 1 >= end || s.charAt(k + 1) != ':';
    return c == '='
        && language.is("equals-keys")
        && (k + 1 >= end || s.charAt(k + 1) != '=' && s.charAt(k + 1) != '>');
  }

  final boolean name(int k) {
    if (k >= end) return false;
    return isWordStart(s.charAt(k))
        || s.charAt(k) == '{' && !language.hole().equals("${")
        || s.charAt(k) == '(' && language.hole().isEmpty();
  }

  /** {@code $name}, {@code ${name}}, and {@code $(…)} where strings have it. */
  final void variable() {
    int k = i + 1;
    char opens = s.charAt(k);
    if (isWordStart(opens)) {
      boolean scoped = language.hole().isEmpty();
      while (k < end && (isWord(s.charAt(k)) || scoped && s.charAt(k) == ':' && isWordAt(k + 1)))
        k++;
    } else {
      k = BraceMatcher.close(ink, k, end);
      if (k < 0) {
        ink.put(i, ++i, TokenPainter.STRING);
        return;
      }
      k++;
      if (opens == '(' && depth < TokenPainter.DEEPEST / 4) {
        ink.put(i, i + 2, TokenPainter.OPERATOR);
        ink.put(i + 2, k - 1, (byte) 0);
        ink.paint(language, i + 2, k - 1, depth + 1);
        ink.put(k - 1, k, TokenPainter.OPERATOR);
        i = k;
        return;
      }
    }
    ink.put(i, k, TokenPainter.VARIABLE);
    i = k;
  }

  private boolean isWordAt(int k) {
    return k < end && isWordStart(s.charAt(k));
  }
}
