package lectern.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.markdown.dialect.JsxTags;
import org.commonmark.node.HtmlBlock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Converts blocks of raw HTML. The Markdown blocks between their tags stand in as placeholder
 * elements while jsoup nests them, so that {@code <details>} around paragraphs contains them.
 */
final class HtmlBlockConverter {
  static final String PLACEHOLDER = "lectern-placeholder";

  /** Of elements nested deeper than this only the text is kept. */
  static final int MAX_DEPTH = 100;

  private final BlockConverter blockConverter;
  private final Map<String, Block> parked = new LinkedHashMap<>();
  private int line;

  HtmlBlockConverter(BlockConverter blocks) {
    this.blockConverter = blocks;
  }

  List<Block> convertChildren(org.commonmark.node.Node parent) {
    StringBuilder html = new StringBuilder();
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlBlock raw) {
        if (line == 0) line = blockConverter.sourceLine(raw);
        html.append(JsxTags.removeExpressions(raw.getLiteral())).append('\n');
      } else {
        List<Block> blocks = new ArrayList<>();
        blockConverter.appendBlocks(node, blocks);
        for (Block block : blocks) park(block, html);
      }
    }
    Element body = Jsoup.parseBodyFragment(html.toString()).body();
    List<Block> out = convertContent(body, 0);
    // an element that takes markup for text (an open textarea) may have swallowed placeholders
    out.addAll(parked.values());
    return out;
  }

  private void park(Block block, StringBuilder html) {
    String key = "b" + parked.size();
    parked.put(key, block);
    html.append('<')
        .append(PLACEHOLDER)
        .append(" key=")
        .append(key)
        .append("></")
        .append(PLACEHOLDER)
        .append(">\n");
  }

  /** The content of an element as blocks; running text between them becomes paragraphs. */
  List<Block> convertContent(Element parent, int depth) {
    List<Block> out = new ArrayList<>();
    List<Inline> inlines = new ArrayList<>();
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text)
        HtmlInlineConverter.appendText(text.getWholeText(), inlines);
      else if (node instanceof Element element) convertElement(element, out, inlines, depth);
    }
    flushParagraph(inlines, out);
    return out;
  }

  private void convertElement(Element element, List<Block> out, List<Inline> inlines, int depth) {
    if (HtmlInlineConverter.isInline(element)) {
      HtmlInlineConverter.convertElement(element, inlines, depth);
      return;
    }
    if (depth <= MAX_DEPTH && HtmlInlineConverter.isPhrasing(element)) {
      convertPhrasing(element, out, inlines, depth + 1);
      return;
    }
    flushParagraph(inlines, out);
    if (depth > MAX_DEPTH) {
      HtmlInlineConverter.appendText(element.wholeText(), inlines);
      for (Element inner : element.getElementsByTag(PLACEHOLDER)) restore(inner, out);
      return;
    }
    convertBlock(element, out, depth + 1);
  }

  /**
   * An element of running text that contains blocks, such as an emphasis that is never closed: its
   * text continues the paragraph around it.
   */
  private void convertPhrasing(Element element, List<Block> out, List<Inline> inlines, int depth) {
    for (Node node : element.childNodes()) {
      if (node instanceof Element inner) {
        convertElement(inner, out, inlines, depth);
        continue;
      }
      List<Inline> content = new ArrayList<>();
      if (node instanceof TextNode text)
        HtmlInlineConverter.appendText(text.getWholeText(), inlines.isEmpty(), content);
      Inline wrapped = HtmlInlineConverter.wrap(element, content);
      if (wrapped == null) inlines.addAll(content);
      else inlines.add(wrapped);
    }
  }

  private void restore(Element element, List<Block> out) {
    Block block = parked.remove(element.attr("key"));
    if (block != null) out.add(block);
  }

  private void convertBlock(Element element, List<Block> out, int depth) {
    switch (element.normalName()) {
      case PLACEHOLDER -> {
        restore(element, out);
        out.addAll(convertContent(element, depth));
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> convertHeading(element, out, depth);
      case "hr" -> out.add(new Block.ThematicBreak(line));
      case "pre", "listing" -> out.add(convertPre(element));
      case "blockquote" -> out.add(new Block.BlockQuote(convertContent(element, depth), line));
      case "ul", "ol", "menu" -> convertList(element, out, depth);
      case "table" -> out.addAll(new HtmlTableConverter(this, line).convert(element, depth));
      case "details" -> out.add(convertDetails(element, depth));
      case "script", "style", "template", "head", "metadata" -> {}
      case "iframe", "video", "audio", "embed", "object" -> convertMedia(element, out, depth);
      case "dl" -> convertDefinitionList(element, out, depth);
      default -> out.addAll(convertContent(element, depth));
    }
  }

  private void convertHeading(Element element, List<Block> out, int depth) {
    List<Inline> content = HtmlInlineConverter.convertContent(element, depth);
    if (!content.isEmpty())
      out.add(
          blockConverter.createHeading(
              element.normalName().charAt(1) - '0', content, element.id(), line));
    for (Element inner : element.getElementsByTag(PLACEHOLDER)) restore(inner, out);
  }

  /** Each term and its definitions as one item. */
  private void convertDefinitionList(Element list, List<Block> out, int depth) {
    List<Block.ListItem> items = new ArrayList<>();
    for (Node node : list.childNodes()) {
      if (!(node instanceof Element) && !(node instanceof TextNode t && !t.isBlank())) continue;
      boolean term = node instanceof Element e && e.normalName().equals("dt");
      if (term || items.isEmpty()) items.add(new Block.ListItem(null, new ArrayList<>(), line));
      List<Block> blocks = items.getLast().blocks();
      if (node instanceof TextNode t)
        blocks.add(new Block.Paragraph(List.of(new Inline.Text(t.text())), line));
      else if (term) convertTerm((Element) node, blocks, depth);
      else {
        List<Inline> inlines = new ArrayList<>();
        convertElement((Element) node, blocks, inlines, depth);
        flushParagraph(inlines, blocks);
      }
    }
    if (!items.isEmpty()) out.add(new Block.ListBlock(-1, true, items, line));
  }

  private void convertTerm(Element element, List<Block> out, int depth) {
    for (Block block : convertContent(element, depth)) {
      if (block instanceof Block.Paragraph(List<Inline> content, int at)) {
        List<Inline> strong = List.of(new Inline.Formatted(Inline.Format.STRONG, content));
        out.add(new Block.Paragraph(strong, at));
      } else out.add(block);
    }
  }

  private Block convertPre(Element pre) {
    String language = "";
    for (Element code : pre.getElementsByTag("code")) {
      for (String name : code.classNames())
        if (name.startsWith("language-")) language = InfoString.parseLanguage(name);
        else if (name.startsWith("lang-")) language = InfoString.parseLanguage(name.substring(5));
    }
    String literal = pre.wholeText();
    if (literal.startsWith("\n")) literal = literal.substring(1);
    return new Block.CodeBlock(
        language, language, "", literal.endsWith("\n") ? literal : literal + "\n", line);
  }

  private void convertList(Element list, List<Block> out, int depth) {
    List<Block.ListItem> items = new ArrayList<>();
    List<Block> loose = new ArrayList<>();
    for (Node node : list.childNodes()) {
      if (node instanceof Element e && e.normalName().equals("li"))
        items.add(new Block.ListItem(null, convertContent(e, depth), line));
      else if (node instanceof Element e) {
        List<Inline> inlines = new ArrayList<>();
        convertElement(e, loose, inlines, depth);
        flushParagraph(inlines, loose);
      } else if (node instanceof TextNode t && !t.isBlank())
        loose.add(new Block.Paragraph(List.of(new Inline.Text(t.text())), line));
    }
    if (!items.isEmpty()) out.add(new Block.ListBlock(startNumber(list), true, items, line));
    out.addAll(loose);
  }

  private static int startNumber(Element list) {
    if (!list.normalName().equals("ol")) return -1;
    try {
      return Math.max(0, Integer.parseInt(list.attr("start")));
    } catch (NumberFormatException none) {
      return 1;
    }
  }

  private Block convertDetails(Element element, int depth) {
    Element summary = element.selectFirst("> summary");
    List<Inline> title =
        summary == null
            ? List.of(new Inline.Text("Details"))
            : HtmlInlineConverter.convertContent(summary, depth);
    if (summary != null) summary.remove();
    return new Block.Details(title, convertContent(element, depth), element.hasAttr("open"), line);
  }

  private void convertMedia(Element element, List<Block> out, int depth) {
    String target = element.attr("src");
    if (target.isEmpty() && element.selectFirst("source") != null)
      target = element.selectFirst("source").attr("src");
    if (!target.isEmpty()) {
      out.add(
          new Block.Paragraph(
              List.of(HtmlTag.toMediaLink(element.normalName(), target, element.attr("title"))),
              line));
    }
    out.addAll(convertContent(element, depth));
  }

  private void flushParagraph(List<Inline> inlines, List<Block> out) {
    List<Inline> content = Inlines.trim(inlines);
    inlines.clear();
    if (!content.isEmpty()) out.add(new Block.Paragraph(content, line));
  }
}
