package lectern.code;

import static lectern.code.Lexer.isWordPart;
import static lectern.code.Lexer.isWordStart;

/** Tokens of single languages that no table can describe, tried at the current position. */
final class LanguageRules {
  private final Lexer in;
  private final TokenPainter painter;
  private final Language language;
  private final String s;
  private final int end;
  private final StringContent content;
  private final StringLiterals strings;

  LanguageRules(Lexer in, StringContent content, StringLiterals strings) {
    this.in = in;
    this.painter = in.painter;
    this.language = in.language;
    this.s = in.s;
    this.end = in.end;
    this.content = content;
    this.strings = strings;
  }

  /** Whether a token special to the language is at the current position; moves behind it. */
  boolean tryToken(char c) {
    return switch (c) {
      case '#' ->
          in.atLineStart && language.has("preprocessor")
              ? scanPreprocessor()
              : language.has("attributes") && tryAttribute();
      case '@' ->
          language.has("annotations") && tryAnnotation()
              || language.has("here-strings") && strings.tryHereString()
              || language.has("marked-strings") && strings.tryMarkedString()
              || language.has("sigils") && trySigilVariable();
      case '\'' -> language.has("lifetimes") && tryLifetime();
      case '/' ->
          language.has("regex") && in.expectsValue && strings.tryRegex()
              || language.has("paths") && tryPath();
      case '<' ->
          language.has("paths") && tryPath()
              || language.has("jsx") && in.expectsValue && tryElement()
              || language.has("heredocs") && in.lookingAt("<<") && strings.tryHeredoc()
              || language.has("php") && in.lookingAt("<?") && scanPhpTag();
      case '.', '~' -> language.has("paths") && tryPath();
      case '=' -> in.atLineStart && language.has("pod") && tryPod();
      case '%' ->
          language.has("percents") && strings.tryPercentLiteral()
              || language.has("sigils") && trySigilVariable();
      case '$' ->
          language.has("marked-strings") && strings.tryMarkedString()
              || language.has("sigils") && trySigilVariable();
      case '[' -> language.has("long-brackets") && strings.tryLongBracketString();
      case '\\' -> language.has("multiline") && tryMultilineString();
      case ':' -> language.has("symbols") && trySymbol();
      case '?' -> language.has("php") && in.lookingAt("?>") && scanPhpEnd();
      default -> false;
    };
  }

  /** A line of a multi-line string of Zig: from {@code \\} to the end of the line. */
  private boolean tryMultilineString() {
    if (!in.lookingAt("\\\\")) return false;
    in.paintTo(in.lineEnd(in.i), Token.STRING);
    return true;
  }

  private boolean scanPhpEnd() {
    in.acceptOperator(Math.min(end, in.i + 2), Token.TAG);
    scanHtmlAroundPhp();
    return true;
  }

  /** Paints the HTML up to the next PHP tag. */
  void scanHtmlAroundPhp() {
    int to = s.indexOf("<?", in.i);
    if (to < 0 || to > end) to = end;
    in.embed("html", in.i, to);
    in.i = to;
  }

  private boolean scanPhpTag() {
    int length = in.lookingAt("<?php") ? 5 : in.lookingAt("<?=") ? 3 : 2;
    return in.acceptOperator(Math.min(end, in.i + length), Token.TAG);
  }

  private boolean scanPreprocessor() {
    int to = in.i + 1;
    while (in.at(to) == ' ' || Character.isLetter(in.at(to))) {
      if (s.charAt(to) == ' ' && to > in.i + 1 && Character.isLetter(s.charAt(to - 1))) break;
      to++;
    }
    boolean include =
        s.startsWith("include", to - 7 < 0 ? 0 : to - 7)
            || s.startsWith("import", Math.max(0, to - 6));
    in.paintTo(to, Token.ANNOTATION);
    while (in.at(in.i) == ' ') in.i++;
    if (include && in.at(in.i) == '<') {
      int close = s.indexOf('>', in.i);
      int stop = close < 0 || close >= in.lineEnd(in.i) ? in.lineEnd(in.i) : close + 1;
      in.paintTo(stop, Token.STRING);
    }
    in.expectsValue = true;
    return true;
  }

  private boolean tryAnnotation() {
    int to = in.i + 1;
    while (to < end
        && (isWordPart(s.charAt(to)) || s.charAt(to) == '.' && isWordStart(in.at(to + 1)))) to++;
    if (to == in.i + 1) return false;
    return in.acceptOperator(to, Token.ANNOTATION);
  }

