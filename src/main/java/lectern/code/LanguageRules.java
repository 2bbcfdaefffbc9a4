package lectern.code;

/** Comments, and the marks of single languages that no table can say. */
abstract class LanguageRules extends StringLiteralScanner {
  LanguageRules(TokenPainter ink, Language language, int from, int to, int depth) {
    super(ink, language, from, to, depth);
  }

  final boolean tryComment() {
    for (int k = 0; k + 1 < language.blockComments().size(); k += 2) {
      if (!lookingAt(language.blockComments().get(k))) continue;
      if (language.blockComments().get(k).startsWith("=") && !atLineStart) continue;
      scanBlockComment(language.blockComments().get(k), language.blockComments().get(k + 1));
      return true;
    }
    for (String mark : language.lineComments()) {
      if (!lookingAt(mark) || mark.equals("#") && language.has("hash-alone") && !isHashAlone())
        continue;
      if (language.has("leading-comments")
          && !atLineStart
          && s.indexOf(mark, i + 1) > 0
          && s.indexOf(mark, i + 1) < lineEnd(i)) continue;
      int to = lineEnd(i);
      if (language.has("spliced"))
        while (to < end && to > i && s.charAt(to - 1) == '\\') to = lineEnd(to + 1);
      if (language.has("php") && s.indexOf("?>", i, to) > 0) to = s.indexOf("?>", i, to);
      painter.paintRange(i, to, TokenPainter.COMMENT);
      i = to;
      return true;
    }
    return false;
  }

  private boolean isHashAlone() {
    return i == 0 || s.charAt(i - 1) <= ' ' || ";(){}".indexOf(s.charAt(i - 1)) >= 0;
  }

  private void scanBlockComment(String opens, String closes) {
    int from = i;
    int nested = 1;
    i += opens.length();
    while (i < end && nested > 0) {
      painter.stepCount++;
      if (lookingAt(closes)) {
        nested--;
        i += closes.length();
      } else if (language.has("nested") && lookingAt(opens)) {
        nested++;
        i += opens.length();
      } else i++;
    }
    i = Math.min(i, end);
    painter.paintRange(from, i, TokenPainter.COMMENT);
  }

  final boolean tryLanguageSpecific(char c) {
    if (c == '#' && atLineStart && language.has("preprocessor")) return scanPreprocessor();
    if (c == '@' && language.has("annotations") && tryAnnotation()) return true;
    if (c == '#' && language.has("attributes") && tryAttribute()) return true;
    if (c == '\'' && language.has("lifetimes") && tryLifetime()) return true;
    if (c == '/' && language.has("regex") && expectsValue && tryRegex()) return true;
    if ((c == '<' || c == '.' || c == '/' || c == '~') && language.has("paths") && tryPath())
      return true;
    if (c == '<' && language.has("jsx") && expectsValue && tryElement()) return true;
    if (c == '<' && language.has("heredocs") && lookingAt("<<") && tryHeredoc()) return true;
    if (c == '=' && atLineStart && language.has("pod") && tryPod()) return true;
    if (c == '%' && language.has("percents") && tryPercentLiteral()) return true;
    if (c == '@' && language.has("here-strings") && tryHereString()) return true;
    if ((c == '$' || c == '@') && language.has("marked-strings") && tryMarkedString()) return true;
    if (c == '[' && language.has("long-brackets") && tryLongBracketString()) return true;
    if (c == '\\' && language.has("multiline") && lookingAt("\\\\"))
      return paintToLineEnd(TokenPainter.STRING);
    if ((c == '$' || c == '@' || c == '%') && language.has("sigils") && trySigilVariable())
      return true;
    if (c == ':' && language.has("symbols") && trySymbol()) return true;
    if (c == '?' && lookingAt("?>") && language.has("php"))
      return paintAhead(2, TokenPainter.TAG) && scanHtmlAroundPhp();
    return c == '<' && lookingAt("<?") && language.has("php") && scanPhpTag();
  }

  /** The page around the programs of PHP, up to the next one. */
  final boolean scanHtmlAroundPhp() {
    int to = s.indexOf("<?", i);
    if (to < 0 || to > end) to = end;
    Language html = Languages.find("html");
    if (html != null) painter.paintLanguage(html, i, to, depth + 1);
    i = to;
    return true;
  }

  private boolean scanPhpTag() {
    return paintAhead(lookingAt("<?php") ? 5 : lookingAt("<?=") ? 3 : 2, TokenPainter.TAG);
  }

  private boolean scanPreprocessor() {
    int to = i + 1;
    while (to < end && (s.charAt(to) == ' ' || Character.isLetter(s.charAt(to)))) {
      if (s.charAt(to) == ' ' && to > i + 1 && Character.isLetter(s.charAt(to - 1))) break;
      to++;
    }
    boolean include =
        s.startsWith("include", to - 7 < 0 ? 0 : to - 7)
            || s.startsWith("import", Math.max(0, to - 6));
    painter.paintRange(i, to, TokenPainter.ANNOTATION);
    i = to;
    while (i < end && s.charAt(i) == ' ') i++;
    if (include && i < end && s.charAt(i) == '<') {
      int close = s.indexOf('>', i);
      int stop = close < 0 || close >= lineEnd(i) ? lineEnd(i) : close + 1;
      painter.paintRange(i, stop, TokenPainter.STRING);
      i = stop;
    }
    expectsValue = true;
    return true;
  }

