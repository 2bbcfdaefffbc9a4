package lectern.code;

/** Strings in all the ways that languages write them. */
abstract class Literals extends Cursor {
  Literals(Ink ink, Language language, int from, int to, int depth) {
    super(ink, language, from, to, depth);
  }

  final boolean string(char c) {
    for (String mark : language.longs()) {
      if (!at(mark)) continue;
      text(mark, language.is("raw-longs"), true, holes());
      return true;
    }
    if (language.raws().indexOf(c) >= 0) {
      text(String.valueOf(c), true, true, false);
      return true;
    }
    if (language.quotes().indexOf(c) < 0
        || c == '\'' && language.is("primes") && i > 0 && isWord(s.charAt(i - 1))) return false;
    int from = i;
    text(
        String.valueOf(c),
        c == '\'' && language.is("ticks"),
        c == '`' || language.is("long-quotes"),
        holes() && (c != '\'' || language.is("all-holes")));
    if (c == '\'' && language.is("char-constants")) ink.put(from, i, Ink.CONSTANT);
    return true;
  }

  private boolean holes() {
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
        ink.put(from, i, Ink.STRING);
        hole();
        from = i;
      } else if (c == '$' && sigils && name(i + 1)) {
        ink.put(from, i, Ink.STRING);
        variable();
        from = i;
      } else if (!raw && c == escape()) {
        ink.put(from, i, Ink.STRING);
        escaped(lines);
        from = i;
      } else i += brace ? 2 : 1;
    }
    i = Math.min(i, end);
    ink.put(from, i, Ink.STRING);
    if (documents) ink.put(opens, i, Ink.COMMENT);
    else if (language.is("json") && key()) ink.put(opens, i, Ink.KEY);
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
      ink.put(i, ++i, Ink.STRING);
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
    ink.put(i, to, kind == '\n' ? Ink.STRING : Ink.ESCAPE);
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
    int close = Braces.close(ink, body - 1, end);
    if (close < 0) {
      ink.put(i, body, Ink.STRING);
      i = body;
      return;
    }
    int to = close + 1;
    byte marks = language.is("string-marks") ? Ink.STRING : Ink.OPERATOR;
    ink.put(i, body, marks);
    ink.put(body, to - 1, (byte) 0);
    if (depth < Ink.DEEPEST / 4) ink.paint(language, body, to - 1, depth + 1);
    else ink.put(body, to - 1, Ink.STRING);
    ink.put(to - 1, to, marks);
    i = to;
  }

  final boolean regex() {
    boolean set = false;
    int most = Math.min(lineEnd(i), i + Ink.AHEAD);
    for (int k = i + 1; k < most; k++) {
      char c = s.charAt(k);
      if (c == '\\') k++;
      else if (c == '[') set = true;
      else if (c == ']') set = false;
      else if (c == '/' && !set) {
        if (k == i + 1) return false;
        int to = k + 1;
        while (to < end && Character.isLetter(s.charAt(to))) to++;
        ink.put(i, to, Ink.STRING);
        i = to;
        open = false;
        return true;
      }
    }
    return false;
  }

  /** {@code <<~TEXT}, {@code <<<'EOT'}, {@code <<-EOF}. */
  final boolean heredoc() {
    int k = i + 2;
    if (k < end && s.charAt(k) == '<') k++;
    if (k < end && (s.charAt(k) == '~' || s.charAt(k) == '-')) k++;
    char quote = k < end && (s.charAt(k) == '\'' || s.charAt(k) == '"') ? s.charAt(k) : 0;
    if (quote != 0) k++;
    int from = k;
    while (k < end && isWord(s.charAt(k))) k++;
    if (k == from || !Character.isUpperCase(s.charAt(from)) && quote == 0) return false;
    String word = s.substring(from, k);
    if (quote != 0 && k < end) k++;
    int body = lineEnd(k);
    int to = Shell.heredocEnd(ink, word, body, end);
    if (to < 0) to = end;
    byte marks = language.is("string-labels") ? Ink.ESCAPE : Ink.KEYWORD;
    ink.put(i, k, marks);
    // the rest of the opening line is code still
    if (body > k) ink.paint(language, k, body, depth + 1);
    Language inner = language.is("labelled") ? Languages.of(word) : null;
    if (inner == null) ink.put(body, to, Ink.STRING);
    else ink.paint(inner, body, Math.max(body, to - word.length()), depth + 1);
    int label = to - word.length();
    if (label > body && s.startsWith(word, label)) ink.put(label, to, marks);
    if (quote != '\'' && !language.hole().isEmpty()) holes(body, to);
    i = to;
    open = false;
    return true;
  }

  /** The expressions in a heredoc. */
  private void holes(int from, int to) {
    for (i = from; i < to; ) {
      ink.steps++;
      if (at(language.hole())) hole();
      else i += s.charAt(i) == '\\' ? 2 : 1;
    }
  }

  /** {@code $"…{x}…"}, {@code @"…"}, both, and the raw ones of three quotes: C#. */
  final boolean marked() {
    int k = i;
    boolean raw = false;
    boolean holes = false;
    for (; k < end && k < i + 8 && (s.charAt(k) == '$' || s.charAt(k) == '@'); k++) {
      raw |= s.charAt(k) == '@';
      holes |= s.charAt(k) == '$';
    }
    if (k >= end || s.charAt(k) != '"') return false;
    ink.put(i, k, Ink.STRING);
    i = k;
    boolean three = at("\"\"\"") && !raw;
    text(three ? "\"\"\"" : "\"", raw || three, raw || three, holes);
    return true;
  }

  /** {@code @"…"@} over lines, {@code @'…'@} without variables: PowerShell. */
  final boolean here() {
    char quote = i + 1 < end ? s.charAt(i + 1) : 0;
    if (quote != '"' && quote != '\'' || lineEnd(i) != i + 2) return false;
    int to = s.indexOf("\n" + quote + "@", i + 2);
    to = to < 0 || to + 3 > end ? end : to + 3;
    ink.put(i, to, Ink.STRING);
    int from = i;
    for (i += 2; quote == '"' && i < to - 2; ) {
      ink.steps++;
      if (s.charAt(i) == '$' && name(i + 1)) variable();
      else i += s.charAt(i) == '`' ? 2 : 1;
    }
    i = Math.max(to, from + 2);
    open = false;
    return true;
  }

  final boolean longBracket() {
    int k = i + 1;
    while (k < end && s.charAt(k) == '=') k++;
    if (k >= end || s.charAt(k) != '[') return false;
    String closes = "]" + "=".repeat(k - i - 1) + "]";
    int to = s.indexOf(closes, k);
    to = to < 0 || to + closes.length() > end ? end : to + closes.length();
    ink.put(i, to, Ink.STRING);
    i = to;
    open = false;
    return true;
  }

  /**
   * Letters before a quote: {@code f"…"}, {@code rb'…'}, {@code r#"…"#}, {@code R"x(…)x"}, {@code
   * L"…"}.
   */
  final boolean prefixed(int from) {
    if (i >= end || i - from > 3 || !language.is("prefixes")) return false;
    char c = s.charAt(i);
    boolean raw = s.substring(from, i).toLowerCase(java.util.Locale.ROOT).indexOf('r') >= 0;
    if (c == '#' && raw && language.is("hash-raws")) return hashRaw(from);
    if (c != '"' && c != '\'' || language.quotes().indexOf(c) < 0) return false;
    for (int k = from; k < i; k++) if ("rRbBfFuULtT8c".indexOf(s.charAt(k)) < 0) return false;
    if (c == '\'' && language.is("lifetimes")) return s.charAt(from) == 'b' && charLiteral(from);
    if (raw && language.is("paren-raws")) return parenRaw(from);
    boolean holes =
        s.substring(from, i).toLowerCase(java.util.Locale.ROOT).indexOf('f') >= 0
            && language.is("prefixed-holes");
    ink.put(from, i, language.is("prefixed-holes") ? Ink.KEYWORD : Ink.STRING);
    String mark = String.valueOf(c);
    boolean triple = language.longs().contains(mark.repeat(3)) && at(mark.repeat(3));
    text(
        triple ? mark.repeat(3) : mark,
        raw && language.is("hash-raws"),
        triple || language.is("long-quotes"),
        holes);
    return true;
  }

  private boolean charLiteral(int from) {
    ink.put(from, i, Ink.STRING);
    text("'", false, false, false);
    return true;
  }

  final boolean hashRaw(int from) {
    int k = i;
    while (k < end && s.charAt(k) == '#') k++;
    if (k >= end || s.charAt(k) != '"') return false;
    String closes = "\"" + "#".repeat(k - i);
    int to = s.indexOf(closes, k + 1);
    to = to < 0 || to + closes.length() > end ? end : to + closes.length();
    ink.put(from, to, Ink.STRING);
    i = to;
    open = false;
    return true;
  }

  private boolean parenRaw(int from) {
    int paren = s.indexOf('(', i);
    if (paren < 0 || paren - i > 17) return false;
    String closes = ")" + s.substring(i + 1, paren) + "\"";
    int to = s.indexOf(closes, paren);
    to = to < 0 || to + closes.length() > end ? end : to + closes.length();
    ink.put(from, to, Ink.STRING);
    i = to;
    open = false;
    return true;
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

  private boolean name(int k) {
    if (k >= end) return false;
    return isWordStart(s.charAt(k))
        || s.charAt(k) == '{' && !language.hole().equals("${")
        || s.charAt(k) == '(' && language.hole().isEmpty();
  }

  /** {@code $name}, {@code ${name}}, and {@code $(…)} where strings have it. */
  private void variable() {
    int k = i + 1;
    char opens = s.charAt(k);
    if (isWordStart(opens)) {
      boolean scoped = language.hole().isEmpty();
      while (k < end && (isWord(s.charAt(k)) || scoped && s.charAt(k) == ':' && isWordAt(k + 1)))
        k++;
    } else {
      k = Braces.close(ink, k, end);
      if (k < 0) {
        ink.put(i, ++i, Ink.STRING);
        return;
      }
      k++;
      if (opens == '(' && depth < Ink.DEEPEST / 4) {
        ink.put(i, i + 2, Ink.OPERATOR);
        ink.put(i + 2, k - 1, (byte) 0);
        ink.paint(language, i + 2, k - 1, depth + 1);
        ink.put(k - 1, k, Ink.OPERATOR);
        i = k;
        return;
      }
    }
    ink.put(i, k, Ink.VARIABLE);
    i = k;
  }

  private boolean isWordAt(int k) {
    return k < end && isWordStart(s.charAt(k));
  }

  /** {@code %w[a b]}, {@code %r{…}}, {@code %(…)}: Ruby's percent literals. */
  final boolean percent() {
    int k = i + 1;
    if (k < end && "wWiIqQrsx".indexOf(s.charAt(k)) >= 0) k++;
    if (k >= end || "[({<|!/".indexOf(s.charAt(k)) < 0 || k == i + 1 && !open) return false;
    boolean plain = "wiqs".indexOf(s.charAt(k - 1)) >= 0;
    int from = i;
    if (!quoted(k)) return false;
    int to = i;
    if (!plain) holes(from, to);
    i = to;
    return true;
  }

  /** {@code qw(a b)}, {@code q{…}}, {@code m|…|}, {@code s/…/…/}: Perl's quote-like operators. */
  final boolean quoteWord(int from) {
    String word = s.substring(from, i);
    boolean twice = word.equals("s") || word.equals("tr") || word.equals("y");
    if (!twice
        && !word.equals("q")
        && !word.equals("qq")
        && !word.equals("qw")
        && !word.equals("qr")
        && !word.equals("m")) return false;
    int k = i;
    while (k < end && s.charAt(k) == ' ') k++;
    if (k >= end || isWord(s.charAt(k)) || ",;=)-.\n".indexOf(s.charAt(k)) >= 0) return false;
    if (k > i && s.charAt(k) == '#') return false;
    int back = i;
    i = from;
    if (!quoted(k)) {
      i = back;
      return false;
    }
    if (twice) {
      int second = "[({<".indexOf(s.charAt(k)) >= 0 ? i : i - 1;
      while (second < end && s.charAt(second) <= ' ') second++;
      if (second < end) quoted(second);
    }
    int letters = i;
    while (i < end && isWordStart(s.charAt(i))) i++;
    ink.put(letters, i, Ink.STRING);
    return true;
  }

  /** A string from {@link #i} whose text lies between the delimiter at k and its partner. */
  private boolean quoted(int k) {
    int pair = "[({<".indexOf(s.charAt(k));
    char closes = pair >= 0 ? "])}>".charAt(pair) : s.charAt(k);
    int deep = 1;
    int to = k + 1;
    int most = Math.min(end, k + 8 * Ink.AHEAD);
    while (to < most && deep > 0) {
      char c = s.charAt(to++);
      ink.steps++;
      if (c == '\\') to++;
      else if (c == closes) deep--;
      else if (pair >= 0 && c == s.charAt(k)) deep++;
    }
    if (deep > 0) return false;
    to = Math.min(to, end);
    ink.put(i, to, Ink.STRING);
    i = to;
    open = false;
    return true;
  }
}
