package lectern.code;

import static lectern.code.Lexer.isWordPart;
import static lectern.code.Lexer.isWordStart;

import java.util.Locale;
import java.util.Set;

/** The string literals of all languages; each method tries one form at the current position. */
final class StringLiterals {
  private static final Set<String> QUOTE_OPERATORS = Set.of("q", "qq", "qw", "qr", "m");

  private final Lexer in;
  private final TokenPainter painter;
  private final Language language;
  private final String s;
  private final int end;
  private final StringContent content;

  StringLiterals(Lexer in, StringContent content) {
    this.in = in;
    this.painter = in.painter;
    this.language = in.language;
    this.s = in.s;
    this.end = in.end;
    this.content = content;
  }

  boolean tryString(char c) {
    for (String mark : language.multilineStrings()) {
      if (!in.lookingAt(mark)) continue;
      content.scanString(mark, language.has("raw-longs"), true, content.allowsInterpolation());
      return true;
    }
    if (language.rawStrings().indexOf(c) >= 0) {
      content.scanString(String.valueOf(c), true, true, false);
      return true;
    }
    if (language.quotes().indexOf(c) < 0
        || c == '\'' && language.has("primes") && in.i > 0 && isWordPart(s.charAt(in.i - 1)))
      return false;
    int from = in.i;
    content.scanString(
        String.valueOf(c),
        c == '\'' && language.has("ticks"),
        c == '`' || language.has("long-quotes"),
        content.allowsInterpolation() && (c != '\'' || language.has("all-holes")));
    if (c == '\'' && language.has("char-constants")) in.paint(from, in.i, Token.CONSTANT);
    return true;
  }

  boolean tryRegex() {
    boolean set = false;
    int limit = Math.min(in.lineEnd(in.i), in.i + Lexer.LOOKAHEAD);
    for (int k = in.i + 1; k < limit; k++) {
      char c = s.charAt(k);
      if (c == '\\') k++;
      else if (c == '[') set = true;
      else if (c == ']') set = false;
      else if (c == '/' && !set) {
        if (k == in.i + 1) return false;
        int to = k + 1;
        while (Character.isLetter(in.at(to))) to++;
        return in.acceptValue(in.i, to, Token.STRING);
      }
    }
    return false;
  }

  /** {@code <<~TEXT}, {@code <<<'EOT'}, {@code <<-EOF}. */
  boolean tryHeredoc() {
    int k = in.i + 2;
    if (in.at(k) == '<') k++;
    if (in.at(k) == '~' || in.at(k) == '-') k++;
    char quote = "'\"".indexOf(in.at(k)) >= 0 ? in.at(k) : 0;
    if (quote != 0) k++;
    int from = k;
    while (isWordPart(in.at(k))) k++;
    if (k == from || !Character.isUpperCase(s.charAt(from)) && quote == 0) return false;
    String word = s.substring(from, k);
    if (quote != 0 && k < end) k++;
    byte marks = language.has("string-labels") ? Token.ESCAPE : Token.KEYWORD;
    Language inner = language.has("labelled") ? Languages.find(word) : null;
    int to = ShellLexer.paintHeredoc(in, word, k, inner, marks);
    if (quote != '\'' && !language.interpolation().isEmpty())
      content.scanInterpolations(in.lineEnd(k), to);
    in.i = to;
    in.expectsValue = false;
    return true;
  }

  /** {@code $"…{x}…"}, {@code @"…"}, both, and raw strings with three quotes: C#. */
  boolean tryMarkedString() {
    int k = in.i;
    boolean raw = false;
    boolean holes = false;
    for (; k < end && k < in.i + 8 && (s.charAt(k) == '$' || s.charAt(k) == '@'); k++) {
      raw |= s.charAt(k) == '@';
      holes |= s.charAt(k) == '$';
    }
    if (in.at(k) != '"') return false;
    in.paintTo(k, Token.STRING);
    boolean three = in.lookingAt("\"\"\"") && !raw;
    content.scanString(three ? "\"\"\"" : "\"", raw || three, raw || three, holes);
    return true;
  }

  /** {@code @"…"@} over lines, {@code @'…'@} without variables: PowerShell. */
  boolean tryHereString() {
    char quote = in.i + 1 < end ? s.charAt(in.i + 1) : 0;
    if (quote != '"' && quote != '\'' || in.lineEnd(in.i) != in.i + 2) return false;
    int to = in.indexAfter("\n" + quote + "@", in.i + 2);
    in.paint(in.i, to, Token.STRING);
    int from = in.i;
    for (in.i += 2; quote == '"' && in.i < to - 2; ) {
      painter.stepCount++;
      if (s.charAt(in.i) == '$' && content.startsVariable(in.i + 1)) content.scanVariable();
      else in.i += s.charAt(in.i) == '`' ? 2 : 1;
    }
    in.i = Math.max(to, from + 2);
    in.expectsValue = false;
    return true;
  }

  boolean tryLongBracketString() {
    int k = in.i + 1;
    while (in.at(k) == '=') k++;
    if (in.at(k) != '[') return false;
    String closes = "]" + "=".repeat(k - in.i - 1) + "]";
    return in.acceptValue(in.i, in.indexAfter(closes, k), Token.STRING);
  }