  /** {@code #[derive(Debug)]}, {@code #![…]}. */
  private boolean tryAttribute() {
    int from = in.i + (in.lookingAt("#![") ? 3 : in.lookingAt("#[") ? 2 : 0);
    if (from == in.i) return false;
    int nested = 1;
    int to = from;
    int limit = Math.min(end, in.i + Lexer.LOOKAHEAD);
    while (to < limit && nested > 0) {
      char c = s.charAt(to++);
      if (c == '[') nested++;
      else if (c == ']') nested--;
    }
    in.paint(in.i, to, Token.ANNOTATION);
    for (int stop = to; in.i < stop; )
      if (s.charAt(in.i) == '"') content.scanString("\"", false, true, false);
      else in.i++;
    in.expectsValue = true;
    return true;
  }

  /** {@code 'a} without a closing quote; with one it is a character. */
  private boolean tryLifetime() {
    if (!isWordStart(in.at(in.i + 1))) return false;
    int to = in.wordEnd(in.i + 1);
    if (in.at(to) == '\'' && to == in.i + 2) return false;
    in.paintTo(to, Token.ATTRIBUTE);
    return true;
  }

  /** {@code ./default.nix}, {@code <nixpkgs>}, {@code ~/x}: paths without quotes. */
  private boolean tryPath() {
    int limit = Math.min(in.lineEnd(in.i), in.i + Lexer.LOOKAHEAD);
    int to = in.i + 1;
    boolean slash = s.charAt(in.i) == '/';
    while (to < limit && (isWordPart(s.charAt(to)) || "./-+".indexOf(s.charAt(to)) >= 0)) {
      if (s.charAt(to) == '/' && to + 1 < limit && s.charAt(to + 1) > ' ') slash = true;
      to++;
    }
    if (s.charAt(in.i) == '<') {
      if (to >= limit || s.charAt(to) != '>' || to == in.i + 1) return false;
      to++;
    } else if (!slash || in.lookingAt("//") || in.i > 0 && isWordPart(s.charAt(in.i - 1)))
      return false;
    return in.acceptValue(in.i, to, Token.STRING);
  }

  /** {@code github:numtide/flake-utils}: a URI without quotes in Nix. */
  boolean tryUri(int from) {
    int to = in.i + 1;
    while (isWordPart(in.at(to)) || "./-+?=&%@:~".indexOf(in.at(to)) >= 0) to++;
    if (in.at(in.i) != ':' || to == in.i + 1) return false;
    return in.acceptValue(from, to, Token.STRING);
  }

  private boolean tryElement() {
    if (in.i + 1 >= end) return false;
    char next = s.charAt(in.i + 1);
    if (!Character.isLetter(next) && next != '>') return false;
    if (language.has("generics") && isGenericArrow()) return false;
    JsxLexer element = new JsxLexer(painter, language, in.i, end, in.depth);
    element.run();
    in.i = element.i;
    in.expectsValue = false;
    return true;
  }

  /** {@code <T,>(x: T) =>} and {@code <T extends U>(…)} are not elements. */
  private boolean isGenericArrow() {
    int to = in.wordEnd(in.i + 1);
    return to < end
        && (s.charAt(to) == ',' || s.startsWith(" extends ", to) || s.startsWith(">(", to));
  }

  private boolean trySigilVariable() {
    int k = in.i + 1;
    if (in.at(k) == '{' && (s.charAt(in.i) == '$' || language.has("pod"))) {
      int close = s.indexOf('}', k);
      if (close < 0 || close >= in.lineEnd(in.i)) return false;
      k = close + 1;
    } else {
      while (k < end
          && (isWordPart(s.charAt(k)) || s.startsWith("::", k) && isWordPart(in.at(k + 2))))
        k += s.startsWith("::", k) ? 2 : 1;
    }
    if (k == in.i + 1) return false;
    return in.acceptValue(in.i, k, Token.ATTRIBUTE);
  }

  private boolean trySymbol() {
    if (!isWordStart(in.at(in.i + 1))
        || in.i > 0 && (isWordPart(s.charAt(in.i - 1)) || s.charAt(in.i - 1) == ':')) return false;
    int to = in.wordEnd(in.i + 1);
    return in.acceptValue(in.i, to, Token.CONSTANT);
  }

  /** Plain old documentation: from {@code =head1} or the like to {@code =cut}. */
  private boolean tryPod() {
    if (in.i > 0 && s.charAt(in.i - 1) != '\n' || !isWordStart(in.at(in.i + 1))) return false;
    int cut = s.startsWith("=cut", in.i) ? in.i - 1 : s.indexOf("\n=cut", in.i);
    int to =
        cut < -1 || cut == -1 && !s.startsWith("=cut", in.i)
            ? end
            : in.lineEnd(Math.min(end, cut + 1));
    in.paintTo(to, Token.COMMENT);
    return true;
  }
}
