package lectern.markdown;

import java.util.List;
import lectern.markdown.dialect.TagInline;
import lectern.markdown.dialect.TemplateNames;
import lectern.markdown.dialect.TemplateTag;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** What is shown for template tags without a body. */
final class TemplateTags {
  private TemplateTags() {}

  /**
   * @return null for tags that are not shown
   */
  static Block toBlock(TemplateTag tag, int line) {
    return switch (TemplateNames.meaningOf(tag)) {
      case COMMENT, RAW, CLOSING -> null;
      case LABEL -> toLabel(tag, line);
      case IMAGE, EMBED -> toParagraph(tag, line);
      case BLOCK -> toAlert(tag, line);
      case OTHER -> new Block.TemplateTag(tag.line(), line);
    };
  }

  private static Block toLabel(TemplateTag tag, int line) {
    String title = TemplateNames.titleOf(tag);
    if (title.isEmpty()) return new Block.TemplateTag(tag.line(), line);
    Inline text = new Inline.Text(title);
    return new Block.Paragraph(
        List.of(new Inline.Formatted(Inline.Format.STRONG, List.of(text))), line);
  }

  /** Tags of alerts may have their text as a title, and no body. */
  private static Block toAlert(TemplateTag tag, int line) {
    String title = TemplateNames.titleOf(tag);
    if (title.isEmpty()) return new Block.TemplateTag(tag.line(), line);
    return Alerts.create(
        TemplateNames.wordOf(tag), List.of(new Inline.Text(title)), List.of(), line);
  }

  private static Block toParagraph(TemplateTag tag, int line) {
    Inline shown = toInline(tag);
    String caption = TemplateNames.imageCaption(tag);
    boolean captioned =
        shown instanceof Inline.Image image
            && !caption.isEmpty()
            && !image.placeholder().contains(caption);
    return new Block.Paragraph(
        captioned
            ? List.of(shown, new Inline.HardBreak(), new Inline.Text(caption))
            : List.of(shown),
        line);
  }

  /**
   * @return null for tags that are not shown
   */
  static Inline toInline(TemplateTag tag) {
    return switch (TemplateNames.meaningOf(tag)) {
      case COMMENT, RAW -> null;
      case IMAGE ->
          new Inline.Image(
              TemplateNames.target(tag),
              TemplateNames.imageCaption(tag),
              TemplateNames.imageAlt(tag));
      case EMBED ->
          new Inline.Link(
              TemplateNames.embedTarget(tag),
              "",
              List.of(new Inline.Text(TemplateNames.embedText(tag))));
      case CLOSING -> tag.isLiteralEnd() ? null : new Inline.Text(tag.line());
      case LABEL, BLOCK, OTHER -> new Inline.Text(tag.line());
    };
  }

  /** Takes the tags out of a heading, unless nothing else is in it. */
  static void removeFrom(Heading heading) {
    boolean words = false;
    boolean tags = false;
    for (Node node = heading.getFirstChild(); node != null; node = node.getNext()) {
      tags |= node instanceof TagInline;
      words |=
          !(node instanceof TagInline) && !(node instanceof Text t && t.getLiteral().isBlank());
    }
    if (!tags || !words) return;
    for (Node node = heading.getFirstChild(); node != null; ) {
      Node next = node.getNext();
      if (node instanceof TagInline) {
        removeSpace(node);
        node.unlink();
      }
      node = next;
    }
  }

  /** One of the spaces around a tag goes with it; at the ends of the heading, both. */
  private static void removeSpace(Node tag) {
    Node before = tag.getPrevious();
    Node after = tag.getNext();
    boolean space = before == null;
    if (before instanceof Text t) {
      if (after == null || after instanceof TagInline && after.getNext() == null)
        t.setLiteral(t.getLiteral().stripTrailing());
      space = t.getLiteral().endsWith(" ");
    }
    if (space && after instanceof Text t) t.setLiteral(t.getLiteral().stripLeading());
  }
}
