package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Converts the running text of raw HTML, parsed by jsoup, to inlines. */
final class HtmlInlineConverter {
  private HtmlInlineConverter() {}

  /** The content of an element as inlines; blocks in it keep their text, on lines of their own. */
  static List<Inline> convertContent(Element parent, int depth) {
    List<Inline> inlines = new ArrayList<>();
    convertChildren(parent, inlines, depth);
    return Inlines.trim(inlines);
  }

  private static void convertChildren(Element parent, List<Inline> inlines, int depth) {
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text) appendText(text.getWholeText(), inlines);
      else if (node instanceof Element e
          && !e.normalName().equals(HtmlBlockConverter.PLACEHOLDER)) {
        boolean block = e.isBlock() && !isPhrasing(e);
        if (block) Inlines.startNewLine(inlines);
        convertElement(e, inlines, depth + 1);
        if (block) Inlines.startNewLine(inlines);
        else if (isSeparate(e)) appendText(" ", inlines);
      }
    }
  }

  static void convertElement(Element element, List<Inline> inlines, int depth) {
    if (depth > HtmlBlockConverter.MAX_DEPTH) {
      appendText(element.wholeText(), inlines);
      return;
    }
    switch (element.normalName()) {
      case "br" -> inlines.add(new Inline.HardBreak());
      case "img" -> inlines.add(HtmlTag.toImage(element));
      case "input" -> inlines.add(new Inline.Text(element.hasAttr("checked") ? "[x] " : "[ ] "));
      case "script", "style", "template", "metadata" -> {}
      default -> {
        List<Inline> inner = new ArrayList<>();
        convertChildren(element, inner, depth);
        if (element.normalName().equals("q")) HtmlTag.addQuotationMarks(inner);
        Inline wrapped = wrap(element, inner);
        if (wrapped == null) inlines.addAll(inner);
        else inlines.add(wrapped);
      }
    }
  }

  static Inline wrap(Element element, List<Inline> inner) {
    if (inner.isEmpty()) return null;
    if (element.normalName().equals("a") && element.hasAttr("href")) {
      return new Inline.Link(element.attr("href"), element.attr("title"), inner);
    }
    return HtmlTag.toFormatted(element.normalName(), inner);
  }

  static boolean isInline(Element element) {
    return switch (element.normalName()) {
      case "iframe",
          "video",
          "audio",
          "embed",
          "object",
          "script",
          "style",
          "template",
          HtmlBlockConverter.PLACEHOLDER ->
          false;
      default -> (!element.isBlock() || isPhrasing(element)) && !containsBlock(element);
    };
  }

  /** Elements that jsoup takes for blocks and browsers do not, and those that only style text. */
  static boolean isPhrasing(Element element) {
    return switch (element.normalName()) {
      case "br", "button", "del", "ins", "svg", "math" -> true;
      case "b", "strong", "i", "em", "u", "s", "strike", "mark", "small", "big", "font", "span" ->
          true;
      default -> false;
    };
  }

  private static boolean containsBlock(Element element) {
    for (Element inner : element.getAllElements())
      if (inner != element
          && (inner.isBlock() && !isPhrasing(inner)
              || inner.normalName().equals(HtmlBlockConverter.PLACEHOLDER))) return true;
    return false;
  }

  /** Texts of a drawing stand apart, and lines of such a text. */
  private static boolean isSeparate(Element element) {
    String name = element.normalName();
    return HtmlTag.isTextOfDrawing(name)
        || name.equals("tspan") && (element.hasAttr("x") || element.hasAttr("dy"));
  }

  static void appendText(String text, List<Inline> inlines) {
    appendText(text, inlines.isEmpty(), inlines);
  }

  /**
   * Appends text with its white space folded as in HTML.
   *
   * @param space whether white space precedes it, or nothing
   */
  static void appendText(String text, boolean space, List<Inline> inlines) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean white = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!white) out.append(c);
      else if (!space) out.append(' ');
      space = white;
    }
    if (!out.isEmpty()) inlines.add(new Inline.Text(TextNormalizer.normalize(out.toString())));
  }
}
