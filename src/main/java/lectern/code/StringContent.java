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
    boolean sigils =
        mark.startsWith("\"") && language.has("string-sigils") && canInterpolate(opens);
    boolean documents =
        language.has("docstrings") && mark.length() == 3 && in.atLineStart && in.bracketDepth == 0;
    paintText(mark.length());
    while (in.i < end && (lines || s.charAt(in.i) != '\n')) {
      char c = s.charAt(in.i);
      painter.stepCount++;
      int escaped = escapedMarkLength(mark, raw);
      if (escaped > 0) paintText(escaped);
      else if (in.lookingAt(mark)) {
        paintText(mark.length());
        break;
      } else if (holes && isDoubledBrace()) paintText(2);
      else if (holes && (in.lookingAt(language.interpolation()) || isTemplateDirective()))
        scanInterpolation();
      else if (c == '$' && sigils && startsVariable(in.i + 1)) scanVariable();
      else if (!raw && c == escapeChar()) scanEscape(lines);
      else paintText(1);
    }
    if (documents) in.paint(opens, in.i, Token.COMMENT);
    else if (language.has("json") && isKey()) in.paint(opens, in.i, Token.KEY);
    in.expectsValue = false;
  }

  private void paintText(int length) {
    in.paintTo(Math.min(end, in.i + length), Token.STRING);
  }

  /** Length of what does not close a string: a doubled mark, {@code ''$} in Nix; 0 for none. */
  private int escapedMarkLength(String mark, boolean raw) {
    if (!in.lookingAt(mark)) return 0;
    if (language.has("indented") && mark.equals("''") && "'$\\".indexOf(in.at(in.i + 2)) >= 0)
      return in.at(in.i + 2) == '\\' ? 4 : 3;
    return raw && language.has("doubled") && in.lookingAt(mark.repeat(2)) ? 2 * mark.length() : 0;
  }

  /** Doubled, a brace stands for one where a single one opens an expression. */
  private boolean isDoubledBrace() {
    return in.lookingAt("{{") && language.interpolation().equals("{");
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
    paintExpression(body, close, language.has("string-marks") ? Token.STRING : Token.OPERATOR);
  }

  private void paintExpression(int body, int close, byte marks) {
    in.paintTo(body, marks);
    if (in.depth < Lexer.MAX_NESTED_DEPTH) {
      in.paintTo(close, Token.PLAIN);
      in.embed(language, body, close);
    } else in.paintTo(close, Token.STRING);
    in.paintTo(close + 1, marks);
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
          && (isWordPart(s.charAt(k)) || scoped && s.charAt(k) == ':' && isWordStart(in.at(k + 1))))
        k++;
    } else {
      int close = BraceMatcher.findClosing(painter, k, end);
      if (close < 0) {
        in.paintTo(k, Token.STRING);
        return;
      }
      if (opens == '(' && in.depth < Lexer.MAX_NESTED_DEPTH) {
        paintExpression(k + 1, close, Token.OPERATOR);
        return;
      }
      k = close + 1;
    }
    in.paintTo(k, Token.VARIABLE);
  }
}
