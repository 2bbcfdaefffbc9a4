package lectern.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

/** Running text of the parser's tree, with the HTML tags that stand in it understood. */
final class InlineConverter {
  /** More open tags than this are ignored; their text stays. */
  private static final int MAX_OPEN = 64;

  private final BlockConverter blocks;

  InlineConverter(BlockConverter blocks) {
    this.blocks = blocks;
  }

  /** An open HTML element and what has been said in it so far. */
  private record OpenElement(HtmlTag tag, List<Inline> content) {}

  List<Inline> of(Node parent) {
    Deque<OpenElement> open = new ArrayDeque<>();
    open.push(new OpenElement(null, new ArrayList<>()));
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlInline html) tag(HtmlTag.of(html.getLiteral()), open);
      else {
        Inline inline = inline(node);
        if (inline != null) open.peek().content().add(inline);
      }
    }
    while (open.size() > 1) close(open);
    List<Inline> out = merged(open.peek().content());
    while (!out.isEmpty() && out.getLast() instanceof Inline.HardBreak) out.removeLast();
    return out;
  }

  private Inline inline(Node node) {
    // instanceof, not a pattern switch: its first use costs about two milliseconds in a cold
    // process
    if (node instanceof Text t) return new Inline.Text(TextNormalizer.mended(t.getLiteral()));
    if (node instanceof Code c) return new Inline.Code(c.getLiteral());
    if (node instanceof Emphasis e) return new Inline.Formatted(Inline.Format.EMPHASIS, of(e));
    if (node instanceof StrongEmphasis s) return new Inline.Formatted(Inline.Format.STRONG, of(s));
    if (node instanceof Strikethrough s) return new Inline.Formatted(Inline.Format.STRIKE, of(s));
    if (node instanceof Link l)
      return new Inline.Link(l.getDestination(), said(l.getTitle()), of(l));
    if (node instanceof Image i)
      return new Inline.Image(i.getDestination(), said(i.getTitle()), plain(of(i)));
    if (node instanceof SoftLineBreak b) return new Inline.SoftBreak();
    if (node instanceof HardLineBreak b) return new Inline.HardBreak();
    if (node instanceof FootnoteReference f)
      return new Inline.FootnoteReference(f.getLabel(), blocks.number(f.getLabel()));
    if (node instanceof InlineFootnote f) {
      String label = blocks.inlineNote(of(f));
      return new Inline.FootnoteReference(label, blocks.number(label));
    }
    return node.getFirstChild() == null ? null : new Inline.Text(plain(of(node)));
  }

  private static String said(String title) {
    return title == null ? "" : title;
  }

  private void tag(HtmlTag tag, Deque<OpenElement> open) {
    if (tag.isBlock() && !tag.end()) breakLine(open.peek().content());
    if (tag.isBreak()) open.peek().content().add(new Inline.HardBreak());
    else if (tag.isImage()) open.peek().content().add(tag.image());
    else if (tag.isMedia()) open.peek().content().add(tag.media());
    else if (tag.opens() && open.size() < MAX_OPEN) {
      open.push(new OpenElement(tag, new ArrayList<>()));
      if (tag.name().equals("li")) open.peek().content().add(new Inline.Text("- "));
    } else if (tag.closes() && isOpen(tag, open)) {
      while (!open.peek().tag().name().equals(tag.name())) close(open);
      close(open);
      if (tag.isBlock()) breakLine(open.peek().content());
    }
  }

  /** What comes next begins on a line of its own, unless it does already. */
  static void breakLine(List<Inline> content) {
    while (!content.isEmpty()
        && content.getLast() instanceof Inline.Text(String last)
        && last.isBlank()) content.removeLast();
    if (content.isEmpty() || content.getLast() instanceof Inline.HardBreak) return;
    content.add(new Inline.HardBreak());
  }

  /** Whether there is nothing to see: white space alone. */
  static boolean isBlank(List<Inline> content) {
    for (Inline inline : content) {
      if (inline instanceof Inline.SoftBreak || inline instanceof Inline.HardBreak) continue;
      if (!(inline instanceof Inline.Text(String text)) || !isBlank(text)) return false;
    }
    return true;
  }

  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++)
      if (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '\u00a0') return false;
    return true;
  }

  private static boolean isOpen(HtmlTag tag, Deque<OpenElement> open) {
    for (OpenElement one : open) if (one.tag() != null && one.tag().name().equals(tag.name())) return true;
    return false;
  }

  private static void close(Deque<OpenElement> open) {
    OpenElement done = open.pop();
    List<Inline> content = merged(done.content());
    boolean broken = !content.isEmpty() && content.getLast() instanceof Inline.HardBreak;
    if (broken) content.removeLast();
    Inline wrapped = done.tag().around(content);
    if (wrapped == null) open.peek().content().addAll(content);
    else open.peek().content().add(wrapped);
    if (broken) breakLine(open.peek().content());
  }

  /**
   * Texts side by side made one, so that wrapping and mending see whole words; linear in the text.
   */
  static List<Inline> merged(List<Inline> content) {
    List<Inline> out = new ArrayList<>(content.size());
    for (int i = 0; i < content.size(); ) {
      int end = i + 1;
      if (content.get(i) instanceof Inline.Text) {
        while (end < content.size() && content.get(end) instanceof Inline.Text) end++;
      }
      out.add(end - i == 1 ? content.get(i) : new Inline.Text(plain(content.subList(i, end))));
      i = end;
    }
    return out;
  }

  /** The words alone. */
  static String plain(List<Inline> content) {
    StringBuilder out = new StringBuilder();
    plain(content, out);
    return out.toString();
  }

  private static void plain(List<Inline> content, StringBuilder out) {
    for (Inline inline : content) {
      // instanceof, not a pattern switch: its first use costs about two milliseconds in a cold
      // process
      if (inline instanceof Inline.Text(String text)) out.append(text);
      else if (inline instanceof Inline.Code(String text)) out.append(text);
      else if (inline instanceof Inline.Formatted styled) plain(styled.content(), out);
      else if (inline instanceof Inline.Link link) plain(link.content(), out);
      else if (inline instanceof Inline.Image image) out.append(image.alt());
      else if (inline instanceof Inline.FootnoteReference ref) {
      } else if (inline instanceof Inline.SoftBreak b) out.append(' ');
      else if (inline instanceof Inline.HardBreak b) out.append(' ');
    }
  }
}
