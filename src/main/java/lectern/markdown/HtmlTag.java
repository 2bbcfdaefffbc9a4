package lectern.markdown;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * One tag of raw HTML in running text.
 *
 * @param name lower case; empty for comments, declarations and the like
 */
record HtmlTag(String name, boolean endTag, boolean selfClosing, String literal) {
  private static final String VOID_ELEMENTS =
      " br img hr wbr input source track area col embed link meta param ";

  private static final String BLOCK_ELEMENTS =
      " div p ul ol li dl dt dd details summary blockquote pre table tr h1 h2 h3 h4 h5 h6 section"
          + " article figure figcaption center hr ";

  private static final String MEDIA_ELEMENTS = " iframe video audio embed ";

  static HtmlTag parse(String literal) {
    boolean end = literal.startsWith("</");
    int from = end ? 2 : 1;
    int to = from;
    while (to < literal.length()
        && (Character.isLetterOrDigit(literal.charAt(to)) || literal.charAt(to) == '-')) to++;
    String name = from < to ? literal.substring(from, to).toLowerCase(Locale.ROOT) : "";
    return new HtmlTag(name, end, literal.endsWith("/>"), literal);
  }

  boolean isBreak() {
    return name.equals("br");
  }

  /** Whether browsers start a new line for it. */
  boolean isBlock() {
    return BLOCK_ELEMENTS.contains(" " + name + " ");
  }

  boolean isMedia() {
    return !endTag && MEDIA_ELEMENTS.contains(" " + name + " ") && !attribute("src").isEmpty();
  }

  /** A link to media that a terminal cannot play. */
  Inline toMediaLink() {
    return toMediaLink(name, attribute("src"), attribute("title"));
  }

  static Inline toMediaLink(String name, String target, String title) {
    String words = title.isBlank() ? name : name + ": " + title.strip();
    return new Inline.Link(target, "", List.of(new Inline.Text("[" + words + "]")));
  }

  /** Whether an element of {@code svg} is a text of its own. */
  static boolean isTextOfDrawing(String name) {
    return name.equals("text") || name.equals("title") || name.equals("desc");
  }

  /** Whether browsers show nothing of what stands in it. */
  boolean isHidden() {
    return name.equals("script") || name.equals("style") || name.equals("metadata");
  }

  boolean isImage() {
    return name.equals("img") && !endTag;
  }

  boolean opensElement() {
    return !name.isEmpty()
        && !endTag
        && !VOID_ELEMENTS.contains(" " + name + " ")
        && (!selfClosing || formatOf(name) != null);
  }

  boolean closesElement() {
    return endTag && !name.isEmpty();
  }

  Inline toImage() {
    return new Inline.Image(attribute("src"), attribute("title"), attribute("alt"));
  }

  static Inline toImage(Element img) {
    return new Inline.Image(img.attr("src"), img.attr("title"), img.attr("alt"));
  }

  /** The inline for this element; null when only its content is shown. */
  Inline wrap(List<Inline> content) {
    if (content.isEmpty()) return null;
    if (name.equals("q")) addQuotationMarks(content);
    if (name.equals("a")) {
      String target = attribute("href");
      return target.isEmpty() ? null : new Inline.Link(target, attribute("title"), content);
    }
    return toFormatted(name, content);
  }

  static Inline toFormatted(String name, List<Inline> content) {
    if (name.equals("code") || name.equals("tt") || name.equals("samp") || name.equals("var")) {
      return new Inline.Code(Inline.plainText(content));
    }
    Inline.Format format = formatOf(name);
    return format == null ? null : new Inline.Formatted(format, content);
  }

  private static Inline.Format formatOf(String name) {
    return switch (name) {
      case "b", "strong" -> Inline.Format.STRONG;
      case "i", "em", "cite", "dfn" -> Inline.Format.EMPHASIS;
      case "s", "del", "strike" -> Inline.Format.STRIKE;
      case "u", "ins" -> Inline.Format.UNDERLINE;
      case "mark" -> Inline.Format.HIGHLIGHT;
      case "kbd" -> Inline.Format.KBD;
      case "sub" -> Inline.Format.SUBSCRIPT;
      case "sup" -> Inline.Format.SUPERSCRIPT;
      default -> null;
    };
  }

  /** Puts quotation marks around the content of a {@code q}. */
  static void addQuotationMarks(List<Inline> content) {
    if (content.isEmpty()) return;
    content.addFirst(new Inline.Text("“"));
    content.addLast(new Inline.Text("”"));
  }

  /**
   * The value of an attribute, character references decoded; empty for none. Parsed here, so that a
   * link alone loads no HTML parser.
   */
  private String attribute(String wanted) {
    int at = name.length() + 1;
    while (at < literal.length()) {
      int from = at;
      while (at < literal.length() && isNameChar(literal.charAt(at))) at++;
      if (at == from) {
        at++;
        continue;
      }
      boolean found =
          literal.regionMatches(true, from, wanted, 0, Math.max(at - from, wanted.length()));
      int value = skipSpace(at);
      if (value >= literal.length() || literal.charAt(value) != '=') continue;
      value = skipSpace(value + 1);
      int to = valueEnd(value);
      if (found) return HtmlEntities.decode(unquote(value, to));
      at = to;
    }
    return "";
  }

  private static boolean isNameChar(char c) {
    return c > ' ' && c != '=' && c != '>' && c != '/' && c != '"' && c != '\'';
  }

  private int skipSpace(int at) {
    while (at < literal.length() && literal.charAt(at) <= ' ') at++;
    return at;
  }

  /** The index after a value and its closing quote. */
  private int valueEnd(int from) {
    if (from >= literal.length()) return from;
    char quote = literal.charAt(from);
    if (quote == '"' || quote == '\'') {
      int close = literal.indexOf(quote, from + 1);
      return close < 0 ? literal.length() : close + 1;
    }
    int at = from;
    while (at < literal.length() && literal.charAt(at) > ' ' && literal.charAt(at) != '>') at++;
    return at;
  }

  private String unquote(int from, int to) {
    boolean quoted = from < to && (literal.charAt(from) == '"' || literal.charAt(from) == '\'');
    return quoted
        ? literal.substring(from + 1, Math.max(from + 1, to - 1))
        : literal.substring(from, to);
  }
}
