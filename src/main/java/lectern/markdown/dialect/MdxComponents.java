package lectern.markdown.dialect;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The tags of MDX components, taken out of the text so that what stands between them is read as
 * Markdown: their titles, links and pictures stay as Markdown, and what they indent moves back to
 * them, since four spaces are no code in MDX. Lines keep their numbers.
 */
public final class MdxComponents {
  /** Elements that only group: in MDX what stands in them is Markdown too. */
  private static final String GROUPING_ELEMENTS =
      " div section article aside main header footer nav center ";

  /**
   * Components deeper than this lose their tags all the same, but nothing else is done for them.
   */
  private static final int MAX_OPEN_COMPONENTS = 64;

  private final String source;
  private final StringBuilder out;
  private final Deque<OpenComponent> openComponents = new ArrayDeque<>();

  /** The run of marks that opened a fence; empty outside of code. */
  private String fence = "";

  private MdxComponents(String source) {
    this.source = source;
    this.out = new StringBuilder(source.length());
  }

  /** A component whose end has not come yet. */
  private static final class OpenComponent {
    final String name;
    final boolean link;

    /** Columns of white space before its tag, and those that its content has more; -1: not seen. */
    final int indent;

    int contentIndent = -1;

    OpenComponent(String name, boolean link, int indent) {
      this.name = name;
      this.link = link;
      this.indent = indent;
    }
  }

  public static String removeTags(String source) {
    return source.indexOf('<') < 0 && source.indexOf('{') < 0
        ? source
        : new MdxComponents(source).convert();
  }

  private String convert() {
    for (int from = 0; from < source.length(); ) {
      int end = source.indexOf('\n', from);
      if (end < 0) end = source.length();
      int start = skipComponentIndent(from, end);
      String mark = MdxStatements.fenceMarker(source, start, end);
      if (!fence.isEmpty() || !mark.isEmpty()) {
        out.append(source, start, end);
        if (fence.isEmpty()) fence = mark;
        else if (mark.startsWith(fence) && source.substring(start, end).strip().equals(mark))
          fence = "";
      } else end = convertLine(start, end);
      if (end < source.length()) out.append('\n');
      from = end + 1;
    }
    return out.toString();
  }

  /** Behind the white space that the components around a line have put before it. */
  private int skipComponentIndent(int from, int end) {
    int text = from;
    while (text < end && source.charAt(text) == ' ') text++;
    if (text == end || openComponents.isEmpty()) return from;
    int strip = 0;
    for (var each = openComponents.descendingIterator(); each.hasNext(); ) {
      OpenComponent one = each.next();
      if (one.contentIndent < 0 && fence.isEmpty() && !source.startsWith("</", text))
        one.contentIndent = Math.max(0, text - from - strip - one.indent);
      strip += Math.max(0, one.contentIndent);
    }
    return from + Math.min(strip, text - from);
  }

  /** One line outside of code, or several that a tag goes over. @return the end of the last */
  private int convertLine(int from, int end) {
    int lineEnd = end;
    int begin = out.length();
    for (int i = from; i < lineEnd; ) {
      char c = source.charAt(i);
      int to =
          c == '<'
              ? convertTag(i, i - from)
              : c == '{' ? convertExpression(i) : c == '`' ? copyCodeSpan(i, lineEnd) : -1;
      if (to > lineEnd) {
        for (int k = i; k < to; k++) if (source.charAt(k) == '\n') out.append('\n');
        lineEnd = source.indexOf('\n', to);
        if (lineEnd < 0) lineEnd = source.length();
      }
      if (to < 0) {
        out.append(c);
        to = i + 1;
        if (c == '\\' && to < lineEnd) out.append(source.charAt(to++));
      }
      i = to;
    }
    int last = out.length();
    while (last > begin && out.charAt(last - 1) == ' ') last--;
    if (out.substring(begin, last).isBlank()) out.setLength(Math.max(begin, last));
    return lineEnd;
  }

  private int copyCodeSpan(int from, int end) {
    int to = from;
    while (to < end && source.charAt(to) == '`') to++;
    int close = source.indexOf(source.substring(from, to), to, end);
    int stop = close < 0 ? to : close + to - from;
    out.append(source, from, stop);
    return stop;
  }

  /**
   * {@code {/* comment *}{@code /}} goes, {@code {" "}} is what it says; others stay as they are.
   */
  private int convertExpression(int from) {
    int close = JsxTag.closingBraceEnd(source, from);
    if (close < 0) return -1;
    String inner = source.substring(from + 1, close - 1).strip();
    if (inner.startsWith("/*") && inner.endsWith("*/")) return close;
    if (inner.length() < 2 || inner.indexOf('\n') >= 0) return -1;
    char quote = inner.charAt(0);
    boolean literal = "\"'`".indexOf(quote) >= 0 && inner.indexOf(quote, 1) == inner.length() - 1;
    if (!literal) return -1;
    out.append(inner, 1, inner.length() - 1);
    return close;
  }

  /** A component's tag, or an element with attributes that are program. @return behind it, or -1 */
  private int convertTag(int from, int indent) {
    JsxTag tag = JsxTag.parse(source, from);
    if (tag == null) return -1;
    if (!tag.isComponent() && !(GROUPING_ELEMENTS.contains(" " + tag.name() + " "))) {
      if (!tag.hasExpression()) return -1;
      out.append(tag.toHtml());
      return tag.end();
    }
    if (tag.closing()) closeComponent(tag.name());
    else {
      boolean link =
          !tag.selfClosing()
              && !tag.href().isEmpty()
              && openComponents.size() < MAX_OPEN_COMPONENTS;
      out.append(link ? "<a href=\"" + tag.href() + "\">" : tag.fallbackText());
      if (!tag.selfClosing() && openComponents.size() < MAX_OPEN_COMPONENTS)
        openComponents.push(new OpenComponent(tag.name(), link, indent));
    }
    return tag.end();
  }

  private void closeComponent(String name) {
    boolean known = false;
    for (OpenComponent one : openComponents) known |= one.name.equals(name);
    while (known && !openComponents.isEmpty()) {
      OpenComponent one = openComponents.pop();
      if (one.link) out.append("</a>");
      known = !one.name.equals(name);
    }
  }
}
