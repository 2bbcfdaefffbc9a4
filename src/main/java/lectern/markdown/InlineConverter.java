package lectern.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import lectern.markdown.dialect.EmojiNode;
import lectern.markdown.dialect.HiddenNode;
import lectern.markdown.dialect.HighlightNode;
import lectern.markdown.dialect.TagInline;
import lectern.markdown.dialect.WikiLinkNode;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.InlineFootnote;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Converts commonmark's inline nodes, and the HTML tags among them, to inlines. */
final class InlineConverter {
  /** Tags that open more elements than this are ignored; their text stays. */
  private static final int MAX_OPEN_ELEMENTS = 64;

  private final BlockConverter blockConverter;
  private final WikiLinkConverter wikiLinkConverter;

  InlineConverter(BlockConverter blocks, NoteFinder notes) {
    this.blockConverter = blocks;
    this.wikiLinkConverter = new WikiLinkConverter(notes);
  }

  /** An open HTML element and its content so far. */
  private static final class OpenElement {
    final HtmlTag tag;
    final List<Inline> content = new ArrayList<>();

    /** Of a list. */
    int items;

    OpenElement(HtmlTag tag) {
      this.tag = tag;
    }

    boolean isNamed(String name) {
      return tag != null && tag.name().equals(name);
    }
  }

  List<Inline> convertChildren(Node parent) {
    Deque<OpenElement> open = new ArrayDeque<>();
    open.push(new OpenElement(null));
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlInline html) applyTag(HtmlTag.parse(html.getLiteral()), open);
      else {
        Inline inline = convertNode(node);
        if (inline != null) open.peek().content.add(inline);
      }
    }
    while (open.size() > 1) closeElement(open);
    List<Inline> out = Inlines.mergeTexts(open.peek().content);
    boolean hidden = parent.getLastChild() instanceof HiddenNode;
    while (!out.isEmpty()
        && (out.getLast() instanceof Inline.HardBreak || hidden && endsBlank(out)))
      out.removeLast();
    if (hidden && !out.isEmpty() && out.getLast() instanceof Inline.Text(String text))
      out.set(out.size() - 1, new Inline.Text(text.stripTrailing()));
    return out;
  }

  private static boolean endsBlank(List<Inline> content) {
    return content.getLast() instanceof Inline.SoftBreak
        || content.getLast() instanceof Inline.Text(String text) && text.isBlank();
  }

  /** The text without the bracket that a wiki link before it leaves over. */
  private static Inline convertText(Text text) {
    boolean bracket =
        text.getPrevious() instanceof WikiLinkNode && text.getLiteral().startsWith("]");
    return TextNormalizer.toText(text.getLiteral().substring(bracket ? 1 : 0));
  }

  private Inline convertNode(Node node) {
    if (node instanceof Text t) return convertText(t);
    if (node instanceof Code c) return new Inline.Code(c.getLiteral());
    if (node instanceof Emphasis e)
      return new Inline.Formatted(Inline.Format.EMPHASIS, convertChildren(e));
    if (node instanceof StrongEmphasis s)
      return new Inline.Formatted(Inline.Format.STRONG, convertChildren(s));
    if (node instanceof Strikethrough s)
      return new Inline.Formatted(Inline.Format.STRIKE, convertChildren(s));
    if (node instanceof Link l)
      return new Inline.Link(l.getDestination(), nullToEmpty(l.getTitle()), convertChildren(l));
    if (node instanceof Image i)
      return new Inline.Image(
          i.getDestination(), nullToEmpty(i.getTitle()), Inline.plainText(convertChildren(i)));
    if (node instanceof SoftLineBreak b) return new Inline.SoftBreak();
    if (node instanceof HardLineBreak b) return new Inline.HardBreak();
    if (node instanceof FootnoteReference f)
      return new Inline.FootnoteReference(
          f.getLabel(), blockConverter.footnoteNumber(f.getLabel()));
    if (node instanceof InlineFootnote f) {
      String label = blockConverter.addInlineFootnote(convertChildren(f));
      return new Inline.FootnoteReference(label, blockConverter.footnoteNumber(label));
    }
    if (node instanceof HighlightNode h)
      return new Inline.Formatted(Inline.Format.HIGHLIGHT, convertChildren(h));
    if (node instanceof EmojiNode e) return new Inline.Emoji(e.name(), e.emoji());
    if (node instanceof WikiLinkNode w) return wikiLinkConverter.convert(w);
    if (node instanceof TagInline t) return TemplateTags.toInline(t.tag());
    if (node instanceof HiddenNode) return null;
    assert node.getFirstChild() != null : "text of an unknown inline would be lost: " + node;
    return new Inline.Text(Inline.plainText(convertChildren(node)));
  }

  private static String nullToEmpty(String title) {
    return title == null ? "" : title;
  }

  private void applyTag(HtmlTag tag, Deque<OpenElement> open) {
    if (tag.isBlock() && !tag.endTag()) Inlines.startNewLine(open.peek().content);
    if (tag.isBreak()) open.peek().content.add(new Inline.HardBreak());
    else if (tag.isImage()) open.peek().content.add(tag.toImage());
    else if (tag.isMedia()) open.peek().content.add(tag.toMediaLink());
    else if (tag.opensElement() && open.size() < MAX_OPEN_ELEMENTS) {
      open.push(new OpenElement(tag));
      if (tag.name().equals("li")) open.peek().content.add(new Inline.Text(itemMarker(open)));
    } else if (tag.closesElement() && hasOpenElement(tag, open)) {
      while (!open.peek().isNamed(tag.name())) closeElement(open);
      if (tag.isHidden()) open.pop();
      else closeElement(open);
      if (HtmlTag.isTextOfDrawing(tag.name())) open.peek().content.add(new Inline.Text(" "));
      if (tag.isBlock()) Inlines.startNewLine(open.peek().content);
    }
  }

  /** The number of an item in an {@code ol}, else a bullet. */
  private static String itemMarker(Deque<OpenElement> open) {
    for (OpenElement element : open) {
      if (element.isNamed("ul")) break;
      if (element.isNamed("ol")) return ++element.items + ". ";
    }
    return "• ";
  }

  private static boolean hasOpenElement(HtmlTag tag, Deque<OpenElement> open) {
    for (OpenElement element : open) if (element.isNamed(tag.name())) return true;
    return false;
  }

  private static void closeElement(Deque<OpenElement> open) {
    OpenElement closed = open.pop();
    List<Inline> content = Inlines.mergeTexts(closed.content);
    boolean endsLine = !content.isEmpty() && content.getLast() instanceof Inline.HardBreak;
    if (endsLine) content.removeLast();
    Inline wrapped = closed.tag.wrap(content);
    if (wrapped == null) open.peek().content.addAll(content);
    else open.peek().content.add(wrapped);
    if (endsLine) Inlines.startNewLine(open.peek().content);
  }
}
