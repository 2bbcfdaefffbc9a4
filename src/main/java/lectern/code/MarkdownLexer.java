package lectern.code;

import java.util.Locale;

/**
 * Markdown shown as source: headings, marks, links, and the code in its fences by its own language.
 */
final class MarkdownLexer {
  private final TokenPainter ink;
  private final String s;
  private final int end;
  private final int depth;
  private int i;

  MarkdownLexer(TokenPainter ink, int from, int end, int depth) {
    this.ink = ink;
    this.s = ink.text;
    this.i = from;
    this.end = end;
    this.depth = depth;
  }

  void run() {
    frontMatter();
    while (i < end) {
      int to = lineEnd(i);
      int k = i;
      while (k < to && s.charAt(k) == ' ') k++;
      if (s.startsWith("```", k) || s.startsWith("~~~", k)) fence(k, to);
      else if (k < to && s.charAt(k) == '<') html(k);
      else {
        line(k, to);
        i = to + 1;
      }
    }
  }

  private void frontMatter() {
    if (!s.startsWith("---\n", i)) return;
    int close = s.indexOf("\n---", i + 3);
    if (close < 0 || close >= end) return;
    ink.put(i, i + 3, TokenPainter.OPERATOR);
    ink.paint(Languages.of("yaml"), i + 4, close, depth + 1);
    i = Math.min(end, close + 4);
    ink.put(close + 1, i, TokenPainter.OPERATOR);
  }

  private void fence(int k, int to) {
    int run = k;
    while (run < to && s.charAt(run) == s.charAt(k)) run++;
    String mark = s.substring(k, run);
    int word = run;
    while (word < to && (Scanner.isWord(s.charAt(word)) || "+#-".indexOf(s.charAt(word)) >= 0))
      word++;
    String language = s.substring(run, word).toLowerCase(Locale.ROOT);
    ink.put(k, to, TokenPainter.ATTRIBUTE);
    int body = Math.min(end, to + 1);
    int close = body;
    while (close < end && !s.startsWith(mark, indented(close)))
      close = Math.min(end, lineEnd(close) + 1);
    Language inner = Languages.of(language);
    if (inner != null) ink.paint(inner, body, close, depth + 1);
    int last = close < end ? lineEnd(close) : end;
    ink.put(close, last, TokenPainter.ATTRIBUTE);
    i = last + 1;
  }

  /** A comment to its end, however many lines; else the tags of a line. */
  private void html(int k) {
    int to = lineEnd(k);
    if (s.startsWith("<!--", k)) {
      int close = s.indexOf("-->", k);
      to = close < 0 || close + 3 > end ? end : close + 3;
    }
    ink.paint(Languages.of("html"), k, to, depth + 1);
    i = to;
    if (i < end) line(i, lineEnd(i));
    i = lineEnd(i) + 1;
  }

  private int indented(int k) {
    while (k < end && s.charAt(k) == ' ') k++;
    return k;
  }

  private void line(int k, int to) {
    if (k >= to) return;
    char c = s.charAt(k);
    if (c == '#') ink.put(k, to, TokenPainter.KEYWORD);
    else if (c == '>') ink.put(k, k + 1, TokenPainter.OPERATOR);
    else if ((c == '-' || c == '*' || c == '+') && k + 1 < to && s.charAt(k + 1) == ' ')
      ink.put(k, k + 1, TokenPainter.OPERATOR);
    inline(k, to, c == '#');
  }

  private void inline(int k, int to, boolean heading) {
    while (k < to) {
      char c = s.charAt(k);
      ink.steps++;
      int next = k + 1;
      if (c == '`') next = until(k, to, ticks(k, to), TokenPainter.STRING);
      else if (!heading && s.startsWith("**", k) && k + 2 < to && s.charAt(k + 2) > ' ')
        next = until(k, to, "**", TokenPainter.TYPE);
      else if (s.startsWith("<!--", k)) next = until(k, to, "-->", TokenPainter.COMMENT);
      else if (c == ']' && k + 1 < to && s.charAt(k + 1) == '(') next = target(k + 1, to);
      k = next;
    }
  }

  /** The address of a link, and its title. */
  private int target(int k, int to) {
    int next = until(k, to, ")", TokenPainter.FUNCTION);
    int title = s.indexOf(" \"", k);
    if (title > 0 && title + 2 < next && s.charAt(next - 2) == '"')
      ink.put(title + 1, next - 1, TokenPainter.STRING);
    return next;
  }

  private String ticks(int k, int to) {
    int run = k;
    while (run < to && s.charAt(run) == '`') run++;
    return s.substring(k, run);
  }

  private int until(int from, int to, String closes, byte role) {
    int close = s.indexOf(closes, from + closes.length());
    if (close < 0 || close >= to) return from + 1;
    ink.put(from, close + closes.length(), role);
    return close + closes.length();
  }

  private int lineEnd(int from) {
    int to = from >= end ? end : s.indexOf('\n', from);
    return to < 0 || to > end ? end : to;
  }
}
