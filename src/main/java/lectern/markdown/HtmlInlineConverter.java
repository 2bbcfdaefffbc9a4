package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Running text in raw HTML: what flows in lines, and how it is styled. */
final class HtmlInlineConverter {
  private HtmlInlineConverter() {}

  /** Running text of an element; blocks in it keep their words, each on a line of its own. */
  static List<Inline> convertContent(Element parent, int depth) {
    List<Inline> run = new ArrayList<>();
    convertChildren(parent, run, depth);
    return trim(run);
  }

  private static void convertChildren(Element parent, List<Inline> run, int depth) {
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text) appendText(text.getWholeText(), run);
      else if (node instanceof Element e
          && !e.normalName().equals(HtmlBlockConverter.PLACEHOLDER)) {
        boolean block = e.isBlock() && !isPhrasing(e);
        if (block) InlineConverter.startNewLine(run);
        convertElement(e, run, depth + 1);
        if (block) InlineConverter.startNewLine(run);
      }
    }
  }

  static void convertElement(Element element, List<Inline> run, int depth) {
    if (depth > HtmlBlockConverter.MAX_DEPTH) {
      appendText(element.wholeText(), run);
      return;
    }
    switch (element.normalName()) {
      case "br" -> run.add(new Inline.HardBreak());
      case "img" -> run.add(HtmlTag.toImage(element));
      case "input" -> run.add(new Inline.Text(element.hasAttr("checked") ? "[x] " : "[ ] "));
      case "script", "style", "template" -> {}
      default -> {
        List<Inline> inner = new ArrayList<>();
        convertChildren(element, inner, depth);
        if (element.normalName().equals("q")) HtmlTag.addQuotationMarks(inner);
        Inline wrapped = wrap(element, inner);
        if (wrapped == null) run.addAll(inner);
        else run.add(wrapped);
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

  /** Those that the parser takes for blocks and browsers do not, and those that only style text. */
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

  static void appendText(String text, List<Inline> run) {
    appendText(text, run.isEmpty(), run);
  }

  /**
   * White space folded as HTML does; a line end may become a wrap.
   *
   * @param space whether white space comes before it, or nothing
   */
  static void appendText(String text, boolean space, List<Inline> run) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean white = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!white) out.append(c);
      else if (!space) out.append(' ');
      space = white;
    }
    if (!out.isEmpty()) run.add(new Inline.Text(TextNormalizer.normalize(out.toString())));
  }

  static List<Inline> trim(List<Inline> run) {
    List<Inline> out = InlineConverter.mergeTexts(run);
    while (!out.isEmpty()
        && (out.getLast() instanceof Inline.HardBreak
            || out.getLast() instanceof Inline.Text(String blank) && blank.isBlank()))
      out.removeLast();
    if (!out.isEmpty() && out.getLast() instanceof Inline.Text(String last))
      out.set(out.size() - 1, new Inline.Text(last.stripTrailing()));
    return out;
  }
}
