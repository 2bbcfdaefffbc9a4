package lectern.code;

/** Comments, and the marks of single languages that no table can say. */
abstract class LanguageRules extends StringLiteralScanner {
  LanguageRules(TokenPainter ink, Language language, int from, int to, int depth) {
    super(ink, language, from, to, depth);
  }

  final boolean comment() {
    for (int k = 0; k + 1 < language.blocks().size(); k += 2) {
      if (!at(language.blocks().get(k))) continue;
      if (language.blocks().get(k).startsWith("=") && !lineStart) continue;
      block(language.blocks().get(k), language.blocks().get(k + 1));
      return true;
    }
    for (String mark : language.lines()) {
      if (!at(mark) || mark.equals("#") && language.is("hash-alone") && !hashAlone()) continue;
      if (language.is("leading-comments")
          && !lineStart
          && s.indexOf(mark, i + 1) > 0
          && s.indexOf(mark, i + 1) < lineEnd(i)) continue;
      int to = lineEnd(i);
      if (language.is("spliced"))
        while (to < end && to > i && s.charAt(to - 1) == '\\') to = lineEnd(to + 1);
      if (language.is("php") && s.indexOf("?>", i, to) > 0) to = s.indexOf("?>", i, to);
      ink.put(i, to, TokenPainter.COMMENT);
      i = to;
      return true;
    }
    return false;
  }

  private boolean hashAlone() {
    return i == 0 || s.charAt(i - 1) <= ' ' || ";(){}".indexOf(s.charAt(i - 1)) >= 0;
  }

  private void block(String opens, String closes) {
    int from = i;
    int nested = 1;
    i += opens.length();
    while (i < end && nested > 0) {
      ink.steps++;
      if (at(closes)) {
        nested--;
        i += closes.length();
      } else if (language.is("nested") && at(opens)) {
        nested++;
        i += opens.length();
      } else i++;
    }
    i = Math.min(i, end);
    ink.put(from, i, TokenPainter.COMMENT);
  }

  final boolean special(char c) {
    if (c == '#' && lineStart && language.is("preprocessor")) return preprocessor();
    if (c == '@' && language.is("annotations") && annotation()) return true;
    if (c == '#' && language.is("attributes") && attribute()) return true;
    if (c == '\'' && language.is("lifetimes") && lifetime()) return true;
    if (c == '/' && language.is("regex") && open && regex()) return true;
    if ((c == '<' || c == '.' || c == '/' || c == '~') && language.is("paths") && path())
      return true;
    if (c == '<' && language.is("jsx") && open && element()) return true;
    if (c == '<' && language.is("heredocs") && at("<<") && heredoc()) return true;
    if (c == '=' && lineStart && language.is("pod") && pod()) return true;
    if (c == '%' && language.is("percents") && percent()) return true;
    if (c == '@' && language.is("here-strings") && here()) return true;
    if ((c == '$' || c == '@') && language.is("marked-strings") && marked()) return true;
    if (c == '[' && language.is("long-brackets") && longBracket()) return true;
    if (c == '\\' && language.is("multiline") && at("\\\\")) return rest(TokenPainter.STRING);
    if ((c == '$' || c == '@' || c == '%') && language.is("sigils") && sigil()) return true;
    if (c == ':' && language.is("symbols") && symbol()) return true;
    if (c == '?' && at("?>") && language.is("php")) return skip(2, TokenPainter.TAG) && page();
    return c == '<' && at("<?") && language.is("php") && phpTag();
  }

  /** The page around the programs of PHP, up to the next one. */
  final boolean page() {
    int to = s.indexOf("<?", i);
    if (to < 0 || to > end) to = end;
    Language html = Languages.of("html");
    if (html != null) ink.paint(html, i, to, depth + 1);
    i = to;
    return true;
  }

  private boolean phpTag() {
    return skip(at("<?php") ? 5 : at("<?=") ? 3 : 2, TokenPainter.TAG);
  }

  private boolean preprocessor() {
    int to = i + 1;
    while (to < end && (s.charAt(to) == ' ' || Character.isLetter(s.charAt(to)))) {
      if (s.charAt(to) == ' ' && to > i + 1 && Character.isLetter(s.charAt(to - 1))) break;
      to++;
    }
    boolean include =
        s.startsWith("include", to - 7 < 0 ? 0 : to - 7)
            || s.startsWith("import", Math.max(0, to - 6));
    ink.put(i, to, TokenPainter.ANNOTATION);
    i = to;
    while (i < end && s.charAt(i) == ' ') i++;
    if (include && i < end && s.charAt(i) == '<') {
      int close = s.indexOf('>', i);
      int stop = close < 0 || close >= lineEnd(i) ? lineEnd(i) : close + 1;
      ink.put(i, stop, TokenPainter.STRING);
      i = stop;
    }
    open = true;
    return true;
  }

  private boolean annotation() {
    int to = i + 1;
    while (to < end
        && (isWord(s.charAt(to))
            || s.charAt(to) == '.' && to + 1 < end && isWordStart(s.charAt(to + 1)))) to++;
    if (to == i + 1) return false;
    ink.put(i, to, TokenPainter.ANNOTATION);
    i = to;
    open = true;
    return true;
  }

