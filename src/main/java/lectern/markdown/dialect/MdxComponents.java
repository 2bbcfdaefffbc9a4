package lectern.markdown.dialect;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Removes the tags of MDX components, so that their content is parsed as Markdown, and dedents it,
 * since four spaces are no code in MDX. Titles, links and images in their attributes become
 * Markdown; line numbers are kept.
 */
public final class MdxComponents {
  /** Elements that only group: in MDX their content is Markdown too. */
  private static final String GROUPING_ELEMENTS =
      " div section article aside main header footer nav center ";

  /** Of components nested deeper than this only the tags are removed. */
  private static final int MAX_OPEN_COMPONENTS = 64;

  private final String source;
  private final StringBuilder out;
  private final Deque<OpenComponent> openComponents = new ArrayDeque<>();

  private final CodeFence fence;

  /** Columns of white space before the open fence, where it is written. */
  private int fenceIndent;

  /** Characters left to search for the ends of what only looks like a tag. */
  private int scanBudget = 1 << 23;

  private MdxComponents(String source) {
    this.source = source;
    this.fence = new CodeFence(source);
    this.out = new StringBuilder(source.length());
  }

  /** A component whose end tag was not found yet. */
  private static final class OpenComponent {
    final String name;
    final boolean link;

    /** Columns of white space before its tag. */
    final int indent;

    /** Columns that its content is indented further; -1 when not known yet. */
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
      boolean inFence = fence.isOpen();
      if (!fence.containsLine(start, end)) end = convertLine(start, end);
      else {
        int indent = indentOf(start, end);
        if (!inFence) fenceIndent = indent;
        else if (start > from && indent < fenceIndent) out.repeat(' ', fenceIndent - indent);
        out.append(source, start, end);
      }
      if (end < source.length()) out.append('\n');
      from = end + 1;
    }
    return out.toString();
  }

  /** Columns of white space before a line; 0 for an empty one. */
  private int indentOf(int from, int end) {
    int text = from;
    while (text < end && source.charAt(text) == ' ') text++;
    return text == end ? 0 : text - from;
  }

  /** The index after the white space by which the components around it indent a line. */
  private int skipComponentIndent(int from, int end) {
    int text = from;
    while (text < end && source.charAt(text) == ' ') text++;
    if (text == end || openComponents.isEmpty()) return from;
    int strip = 0;
    for (OpenComponent component : openComponents.reversed()) {
      if (component.contentIndent < 0 && !fence.isOpen() && !source.startsWith("</", text))
        component.contentIndent = Math.max(0, text - from - strip - component.indent);
      strip += Math.max(0, component.contentIndent);
    }
    return from + Math.min(strip, text - from);
  }

  /**
   * Converts a line outside of code, or several that a tag spans.
   *
   * @return the end of the last line
   */
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
   * Comments in braces are removed, string literals in braces become text, the rest stays.
   *
   * @return the index after the expression; -1 where it stays
   */
  private int convertExpression(int from) {
    int close = scanBudget > 0 ? JsxTag.closingBraceEnd(source, from) : -1;
    if (close < 0) {
      scanBudget -= JsxTag.MAX_LENGTH;
      return -1;
    }
    String inner = source.substring(from + 1, close - 1).strip();
    if (inner.startsWith("/*") && inner.endsWith("*/")) {
      appendHeadingId(inner, close);
      return close;
    }
    if (inner.length() < 2 || inner.indexOf('\n') >= 0) return -1;
    char quote = inner.charAt(0);
    boolean literal = "\"'`".indexOf(quote) >= 0 && inner.indexOf(quote, 1) == inner.length() - 1;
    if (!literal) return -1;
    out.append(inner, 1, inner.length() - 1);
    return close;
  }

  /** A comment at the end of a heading is its id, as React writes it. */
  private void appendHeadingId(String comment, int end) {
    if (end < source.length() && source.charAt(end) != '\n') return;
    String id = comment.substring(2, comment.length() - 2).strip();
    int line = out.lastIndexOf("\n") + 1;
    while (line < out.length() && " >".indexOf(out.charAt(line)) >= 0) line++;
    boolean heading = line < out.length() && out.charAt(line) == '#';
    if (heading && id.indexOf(' ') < 0) out.append("{#").append(id).append('}');
  }

  /**
   * Converts the tag of a component, or of an element with expressions.
   *
   * @return the index after it; -1 where the tag stays
   */
  private int convertTag(int from, int indent) {
    JsxTag tag = scanBudget > 0 ? JsxTag.parse(source, from) : null;
    if (tag == null) {
      if (from + 1 < source.length() && Character.isLetter(source.charAt(from + 1)))
        scanBudget -= JsxTag.MAX_LENGTH;
      return -1;
    }
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
    for (OpenComponent component : openComponents) known |= component.name.equals(name);
    while (known && !openComponents.isEmpty()) {
      OpenComponent component = openComponents.pop();
      if (component.link) out.append("</a>");
      known = !component.name.equals(name);
    }
  }
}
