package lectern.code;

/** Strings in all the ways that languages write them. */
abstract class StringLiteralScanner extends StringContentScanner {
  StringLiteralScanner(TokenPainter ink, Language language, int from, int to, int depth) {
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
    if (c == '\'' && language.is("char-constants")) ink.put(from, i, TokenPainter.CONSTANT);
    return true;
  }

  final boolean regex() {
    boolean set = false;
    int most = Math.min(lineEnd(i), i + TokenPainter.AHEAD);
    for (int k = i + 1; k < most; k++) {
      char c = s.charAt(k);
      if (c == '\\') k++;
      else if (c == '[') set = true;
      else if (c == ']') set = false;
      else if (c == '/' && !set) {
        if (k == i + 1) return false;
        int to = k + 1;
        while (to < end && Character.isLetter(s.charAt(to))) to++;
        ink.put(i, to, TokenPainter.STRING);
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
    int to = ShellLexer.heredocEnd(ink, word, body, end);
    if (to < 0) to = end;
    byte marks = language.is("string-labels") ? TokenPainter.ESCAPE : TokenPainter.KEYWORD;
    ink.put(i, k, marks);
    // the rest of the opening line is code still
    if (body > k) ink.paint(language, k, body, depth + 1);
    Language inner = language.is("labelled") ? Languages.of(word) : null;
    if (inner == null) ink.put(body, to, TokenPainter.STRING);
    else ink.paint(inner, body, Math.max(body, to - word.length()), depth + 1);
    int label = to - word.length();
    if (label > body && s.startsWith(word, label)) ink.put(label, to, marks);
    if (quote != '\'' && !language.hole().isEmpty()) holes(body, to);
    i = to;
    open = false;
    return true;
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
    ink.put(i, k, TokenPainter.STRING);
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
    ink.put(i, to, TokenPainter.STRING);
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
    ink.put(i, to, TokenPainter.STRING);
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
    ink.put(from, i, language.is("prefixed-holes") ? TokenPainter.KEYWORD : TokenPainter.STRING);
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
    ink.put(from, i, TokenPainter.STRING);
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
    ink.put(from, to, TokenPainter.STRING);
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
    ink.put(from, to, TokenPainter.STRING);
    i = to;
    open = false;
    return true;
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
    ink.put(letters, i, TokenPainter.STRING);
    return true;
  }

  /** A string from {@link #i} whose text lies between the delimiter at k and its partner. */
  private boolean quoted(int k) {
    int pair = "[({<".indexOf(s.charAt(k));
    char closes = pair >= 0 ? "])}>".charAt(pair) : s.charAt(k);
    int deep = 1;
    int to = k + 1;
    int most = Math.min(end, k + 8 * TokenPainter.AHEAD);
    while (to < most && deep > 0) {
      char c = s.charAt(to++);
      ink.steps++;
      if (c == '\\') to++;
      else if (c == closes) deep--;
      else if (pair >= 0 && c == s.charAt(k)) deep++;
    }
    if (deep > 0) return false;
    to = Math.min(to, end);
    ink.put(i, to, TokenPainter.STRING);
    i = to;
    open = false;
    return true;
  }
}
