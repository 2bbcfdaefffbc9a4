package lectern.markdown;

import java.util.List;

/** Appends the text of inlines, without formatting and targets. */
final class PlainText implements Inline.Visitor<StringBuilder> {
  private final StringBuilder out = new StringBuilder();

  StringBuilder appendAll(List<Inline> content) {
    for (Inline inline : content) inline.accept(this);
    return out;
  }

  @Override
  public StringBuilder visit(Inline.Text text) {
    return out.append(text.text());
  }

  @Override
  public StringBuilder visit(Inline.Code code) {
    return out.append(code.text());
  }

  @Override
  public StringBuilder visit(Inline.Formatted formatted) {
    return appendAll(formatted.content());
  }

  @Override
  public StringBuilder visit(Inline.Link link) {
    return appendAll(link.content());
  }

  @Override
  public StringBuilder visit(Inline.Image image) {
    return out.append(image.alt());
  }

  @Override
  public StringBuilder visit(Inline.FootnoteReference reference) {
    return out;
  }

  @Override
  public StringBuilder visit(Inline.Emoji emoji) {
    return out.append(emoji.emoji());
  }

  @Override
  public StringBuilder visit(Inline.SoftBreak softBreak) {
    return out.append(' ');
  }

  @Override
  public StringBuilder visit(Inline.HardBreak hardBreak) {
    return out.append(' ');
  }
}
