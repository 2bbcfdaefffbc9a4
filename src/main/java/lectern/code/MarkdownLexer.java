package lectern.code;

import java.util.Locale;

/** Markdown source: headings, marks, links, and fenced code in its own language. */
final class MarkdownLexer extends Lexer {
  MarkdownLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
  }

  @Override
  void run() {
    scanFrontMatter();
    while (i < end) {
      int to = lineEnd(i);
      int k = i;
      while (k < to && s.charAt(k) == ' ') k++;
      if (s.startsWith("```", k) || s.startsWith("~~~", k)) scanFence(k, to);
      else if (k < to && s.charAt(k) == '<') scanHtml(k);
      else {
        scanLine(k, to);
        i = to + 1;
      }
    }
  }

  private void scanFrontMatter() {
    if (!s.startsWith("---\n", i)) return;
    int close = s.indexOf("\n---", i + 3);
    if (close < 0 || close >= end) return;
    paint(i, i + 3, Token.OPERATOR);
    embed("yaml", i + 4, close);
    i = Math.min(end, close + 4);
    paint(close + 1, i, Token.OPERATOR);
  }

  private void scanFence(int k, int to) {
    int run = k;
    while (run < to && s.charAt(run) == s.charAt(k)) run++;
    String mark = s.substring(k, run);
    int word = run;
    while (word < to && (isWordPart(s.charAt(word)) || "+#-".indexOf(s.charAt(word)) >= 0)) word++;
    String language = s.substring(run, word).toLowerCase(Locale.ROOT);
    paint(k, to, Token.ATTRIBUTE);
    int body = Math.min(end, to + 1);
    int close = body;
    while (close < end && !s.startsWith(mark, skipIndent(close)))
      close = Math.min(end, lineEnd(close) + 1);
    Language inner = Languages.find(language);
    if (inner != null) embed(inner, body, close);
    int last = close < end ? lineEnd(close) : end;
    paint(close, last, Token.ATTRIBUTE);
    i = last + 1;
  }

  /** A comment over any number of lines, else the tags of a line. */
  private void scanHtml(int k) {
    int to = s.startsWith("<!--", k) ? indexAfter("-->", k) : lineEnd(k);
    embed("html", k, to);
    i = to;
    if (i < end) scanLine(i, lineEnd(i));
    i = lineEnd(i) + 1;
  }

  private int skipIndent(int k) {
    while (at(k) == ' ') k++;
    return k;
  }

  private void scanLine(int k, int to) {
    if (k >= to) return;
    char c = s.charAt(k);
    if (c == '#') paint(k, to, Token.KEYWORD);
    else if (c == '>') paint(k, k + 1, Token.OPERATOR);
    else if ((c == '-' || c == '*' || c == '+') && k + 1 < to && s.charAt(k + 1) == ' ')
      paint(k, k + 1, Token.OPERATOR);
    scanInline(k, to, c == '#');
  }

  private void scanInline(int k, int to, boolean heading) {
    while (k < to) {
      char c = s.charAt(k);
      painter.stepCount++;
      int next = k + 1;
      if (c == '`') next = paintUntil(k, to, backtickRun(k, to), Token.STRING);
      else if (!heading && s.startsWith("**", k) && k + 2 < to && s.charAt(k + 2) > ' ')
        next = paintUntil(k, to, "**", Token.TYPE);
      else if (s.startsWith("<!--", k)) next = paintUntil(k, to, "-->", Token.COMMENT);
      else if (c == ']' && k + 1 < to && s.charAt(k + 1) == '(') next = scanLinkTarget(k + 1, to);
      k = next;
    }
  }

  /** The address of a link, and its title. */
  private int scanLinkTarget(int k, int to) {
    int next = paintUntil(k, to, ")", Token.FUNCTION);
    int title = s.indexOf(" \"", k);
    if (title > 0 && title + 2 < next && s.charAt(next - 2) == '"')
      paint(title + 1, next - 1, Token.STRING);
    return next;
  }

  private String backtickRun(int k, int to) {
    int run = k;
    while (run < to && s.charAt(run) == '`') run++;
    return s.substring(k, run);
  }

  private int paintUntil(int from, int to, String closes, byte role) {
    int close = s.indexOf(closes, from + closes.length());
    if (close < 0 || close >= to) return from + 1;
    paint(from, close + closes.length(), role);
    return close + closes.length();
  }
}
