package lectern.code;

/** Strings in all the ways that languages write them. */
abstract class StringLiteralScanner extends StringContentScanner {
  StringLiteralScanner(TokenPainter ink, Language language, int from, int to, int depth) {
    super(ink, language, from, to, depth);
  }

  final boolean tryString(char c) {
    for (String mark : language.multilineStrings()) {
      if (!lookingAt(mark)) continue;
      scanString(mark, language.has("raw-longs"), true, allowsInterpolation());
      return true;
    }
    if (language.rawStrings().indexOf(c) >= 0) {
      scanString(String.valueOf(c), true, true, false);
      return true;
    }
    if (language.quotes().indexOf(c) < 0
        || c == '\'' && language.has("primes") && i > 0 && isWordPart(s.charAt(i - 1)))
      return false;
    int from = i;
    scanString(
        String.valueOf(c),
        c == '\'' && language.has("ticks"),
        c == '`' || language.has("long-quotes"),
        allowsInterpolation() && (c != '\'' || language.has("all-holes")));
    if (c == '\'' && language.has("char-constants"))
      painter.paintRange(from, i, TokenPainter.CONSTANT);
    return true;
  }

  final boolean tryRegex() {
    boolean set = false;
    int most = Math.min(lineEnd(i), i + TokenPainter.LOOKAHEAD);
    for (int k = i + 1; k < most; k++) {
      char c = s.charAt(k);
      if (c == '\\') k++;
      else if (c == '[') set = true;
      else if (c == ']') set = false;
      else if (c == '/' && !set) {
        if (k == i + 1) return false;
        int to = k + 1;
        while (to < end && Character.isLetter(s.charAt(to))) to++;
        painter.paintRange(i, to, TokenPainter.STRING);
        i = to;
        expectsValue = false;
        return true;
      }
    }
    return false;
  }

  /** {@code <<~TEXT}, {@code <<<'EOT'}, {@code <<-EOF}. */
  final boolean tryHeredoc() {
    int k = i + 2;
    if (k < end && s.charAt(k) == '<') k++;
    if (k < end && (s.charAt(k) == '~' || s.charAt(k) == '-')) k++;
    char quote = k < end && (s.charAt(k) == '\'' || s.charAt(k) == '"') ? s.charAt(k) : 0;
    if (quote != 0) k++;
    int from = k;
    while (k < end && isWordPart(s.charAt(k))) k++;
    if (k == from || !Character.isUpperCase(s.charAt(from)) && quote == 0) return false;
    String word = s.substring(from, k);
    if (quote != 0 && k < end) k++;
    int body = lineEnd(k);
    int to = ShellLexer.heredocEnd(painter, word, body, end);
    if (to < 0) to = end;
    byte marks = language.has("string-labels") ? TokenPainter.ESCAPE : TokenPainter.KEYWORD;
    painter.paintRange(i, k, marks);
    // the rest of the opening line is code still
    if (body > k) painter.paintLanguage(language, k, body, depth + 1);
    Language inner = language.has("labelled") ? Languages.find(word) : null;
    if (inner == null) painter.paintRange(body, to, TokenPainter.STRING);
    else painter.paintLanguage(inner, body, Math.max(body, to - word.length()), depth + 1);
    int label = to - word.length();
    if (label > body && s.startsWith(word, label)) painter.paintRange(label, to, marks);
    if (quote != '\'' && !language.interpolation().isEmpty()) scanInterpolations(body, to);
    i = to;
    expectsValue = false;
    return true;
  }

  /** {@code $"…{x}…"}, {@code @"…"}, both, and the raw ones of three quotes: C#. */
  final boolean tryMarkedString() {
    int k = i;
    boolean raw = false;
    boolean holes = false;
    for (; k < end && k < i + 8 && (s.charAt(k) == '$' || s.charAt(k) == '@'); k++) {
      raw |= s.charAt(k) == '@';
      holes |= s.charAt(k) == '$';
    }
    if (k >= end || s.charAt(k) != '"') return false;
    painter.paintRange(i, k, TokenPainter.STRING);
    i = k;
    boolean three = lookingAt("\"\"\"") && !raw;
    scanString(three ? "\"\"\"" : "\"", raw || three, raw || three, holes);
    return true;
  }

  /** {@code @"…"@} over lines, {@code @'…'@} without variables: PowerShell. */
  final boolean tryHereString() {
    char quote = i + 1 < end ? s.charAt(i + 1) : 0;
    if (quote != '"' && quote != '\'' || lineEnd(i) != i + 2) return false;
    int to = s.indexOf("\n" + quote + "@", i + 2);
    to = to < 0 || to + 3 > end ? end : to + 3;
    painter.paintRange(i, to, TokenPainter.STRING);
    int from = i;
    for (i += 2; quote == '"' && i < to - 2; ) {
      painter.stepCount++;
      if (s.charAt(i) == '$' && startsVariable(i + 1)) scanVariable();
      else i += s.charAt(i) == '`' ? 2 : 1;
    }
    i = Math.max(to, from + 2);
    expectsValue = false;
    return true;
  }

  final boolean tryLongBracketString() {
    int k = i + 1;
    while (k < end && s.charAt(k) == '=') k++;
    if (k >= end || s.charAt(k) != '[') return false;
    String closes = "]" + "=".repeat(k - i - 1) + "]";
    int to = s.indexOf(closes, k);
    to = to < 0 || to + closes.length() > end ? end : to + closes.length();
    painter.paintRange(i, to, TokenPainter.STRING);
    i = to;
    expectsValue = false;
    return true;
  }

