package lectern.markdown.dialect;

import org.commonmark.node.CustomNode;

/** An emoji that was written by its name. */
public final class EmojiNode extends CustomNode {
  private final String name;
  private final String emoji;

  EmojiNode(String name, String emoji) {
    this.name = name;
    this.emoji = emoji;
  }

  /** As GitHub has it, without colons. */
  public String name() {
    return name;
  }

  public String emoji() {
    return emoji;
  }
}