  /** {@code #[derive(Debug)]}, {@code #![…]}. */
  private boolean attribute() {
    int from = i + (at("#![") ? 3 : at("#[") ? 2 : 0);
    if (from == i) return false;
    int nested = 1;
    int to = from;
    int most = Math.min(end, i + TokenPainter.AHEAD);
    while (to < most && nested > 0) {
      char c = s.charAt(to++);
      if (c == '[') nested++;
      else if (c == ']') nested--;
    }
    ink.put(i, to, TokenPainter.ANNOTATION);
    for (int stop = to; i < stop; )
      if (s.charAt(i) == '"') text("\"", false, true, false);
      else i++;
    open = true;
    return true;
  }

  /** {@code 'a} that no quote closes; a character literal is a string. */
  private boolean lifetime() {
    if (i + 1 >= end || !isWordStart(s.charAt(i + 1))) return false;
    int to = i + 1;
    while (to < end && isWord(s.charAt(to))) to++;
    if (to < end && s.charAt(to) == '\'' && to == i + 2) return false;
    ink.put(i, to, TokenPainter.ATTRIBUTE);
    i = to;
    return true;
  }

  /** {@code ./default.nix}, {@code <nixpkgs>}, {@code ~/x}: paths that need no quotes. */
  private boolean path() {
    int most = Math.min(lineEnd(i), i + TokenPainter.AHEAD);
    int to = i + 1;
    boolean slash = s.charAt(i) == '/';
    while (to < most && (isWord(s.charAt(to)) || "./-+".indexOf(s.charAt(to)) >= 0)) {
      if (s.charAt(to) == '/' && to + 1 < most && s.charAt(to + 1) > ' ') slash = true;
      to++;
    }
    if (s.charAt(i) == '<') {
      if (to >= most || s.charAt(to) != '>' || to == i + 1) return false;
      to++;
    } else if (!slash || at("//") || i > 0 && isWord(s.charAt(i - 1))) return false;
    ink.put(i, to, TokenPainter.STRING);
    i = to;
    open = false;
    return true;
  }

  /**
   * {@code github:numtide/flake-utils}: Nix takes a word, a colon and what follows for an address.
   */
  final boolean address(int from) {
    int to = i + 1;
    while (to < end && (isWord(s.charAt(to)) || "./-+?=&%@:~".indexOf(s.charAt(to)) >= 0)) to++;
    if (i >= end || s.charAt(i) != ':' || to == i + 1) return false;
    ink.put(from, to, TokenPainter.STRING);
    i = to;
    open = false;
    return true;
  }

  private boolean element() {
    if (i + 1 >= end) return false;
    char next = s.charAt(i + 1);
    if (!Character.isLetter(next) && next != '>') return false;
    if (language.is("generics") && genericArrow()) return false;
    i = new JsxLexer(ink, language, i, end, depth).run();
    open = false;
    return true;
  }

  /** {@code <T,>(x: T) =>} and {@code <T extends U>(…)} are no elements. */
  private boolean genericArrow() {
    int to = i + 1;
    while (to < end && isWord(s.charAt(to))) to++;
    return to < end
        && (s.charAt(to) == ',' || s.startsWith(" extends ", to) || s.startsWith(">(", to));
  }

  private boolean sigil() {
    int k = i + 1;
    if (k < end && s.charAt(k) == '{' && (s.charAt(i) == '$' || language.is("pod"))) {
      int close = s.indexOf('}', k);
      if (close < 0 || close >= lineEnd(i)) return false;
      k = close + 1;
    } else {
      while (k < end
          && (isWord(s.charAt(k))
              || s.startsWith("::", k) && k + 2 < end && isWord(s.charAt(k + 2))))
        k += s.startsWith("::", k) ? 2 : 1;
    }
    if (k == i + 1) return false;
    ink.put(i, k, TokenPainter.ATTRIBUTE);
    i = k;
    open = false;
    return true;
  }

  private boolean symbol() {
    if (i + 1 >= end
        || !isWordStart(s.charAt(i + 1))
        || i > 0 && (isWord(s.charAt(i - 1)) || s.charAt(i - 1) == ':')) return false;
    int to = i + 1;
    while (to < end && isWord(s.charAt(to))) to++;
    ink.put(i, to, TokenPainter.CONSTANT);
    i = to;
    open = false;
    return true;
  }

  /** Plain old documentation: from {@code =head1} or the like to {@code =cut}. */
  private boolean pod() {
    if (i > 0 && s.charAt(i - 1) != '\n' || i + 1 >= end || !isWordStart(s.charAt(i + 1)))
      return false;
    int cut = s.startsWith("=cut", i) ? i - 1 : s.indexOf("\n=cut", i);
    int to =
        cut < -1 || cut == -1 && !s.startsWith("=cut", i) ? end : lineEnd(Math.min(end, cut + 1));
    ink.put(i, to, TokenPainter.COMMENT);
    i = to;
    return true;
  }
}
