package lectern.markdown.dialect;

import org.commonmark.node.CustomNode;

/** What authors write for their generator: nothing of it is shown. */
public final class HiddenNode extends CustomNode {
  private final String source;
  private final String id;

  /**
   * @param source what stands between its signs
   */
  HiddenNode(String source, String id) {
    this.source = source;
    this.id = id;
  }

  /** Whether it asks for a table of contents. */
  public boolean isContentsMark() {
    return source.replace(" ", "").equals(":toc");
  }

  /** The id that it gives to what it stands at; empty for none. */
  public String id() {
    return id;
  }
}