  /**
   * Letters before a quote: {@code f"…"}, {@code rb'…'}, {@code r#"…"#}, {@code R"x(…)x"}, {@code
   * L"…"}.
   */
  final boolean tryPrefixedString(int from) {
    if (i >= end || i - from > 3 || !language.has("prefixes")) return false;
    char c = s.charAt(i);
    boolean raw = s.substring(from, i).toLowerCase(java.util.Locale.ROOT).indexOf('r') >= 0;
    if (c == '#' && raw && language.has("hash-raws")) return tryHashRawString(from);
    if (c != '"' && c != '\'' || language.quotes().indexOf(c) < 0) return false;
    for (int k = from; k < i; k++) if ("rRbBfFuULtT8c".indexOf(s.charAt(k)) < 0) return false;
    if (c == '\'' && language.has("lifetimes"))
      return s.charAt(from) == 'b' && scanByteLiteral(from);
    if (raw && language.has("paren-raws")) return tryParenRawString(from);
    boolean holes =
        s.substring(from, i).toLowerCase(java.util.Locale.ROOT).indexOf('f') >= 0
            && language.has("prefixed-holes");
    painter.paintRange(
        from, i, language.has("prefixed-holes") ? TokenPainter.KEYWORD : TokenPainter.STRING);
    String mark = String.valueOf(c);
    boolean triple =
        language.multilineStrings().contains(mark.repeat(3)) && lookingAt(mark.repeat(3));
    scanString(
        triple ? mark.repeat(3) : mark,
        raw && language.has("hash-raws"),
        triple || language.has("long-quotes"),
        holes);
    return true;
  }

  private boolean scanByteLiteral(int from) {
    painter.paintRange(from, i, TokenPainter.STRING);
    scanString("'", false, false, false);
    return true;
  }

  final boolean tryHashRawString(int from) {
    int k = i;
    while (k < end && s.charAt(k) == '#') k++;
    if (k >= end || s.charAt(k) != '"') return false;
    String closes = "\"" + "#".repeat(k - i);
    int to = s.indexOf(closes, k + 1);
    to = to < 0 || to + closes.length() > end ? end : to + closes.length();
    painter.paintRange(from, to, TokenPainter.STRING);
    i = to;
    expectsValue = false;
    return true;
  }

  private boolean tryParenRawString(int from) {
    int paren = s.indexOf('(', i);
    if (paren < 0 || paren - i > 17) return false;
    String closes = ")" + s.substring(i + 1, paren) + "\"";
    int to = s.indexOf(closes, paren);
    to = to < 0 || to + closes.length() > end ? end : to + closes.length();
    painter.paintRange(from, to, TokenPainter.STRING);
    i = to;
    expectsValue = false;
    return true;
  }

  /** {@code %w[a b]}, {@code %r{…}}, {@code %(…)}: Ruby's percent literals. */
  final boolean tryPercentLiteral() {
    int k = i + 1;
    if (k < end && "wWiIqQrsx".indexOf(s.charAt(k)) >= 0) k++;
    if (k >= end || "[({<|!/".indexOf(s.charAt(k)) < 0 || k == i + 1 && !expectsValue) return false;
    boolean plain = "wiqs".indexOf(s.charAt(k - 1)) >= 0;
    int from = i;
    if (!tryDelimitedString(k)) return false;
    int to = i;
    if (!plain) scanInterpolations(from, to);
    i = to;
    return true;
  }

  /** {@code qw(a b)}, {@code q{…}}, {@code m|…|}, {@code s/…/…/}: Perl's quote-like operators. */
  final boolean tryQuoteOperator(int from) {
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
    if (k >= end || isWordPart(s.charAt(k)) || ",;=)-.\n".indexOf(s.charAt(k)) >= 0) return false;
    if (k > i && s.charAt(k) == '#') return false;
    int back = i;
    i = from;
    if (!tryDelimitedString(k)) {
      i = back;
      return false;
    }
    if (twice) {
      int second = "[({<".indexOf(s.charAt(k)) >= 0 ? i : i - 1;
      while (second < end && s.charAt(second) <= ' ') second++;
      if (second < end) tryDelimitedString(second);
    }
    int letters = i;
    while (i < end && isWordStart(s.charAt(i))) i++;
    painter.paintRange(letters, i, TokenPainter.STRING);
    return true;
  }

  /** A string from {@link #i} whose text lies between the delimiter at k and its partner. */
  private boolean tryDelimitedString(int k) {
    int pair = "[({<".indexOf(s.charAt(k));
    char closes = pair >= 0 ? "])}>".charAt(pair) : s.charAt(k);
    int deep = 1;
    int to = k + 1;
    int most = Math.min(end, k + 8 * TokenPainter.LOOKAHEAD);
    while (to < most && deep > 0) {
      char c = s.charAt(to++);
      painter.stepCount++;
      if (c == '\\') to++;
      else if (c == closes) deep--;
      else if (pair >= 0 && c == s.charAt(k)) deep++;
    }
    if (deep > 0) return false;
    to = Math.min(to, end);
    painter.paintRange(i, to, TokenPainter.STRING);
    i = to;
    expectsValue = false;
    return true;
  }
}
