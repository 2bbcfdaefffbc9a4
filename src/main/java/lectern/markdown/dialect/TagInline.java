package lectern.markdown.dialect;

import org.commonmark.node.CustomNode;

/** A template tag in running text. */
public final class TagInline extends CustomNode {
  private final TemplateTag tag;

  TagInline(TemplateTag tag) {
    this.tag = tag;
  }

  public TemplateTag tag() {
    return tag;
  }
}
