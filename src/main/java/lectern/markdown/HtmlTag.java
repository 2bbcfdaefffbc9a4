package lectern.markdown;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** One tag of raw HTML in running text. @param name lower case, empty for comments and the like */
record HtmlTag(String name, boolean end, boolean empty, String literal) {
  private static final String VOID = " br img hr wbr input source track area col embed link meta param ";

  static HtmlTag of(String literal) {
    boolean end = literal.startsWith("</");
    int from = end ? 2 : 1;
    int to = from;
    while (to < literal.length() && (Character.isLetterOrDigit(literal.charAt(to)) || literal.charAt(to) == '-')) to++;
    String name = from < to ? literal.substring(from, to).toLowerCase(Locale.ROOT) : "";
    return new HtmlTag(name, end, literal.endsWith("/>"), literal);
  }

  boolean isBreak() {
    return name.equals("br");
  }

  boolean isImage() {
    return name.equals("img") && !end;
  }

  boolean opens() {
    return !name.isEmpty() && !end && !VOID.contains(" " + name + " ") && (!empty || style(name) != null);
  }

  boolean closes() {
    return end && !name.isEmpty();
  }

  Inline image() {
    return image(element());
  }

  static Inline image(Element img) {
    return new Inline.Image(img.attr("src"), img.attr("title"), img.attr("alt"));
  }

  /** The inline that the element is; null where only its content shows. */
  Inline around(List<Inline> content) {
    if (content.isEmpty()) return null;
    if (name.equals("a")) {
      String target = element().attr("href");
      return target.isEmpty() ? null : new Inline.Link(target, "", content);
    }
    return styled(name, content);
  }

  static Inline styled(String name, List<Inline> content) {
    if (name.equals("code") || name.equals("tt") || name.equals("samp") || name.equals("var")) {
      return new Inline.Code(Inlines.plain(content));
    }
    Inline.Style style = style(name);
    return style == null ? null : new Inline.Styled(style, content);
  }

  private static Inline.Style style(String name) {
    return switch (name) {
      case "b", "strong" -> Inline.Style.STRONG;
      case "i", "em", "cite", "dfn" -> Inline.Style.EMPHASIS;
      case "s", "del", "strike" -> Inline.Style.STRIKE;
      case "u", "ins" -> Inline.Style.UNDERLINE;
      case "mark" -> Inline.Style.HIGHLIGHT;
      case "kbd" -> Inline.Style.KBD;
      case "sub" -> Inline.Style.SUBSCRIPT;
      case "sup" -> Inline.Style.SUPERSCRIPT;
      default -> null;
    };
  }

  private Element element() {
    Element body = Jsoup.parseBodyFragment(literal).body();
    return body.childrenSize() == 0 ? new Element("span") : body.child(0);
  }
}
