package lectern.markdown.dialect;

import org.commonmark.node.CustomBlock;

/** A template tag on a line of its own, or the text of one that is never closed. */
public final class TagBlock extends CustomBlock {
  private TemplateTag tag;

  /** Whether the tags around it were looked for. */
  boolean paired;

  TagBlock(TemplateTag tag) {
    this.tag = tag;
  }

  void setTag(TemplateTag tag) {
    this.tag = tag;
  }

  /** Null where it is not closed: its children are its text, as those of a paragraph. */
  public TemplateTag tag() {
    return tag;
  }

  public boolean isPaired() {
    return paired;
  }
}
