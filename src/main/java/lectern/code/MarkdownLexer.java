package lectern.code;

import java.util.Locale;

/**
 * Markdown shown as source: headings, marks, links, and the code in its fences by its own language.
 */
final class MarkdownLexer {
  private final TokenPainter painter;
  private final String s;
  private final int end;
  private final int depth;
  private int i;

  MarkdownLexer(TokenPainter ink, int from, int end, int depth) {
    this.painter = ink;
    this.s = ink.text;
    this.i = from;
    this.end = end;
    this.depth = depth;
  }

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
    painter.paintRange(i, i + 3, TokenPainter.OPERATOR);
    painter.paintLanguage(Languages.find("yaml"), i + 4, close, depth + 1);
    i = Math.min(end, close + 4);
    painter.paintRange(close + 1, i, TokenPainter.OPERATOR);
  }

  private void scanFence(int k, int to) {
    int run = k;
    while (run < to && s.charAt(run) == s.charAt(k)) run++;
    String mark = s.substring(k, run);
    int word = run;
    while (word < to && (Scanner.isWordPart(s.charAt(word)) || "+#-".indexOf(s.charAt(word)) >= 0))
      word++;
    String language = s.substring(run, word).toLowerCase(Locale.ROOT);
    painter.paintRange(k, to, TokenPainter.ATTRIBUTE);
    int body = Math.min(end, to + 1);
    int close = body;
    while (close < end && !s.startsWith(mark, skipIndent(close)))
      close = Math.min(end, lineEnd(close) + 1);
    Language inner = Languages.find(language);
    if (inner != null) painter.paintLanguage(inner, body, close, depth + 1);
    int last = close < end ? lineEnd(close) : end;
    painter.paintRange(close, last, TokenPainter.ATTRIBUTE);
    i = last + 1;
  }

  /** A comment to its end, however many lines; else the tags of a line. */
  private void scanHtml(int k) {
    int to = lineEnd(k);
    if (s.startsWith("<!--", k)) {
      int close = s.indexOf("-->", k);
      to = close < 0 || close + 3 > end ? end : close + 3;
    }
    painter.paintLanguage(Languages.find("html"), k, to, depth + 1);
    i = to;
    if (i < end) scanLine(i, lineEnd(i));
    i = lineEnd(i) + 1;
  }

  private int skipIndent(int k) {
    while (k < end && s.charAt(k) == ' ') k++;
    return k;
  }

  private void scanLine(int k, int to) {
    if (k >= to) return;
    char c = s.charAt(k);
    if (c == '#') painter.paintRange(k, to, TokenPainter.KEYWORD);
    else if (c == '>') painter.paintRange(k, k + 1, TokenPainter.OPERATOR);
    else if ((c == '-' || c == '*' || c == '+') && k + 1 < to && s.charAt(k + 1) == ' ')
      painter.paintRange(k, k + 1, TokenPainter.OPERATOR);
    scanInline(k, to, c == '#');
  }

  private void scanInline(int k, int to, boolean heading) {
    while (k < to) {
      char c = s.charAt(k);
      painter.stepCount++;
      int next = k + 1;
      if (c == '`') next = paintUntil(k, to, backtickRun(k, to), TokenPainter.STRING);
      else if (!heading && s.startsWith("**", k) && k + 2 < to && s.charAt(k + 2) > ' ')
        next = paintUntil(k, to, "**", TokenPainter.TYPE);
      else if (s.startsWith("<!--", k)) next = paintUntil(k, to, "-->", TokenPainter.COMMENT);
      else if (c == ']' && k + 1 < to && s.charAt(k + 1) == '(') next = scanLinkTarget(k + 1, to);
      k = next;
    }
  }

  /** The address of a link, and its title. */
  private int scanLinkTarget(int k, int to) {
    int next = paintUntil(k, to, ")", TokenPainter.FUNCTION);
    int title = s.indexOf(" \"", k);
    if (title > 0 && title + 2 < next && s.charAt(next - 2) == '"')
      painter.paintRange(title + 1, next - 1, TokenPainter.STRING);
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
    painter.paintRange(from, close + closes.length(), role);
    return close + closes.length();
  }

  private int lineEnd(int from) {
    int to = from >= end ? end : s.indexOf('\n', from);
    return to < 0 || to > end ? end : to;
  }
}
