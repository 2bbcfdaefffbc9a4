package lectern.markdown.dialect;

import org.commonmark.node.CustomNode;

/** A link to a note by its name, or what is embedded by it. */
public final class WikiLinkNode extends CustomNode {
  private final String source;
  private final boolean embed;

  /**
   * @param source what stands between the brackets
   */
  WikiLinkNode(String source, boolean embed) {
    this.source = source;
    this.embed = embed;
  }

  /** What stands between the brackets. */
  public String source() {
    return source;
  }

  public boolean isEmbed() {
    return embed;
  }
}
