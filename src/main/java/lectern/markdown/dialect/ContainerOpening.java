package lectern.markdown.dialect;

import lectern.markdown.dialect.LabeledBlock.Form;
import org.commonmark.parser.SourceLine;

/**
 * The text after the colons that open a container.
 *
 * @param title null for none
 */
record ContainerOpening(Form form, String word, SourceLine title) {
  /**
   * @param from the index after the colons
   * @return null where the line opens no container
   */
  static ContainerOpening parse(SourceLine line, int from) {
    String text = line.getContent().toString();
    int at = skipSpaces(text, from);
    if (at >= text.length()) return null;
    if (text.charAt(at) == '{') return parseBraces(line, text, at);
    int to = wordEnd(text, at);
    if (to == at) return null;
    String word = text.substring(at, to);
    return new ContainerOpening(BlockWords.formOf(word), word, parseTitle(line, text, to));
  }

  /**
   * Pandoc's {@code {.note title="x"}}, Quarto's {@code {.callout-note}}, MyST's {@code {note}}.
   */
  private static ContainerOpening parseBraces(SourceLine line, String text, int from) {
    int close = text.indexOf('}', from);
    if (close < 0) return null;
    int at = from + 1;
    while (at < close && !Character.isLetter(text.charAt(at)) && text.charAt(at) != '#') at++;
    String word = text.substring(at, Math.min(close, Math.max(at, wordEnd(text, at))));
    if (word.startsWith("callout-")) word = word.substring("callout-".length());
    boolean bare = at == from + 1;
    Form form =
        !word.isEmpty() && (bare || BlockWords.isAlert(word))
            ? BlockWords.formOf(word)
            : Form.PLAIN;
    SourceLine title = attribute(line, text, "title=", from, close);
    return new ContainerOpening(
        form, word, title == null ? parseTitle(line, text, close + 1) : title);
  }

  /** {@code [Title]{…}}, or the words of the line up to attributes and closing colons. */
  private static SourceLine parseTitle(SourceLine line, String text, int from) {
    int at = skipSpaces(text, from);
    int braces = attributesStart(text, at);
    SourceLine title = null;
    if (at == from && at < text.length() && text.charAt(at) == '[') {
      int close = text.lastIndexOf(']', braces - 1);
      if (close > at) title = trimmed(line, text, at + 1, close);
    } else title = trimmed(line, text, at, braces);
    return title == null && braces < text.length()
        ? attribute(line, text, "title=", braces, text.length())
        : title;
  }

  /** Where attributes in braces begin at the end of a line; its end for none. */
  private static int attributesStart(String text, int from) {
    int end = text.length();
    while (end > from && " \t:".indexOf(text.charAt(end - 1)) >= 0) end--;
    if (end == from || text.charAt(end - 1) != '}') return end;
    int brace = text.lastIndexOf('{', end);
    if (brace < from || brace + 2 > end) return end;
    String inner = text.substring(brace + 1, end - 1);
    boolean attributes =
        inner.startsWith(".") || inner.startsWith("#") || inner.indexOf('=') > 0 || isFlag(inner);
    return attributes ? brace : end;
  }

  private static boolean isFlag(String inner) {
    return inner.equals("open") || inner.equals("closed");
  }

  private static SourceLine attribute(SourceLine line, String text, String name, int from, int to) {
    int at = text.indexOf(name, from) + name.length();
    if (at < name.length() || at >= to) return null;
    char quote = text.charAt(at);
    if (quote != '"' && quote != '\'') return null;
    int close = text.indexOf(quote, at + 1);
    return close < 0 || close > to ? null : trimmed(line, text, at + 1, close);
  }

  private static SourceLine trimmed(SourceLine line, String text, int from, int to) {
    int start = skipSpaces(text, from);
    int end = to;
    while (end > start && " \t".indexOf(text.charAt(end - 1)) >= 0) end--;
    return end > start ? line.substring(start, end) : null;
  }

  private static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) at++;
    return at;
  }

  private static int wordEnd(String text, int from) {
    if (from >= text.length() || !Character.isLetter(text.charAt(from))) return from;
    int to = from;
    while (to < text.length()
        && (Character.isLetterOrDigit(text.charAt(to)) || "-_".indexOf(text.charAt(to)) >= 0)) to++;
    return to;
  }
}
