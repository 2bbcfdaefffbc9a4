package lectern.code;

import static lectern.code.Lexer.isWordPart;
import static lectern.code.Lexer.isWordStart;

/**
 * Scans strings from their opening to their closing mark: text, escapes, variables, expressions.
 */
final class StringContent {
  private final Lexer in;
  private final TokenPainter painter;
  private final Language language;
  private final String s;
  private final int end;

  StringContent(Lexer in) {
    this.in = in;
    this.painter = in.painter;
    this.language = in.language;
    this.s = in.s;
    this.end = in.end;
  }

  boolean allowsInterpolation() {
    return !language.interpolation().isEmpty()
        && !language.has("prefixed-holes")
        && canInterpolate(in.i);
  }

  /** In Scala, only strings after a letter interpolate. */
  private boolean canInterpolate(int at) {
    return !language.has("interpolators") || at > 0 && isWordStart(s.charAt(at - 1));
  }

  /**
   * Scans from the opening mark at the current position to the closing one, or to the end of the
   * line.
   *
   * @param raw whether there are no escapes
   * @param lines whether it may span lines
   * @param holes whether it may contain expressions
   */
  void scanString(String mark, boolean raw, boolean lines, boolean holes) {
    int opens = in.i;
    int from = in.i;
    boolean sigils = mark.startsWith("\"") && language.has("string-sigils") && canInterpolate(from);
    boolean documents =
        language.has("docstrings") && mark.length() == 3 && in.atLineStart && in.bracketDepth == 0;
    in.i += mark.length();
    while (in.i < end) {
      char c = s.charAt(in.i);
      painter.stepCount++;
      if (c == '\n' && !lines) break;
      if (c == '\'' && language.has("indented") && mark.length() == 2 && skipDoubledEscape())
        continue;
      if (in.lookingAt(mark)) {
        in.i += mark.length();
        if (raw && language.has("doubled") && in.i < end && in.lookingAt(mark)) {
          in.i += mark.length();
          continue;
        }
        break;
      }
      // a brace written hasReplacement is one, where a single one opens an expression
      boolean brace =
          c == '{' && holes && in.lookingAt("{{") && language.interpolation().equals("{");
      if (holes
          && !brace
          && (in.lookingAt(language.interpolation()) || c == '%' && isTemplateDirective())) {
        in.paint(from, in.i, Token.STRING);
        scanInterpolation();
        from = in.i;
      } else if (c == '$' && sigils && startsVariable(in.i + 1)) {
        in.paint(from, in.i, Token.STRING);
        scanVariable();
        from = in.i;
      } else if (!raw && c == escapeChar()) {
        in.paint(from, in.i, Token.STRING);
        scanEscape(lines);
        from = in.i;
      } else in.i += brace ? 2 : 1;
    }
    in.i = Math.min(in.i, end);
    in.paint(from, in.i, Token.STRING);
    if (documents) in.paint(opens, in.i, Token.COMMENT);
    else if (language.has("json") && isKey()) in.paint(opens, in.i, Token.KEY);
    in.expectsValue = false;
  }

  /** {@code '''}, {@code ''$} and {@code ''\n} do not close an indented string of Nix. */
  private boolean skipDoubledEscape() {
    if (!in.lookingAt("''") || in.i + 2 >= end || "'$\\".indexOf(s.charAt(in.i + 2)) < 0)
      return false;
    in.i += s.charAt(in.i + 2) == '\\' ? 4 : 3;
    return true;
  }

  /** {@code %{ if x }} in a template of HCL. */
  private boolean isTemplateDirective() {
    return language.has("template-strings") && in.lookingAt("%{");
  }

  /** {@code \\n}, {@code \\x1b}, {@code \\u{1F600}}. */
  private void scanEscape(boolean lines) {
    int to = in.i + 2;
    char kind = in.i + 1 < end ? s.charAt(in.i + 1) : ' ';
    if (kind == '\n' && !lines) {
      in.paint(in.i, ++in.i, Token.STRING);
      return;
    }
    if (kind == 'x' || kind == 'u' || kind == 'U') {
      int limit = Math.min(end, to + (kind == 'x' ? 2 : kind == 'u' ? 4 : 8));
      if (in.at(to) == '{') {
        int close = s.indexOf('}', to);
        if (close > 0 && close < Math.min(end, to + 8)) to = close + 1;
      } else while (to < limit && Character.digit(s.charAt(to), 16) >= 0) to++;
    }
    to = Math.min(end, to);
    in.paint(in.i, to, kind == '\n' ? Token.STRING : Token.ESCAPE);
    in.i = to;
  }

  /** The escape character: a backtick in PowerShell. */
  private char escapeChar() {
    return language.has("ticks") ? '`' : '\\';
  }

  /** Paints an expression in a string as code. */
  private void scanInterpolation() {
    String opens = language.interpolation();
    int body = in.i + Math.max(opens.indexOf('{'), opens.indexOf('(')) + 1;
    int close = BraceMatcher.findClosing(painter, body - 1, end);
    if (close < 0) {
      in.paintTo(body, Token.STRING);
      return;
    }
    int to = close + 1;
    byte marks = language.has("string-marks") ? Token.STRING : Token.OPERATOR;
    in.paint(in.i, body, marks);
    in.paint(body, to - 1, Token.PLAIN);
    if (in.depth < Lexer.MAX_NESTED_DEPTH) in.embed(language, body, to - 1);
    else in.paint(body, to - 1, Token.STRING);
    in.paint(to - 1, to, marks);
    in.i = to;
  }

  /** Paints the expressions in a heredoc. */
  void scanInterpolations(int from, int to) {
    for (in.i = from; in.i < to; ) {
      painter.stepCount++;
      if (in.lookingAt(language.interpolation())) scanInterpolation();
      else in.i += s.charAt(in.i) == '\\' ? 2 : 1;
    }
  }

  /** Whether a colon or, where the language has that, an equals sign follows: a key. */
  boolean isKey() {
    int k = in.skipSpaces(in.i);
    char next = in.at(k + 1);
    if (in.at(k) == ':') return next != ':';
    return in.at(k) == '=' && language.has("equals-keys") && next != '=' && next != '>';
  }

  boolean startsVariable(int k) {
    if (k >= end) return false;
    return isWordStart(s.charAt(k))
        || s.charAt(k) == '{' && !language.interpolation().equals("${")
        || s.charAt(k) == '(' && language.interpolation().isEmpty();
  }

  /** {@code $name}, {@code ${name}}, and {@code $(…)} where the language has it. */
  void scanVariable() {
    int k = in.i + 1;
    char opens = s.charAt(k);
    if (isWordStart(opens)) {
      boolean scoped = language.interpolation().isEmpty();
      while (k < end
          && (isWordPart(s.charAt(k)) || scoped && s.charAt(k) == ':' && isWordStartAt(k + 1))) k++;
    } else {
      k = BraceMatcher.findClosing(painter, k, end);
      if (k < 0) {
        in.paint(in.i, ++in.i, Token.STRING);
        return;
      }
      k++;
      if (opens == '(' && in.depth < Lexer.MAX_NESTED_DEPTH) {
        in.paint(in.i, in.i + 2, Token.OPERATOR);
        in.paint(in.i + 2, k - 1, Token.PLAIN);
        in.embed(language, in.i + 2, k - 1);
        in.paint(k - 1, k, Token.OPERATOR);
        in.i = k;
        return;
      }
    }
    in.paintTo(k, Token.VARIABLE);
  }

  private boolean isWordStartAt(int k) {
    return isWordStart(in.at(k));
  }
}