  /** {@code f"…"}, {@code rb'…'}, {@code r#"…"#}, {@code R"x(…)x"}, {@code L"…"}. */
  boolean tryPrefixedString(int from) {
    if (in.i >= end || in.i - from > 3 || !language.has("prefixes")) return false;
    char c = s.charAt(in.i);
    String prefix = s.substring(from, in.i).toLowerCase(Locale.ROOT);
    boolean raw = prefix.indexOf('r') >= 0;
    if (c == '#' && raw && language.has("hash-raws")) return tryHashRawString(from);
    if (c != '"' && c != '\'' || language.quotes().indexOf(c) < 0) return false;
    for (int k = from; k < in.i; k++) if ("rRbBfFuULtT8c".indexOf(s.charAt(k)) < 0) return false;
    if (c == '\'' && language.has("lifetimes")) return tryByteLiteral(from);
    if (raw && language.has("paren-raws")) return tryParenRawString(from);
    boolean holes = prefix.indexOf('f') >= 0 && language.has("prefixed-holes");
    in.paint(from, in.i, language.has("prefixed-holes") ? Token.KEYWORD : Token.STRING);
    String three = String.valueOf(c).repeat(3);
    boolean triple = language.multilineStrings().contains(three) && in.lookingAt(three);
    content.scanString(
        triple ? three : String.valueOf(c),
        raw && language.has("hash-raws"),
        triple || language.has("long-quotes"),
        holes);
    return true;
  }

  private boolean tryByteLiteral(int from) {
    if (s.charAt(from) != 'b') return false;
    in.paint(from, in.i, Token.STRING);
    content.scanString("'", false, false, false);
    return true;
  }

  boolean tryHashRawString(int from) {
    int k = in.i;
    while (in.at(k) == '#') k++;
    if (in.at(k) != '"') return false;
    String closes = "\"" + "#".repeat(k - in.i);
    return in.acceptValue(from, in.indexAfter(closes, k + 1), Token.STRING);
  }

  private boolean tryParenRawString(int from) {
    int paren = s.indexOf('(', in.i);
    if (paren < 0 || paren - in.i > 17) return false;
    String closes = ")" + s.substring(in.i + 1, paren) + "\"";
    return in.acceptValue(from, in.indexAfter(closes, paren), Token.STRING);
  }

  /** {@code %w[a b]}, {@code %r{…}}, {@code %(…)}: Ruby's percent literals. */
  boolean tryPercentLiteral() {
    int k = in.i + 1;
    if ("wWiIqQrsx".indexOf(in.at(k)) >= 0) k++;
    if (k >= end || "[({<|!/".indexOf(s.charAt(k)) < 0 || k == in.i + 1 && !in.expectsValue)
      return false;
    boolean plain = "wiqs".indexOf(s.charAt(k - 1)) >= 0;
    int from = in.i;
    if (!tryDelimitedString(k)) return false;
    int to = in.i;
    if (!plain) content.scanInterpolations(from, to);
    in.i = to;
    return true;
  }

  /** {@code qw(a b)}, {@code q{…}}, {@code m|…|}, {@code s/…/…/}: Perl's quote-like operators. */
  boolean tryQuoteOperator(int from) {
    String word = s.substring(from, in.i);
    boolean hasReplacement = word.equals("s") || word.equals("tr") || word.equals("y");
    if (!hasReplacement && !QUOTE_OPERATORS.contains(word)) return false;
    int k = in.skipSpaces(in.i);
    if (k >= end || isWordPart(s.charAt(k)) || ",;=)-.\n".indexOf(s.charAt(k)) >= 0) return false;
    if (k > in.i && s.charAt(k) == '#') return false;
    int back = in.i;
    in.i = from;
    if (!tryDelimitedString(k)) {
      in.i = back;
      return false;
    }
    if (hasReplacement) {
      int second = "[({<".indexOf(s.charAt(k)) >= 0 ? in.i : in.i - 1;
      while (second < end && s.charAt(second) <= ' ') second++;
      if (second < end) tryDelimitedString(second);
    }
    int letters = in.i;
    while (isWordStart(in.at(in.i))) in.i++;
    in.paint(letters, in.i, Token.STRING);
    return true;
  }

  /** Scans from the current position to the partner of the delimiter at {@code k}. */
  private boolean tryDelimitedString(int k) {
    int pair = "[({<".indexOf(s.charAt(k));
    char closes = pair >= 0 ? "])}>".charAt(pair) : s.charAt(k);
    int nested = 1;
    int to = k + 1;
    int limit = Math.min(end, k + 8 * Lexer.LOOKAHEAD);
    while (to < limit && nested > 0) {
      char c = s.charAt(to++);
      painter.stepCount++;
      if (c == '\\') to++;
      else if (c == closes) nested--;
      else if (pair >= 0 && c == s.charAt(k)) nested++;
    }
    if (nested > 0) return false;
    to = Math.min(to, end);
    return in.acceptValue(in.i, to, Token.STRING);
  }
}
