package lectern.markdown.dialect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A JSX tag, whose attributes may be expressions in braces.
 *
 * @param name empty for a fragment
 * @param attributes strings; null for expressions
 * @param end the index after its {@code >}
 */
record JsxTag(
    String name, boolean closing, boolean selfClosing, Map<String, String> attributes, int end) {
  /** In UTF-16 units; keeps the search for the end of what only looks like a tag linear. */
  static final int MAX_LENGTH = 4096;

  /**
   * @return null where there is no tag
   */
  static JsxTag parse(String s, int from) {
    int end = Math.min(s.length(), from + MAX_LENGTH);
    int i = from + 1;
    boolean closes = i < end && s.charAt(i) == '/';
    if (closes) i++;
    int name = i;
    while (i < end && isNameChar(s.charAt(i))) i++;
    String word = s.substring(name, i);
    if (!word.isEmpty() && !Character.isLetter(word.charAt(0)) || word.endsWith(":")) return null;
    Map<String, String> attributes = new LinkedHashMap<>();
    while (i < end) {
      char c = s.charAt(i);
      if (c == '>') return new JsxTag(word, closes, false, attributes, i + 1);
      if (c == '/' && s.startsWith("/>", i))
        return new JsxTag(word, closes, true, attributes, i + 2);
      if (Character.isWhitespace(c)) i++;
      else if (word.isEmpty()) return null;
      else if (c == '{') {
        i = closingBraceEnd(s, i);
        if (i < 0) return null;
        attributes.put("{" + i, null);
      } else if (isNameChar(c)) i = parseAttribute(s, i, end, attributes);
      else return null;
      if (i < 0) return null;
    }
    return null;
  }

  /**
   * @return the index after the attribute; -1 when it has no end
   */
  private static int parseAttribute(String s, int from, int end, Map<String, String> out) {
    int i = from;
    while (i < end && isNameChar(s.charAt(i))) i++;
    String name = s.substring(from, i);
    if (i >= end || s.charAt(i) != '=') {
      out.put(name, "");
      return i;
    }
    if (++i >= end) return -1;
    char c = s.charAt(i);
    if (c == '{') {
      int close = closingBraceEnd(s, i);
      String inner = close < 0 ? "" : s.substring(i + 1, close - 1).strip();
      boolean literal =
          inner.length() > 1
              && "\"'`".indexOf(inner.charAt(0)) >= 0
              && inner.indexOf(inner.charAt(0), 1) == inner.length() - 1;
      out.put(name, literal ? inner.substring(1, inner.length() - 1) : null);
      return close;
    }
    if (c != '"' && c != '\'') return -1;
    int close = s.indexOf(c, i + 1, end);
    if (close < 0) return -1;
    out.put(name, s.substring(i + 1, close));
    return close + 1;
  }

  private static boolean isNameChar(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ':' || c == '@';
  }

  /** The index after the brace that closes the one at an index; -1 for none nearby. */
  static int closingBraceEnd(String s, int from) {
    int nested = 0;
    char quote = 0;
    int end = Math.min(s.length(), from + MAX_LENGTH);
    for (int i = from; i < end; i++) {
      char c = s.charAt(i);
      if (quote != 0) {
        if (c == '\\') i++;
        else if (c == quote || c == '\n' && quote != '`') quote = 0;
      } else if (c == '{') nested++;
      else if (c == '}' && --nested == 0) return i + 1;
      else if (c == '"' || c == '`' || c == '\'' && !Character.isLetter(s.charAt(i - 1))) quote = c;
    }
    return -1;
  }

  boolean isComponent() {
    return name.isEmpty() || Character.isUpperCase(name.charAt(0)) || name.indexOf('.') > 0;
  }

  boolean hasExpression() {
    return attributes.containsValue(null);
  }

  String href() {
    String href = firstAttribute("href", "to", "url");
    return href.indexOf('"') < 0 ? href : "";
  }

  /** The texts in the attributes of a component, as Markdown. */
  String fallbackText() {
    String alt = firstAttribute("alt");
    if (!alt.isEmpty() || attributes.containsKey("alt") && attributes.containsKey("src"))
      return "![" + alt + "](<" + firstAttribute("src") + ">)";
    String title = firstAttribute("title", "label", "text", "heading", "summary");
    String description = firstAttribute("description");
    if (title.isEmpty()) return description;
    String name = attributes.containsKey("title") ? firstAttribute("name") : "";
    if (!name.isEmpty()) title = name + ", " + title;
    String words = href().isEmpty() ? "**" + title + "**" : "[" + title + "](<" + href() + ">)";
    return words + (description.isEmpty() ? "  " : ": " + description);
  }

  private String firstAttribute(String... names) {
    for (String name : names) {
      String value = attributes.get(name);
      if (value != null && !value.isBlank() && value.indexOf('\n') < 0) return value.strip();
    }
    return "";
  }

  /** The tag in HTML, without its expressions. */
  String toHtml() {
    String element = isComponent() && !firstAttribute("alt").isEmpty() ? "img" : name;
    StringBuilder out = new StringBuilder(closing ? "</" : "<").append(element);
    for (Map.Entry<String, String> each : attributes.entrySet()) {
      if (each.getValue() == null || each.getValue().indexOf('"') >= 0) continue;
      out.append(' ').append(each.getKey()).append("=\"").append(each.getValue()).append('"');
    }
    return out.append(selfClosing ? "/>" : ">").toString();
  }
}