  private boolean tryAnnotation() {
    int to = i + 1;
    while (to < end
        && (isWordPart(s.charAt(to))
            || s.charAt(to) == '.' && to + 1 < end && isWordStart(s.charAt(to + 1)))) to++;
    if (to == i + 1) return false;
    painter.paintRange(i, to, TokenPainter.ANNOTATION);
    i = to;
    expectsValue = true;
    return true;
  }

  /** {@code #[derive(Debug)]}, {@code #![…]}. */
  private boolean tryAttribute() {
    int from = i + (lookingAt("#![") ? 3 : lookingAt("#[") ? 2 : 0);
    if (from == i) return false;
    int nested = 1;
    int to = from;
    int most = Math.min(end, i + TokenPainter.LOOKAHEAD);
    while (to < most && nested > 0) {
      char c = s.charAt(to++);
      if (c == '[') nested++;
      else if (c == ']') nested--;
    }
    painter.paintRange(i, to, TokenPainter.ANNOTATION);
    for (int stop = to; i < stop; )
      if (s.charAt(i) == '"') scanString("\"", false, true, false);
      else i++;
    expectsValue = true;
    return true;
  }

  /** {@code 'a} that no quote closes; a character literal is a string. */
  private boolean tryLifetime() {
    if (i + 1 >= end || !isWordStart(s.charAt(i + 1))) return false;
    int to = i + 1;
    while (to < end && isWordPart(s.charAt(to))) to++;
    if (to < end && s.charAt(to) == '\'' && to == i + 2) return false;
    painter.paintRange(i, to, TokenPainter.ATTRIBUTE);
    i = to;
    return true;
  }

  /** {@code ./default.nix}, {@code <nixpkgs>}, {@code ~/x}: paths that need no quotes. */
  private boolean tryPath() {
    int most = Math.min(lineEnd(i), i + TokenPainter.LOOKAHEAD);
    int to = i + 1;
    boolean slash = s.charAt(i) == '/';
    while (to < most && (isWordPart(s.charAt(to)) || "./-+".indexOf(s.charAt(to)) >= 0)) {
      if (s.charAt(to) == '/' && to + 1 < most && s.charAt(to + 1) > ' ') slash = true;
      to++;
    }
    if (s.charAt(i) == '<') {
      if (to >= most || s.charAt(to) != '>' || to == i + 1) return false;
      to++;
    } else if (!slash || lookingAt("//") || i > 0 && isWordPart(s.charAt(i - 1))) return false;
    painter.paintRange(i, to, TokenPainter.STRING);
    i = to;
    expectsValue = false;
    return true;
  }

  /**
   * {@code github:numtide/flake-utils}: Nix takes a word, a colon and what follows for an address.
   */
  final boolean tryUri(int from) {
    int to = i + 1;
    while (to < end && (isWordPart(s.charAt(to)) || "./-+?=&%@:~".indexOf(s.charAt(to)) >= 0)) to++;
    if (i >= end || s.charAt(i) != ':' || to == i + 1) return false;
    painter.paintRange(from, to, TokenPainter.STRING);
    i = to;
    expectsValue = false;
    return true;
  }

  private boolean tryElement() {
    if (i + 1 >= end) return false;
    char next = s.charAt(i + 1);
    if (!Character.isLetter(next) && next != '>') return false;
    if (language.has("generics") && isGenericArrow()) return false;
    i = new JsxLexer(painter, language, i, end, depth).run();
    expectsValue = false;
    return true;
  }

  /** {@code <T,>(x: T) =>} and {@code <T extends U>(…)} are no elements. */
  private boolean isGenericArrow() {
    int to = i + 1;
    while (to < end && isWordPart(s.charAt(to))) to++;
    return to < end
        && (s.charAt(to) == ',' || s.startsWith(" extends ", to) || s.startsWith(">(", to));
  }

  private boolean trySigilVariable() {
    int k = i + 1;
    if (k < end && s.charAt(k) == '{' && (s.charAt(i) == '$' || language.has("pod"))) {
      int close = s.indexOf('}', k);
      if (close < 0 || close >= lineEnd(i)) return false;
      k = close + 1;
    } else {
      while (k < end
          && (isWordPart(s.charAt(k))
              || s.startsWith("::", k) && k + 2 < end && isWordPart(s.charAt(k + 2))))
        k += s.startsWith("::", k) ? 2 : 1;
    }
    if (k == i + 1) return false;
    painter.paintRange(i, k, TokenPainter.ATTRIBUTE);
    i = k;
    expectsValue = false;
    return true;
  }

  private boolean trySymbol() {
    if (i + 1 >= end
        || !isWordStart(s.charAt(i + 1))
        || i > 0 && (isWordPart(s.charAt(i - 1)) || s.charAt(i - 1) == ':')) return false;
    int to = i + 1;
    while (to < end && isWordPart(s.charAt(to))) to++;
    painter.paintRange(i, to, TokenPainter.CONSTANT);
    i = to;
    expectsValue = false;
    return true;
  }

  /** Plain old documentation: from {@code =head1} or the like to {@code =cut}. */
  private boolean tryPod() {
    if (i > 0 && s.charAt(i - 1) != '\n' || i + 1 >= end || !isWordStart(s.charAt(i + 1)))
      return false;
    int cut = s.startsWith("=cut", i) ? i - 1 : s.indexOf("\n=cut", i);
    int to =
        cut < -1 || cut == -1 && !s.startsWith("=cut", i) ? end : lineEnd(Math.min(end, cut + 1));
    painter.paintRange(i, to, TokenPainter.COMMENT);
    i = to;
    return true;
  }
}
