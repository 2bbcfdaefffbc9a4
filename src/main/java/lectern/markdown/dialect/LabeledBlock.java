package lectern.markdown.dialect;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/**
 * A block that generators give a label: {@code :::note[Title]}, {@code !!! note "Title"}, {@code
 * === "Tab"}, {@code {% note %}}. Its title, where it has one, is its first child.
 */
public final class LabeledBlock extends CustomBlock {
  /** Blocks of this kind that are nested deeper are left as text. */
  static final int MAX_DEPTH = 100;

  /** How a block is shown. */
  public enum Form {
    /** With a bar beside it and its word as the label. */
    ALERT,
    /** Under a summary that folds it. */
    FOLD,
    /** As a quote; the title says whose. */
    QUOTE,
    /** Its content alone, under the title. */
    PLAIN
  }

  /** The title of the block around it; its children are running text. */
  public static final class Title extends CustomNode {}

  private final Form form;
  private final String word;

  /** The parser of the container, to find the one around another; null for other blocks. */
  final ContainerParser container;

  /**
   * @param word that says of which kind it is, as written; empty for none
   */
  LabeledBlock(Form form, String word) {
    this(form, word, null);
  }

  LabeledBlock(Form form, String word, ContainerParser container) {
    this.form = form;
    this.word = word;
    this.container = container;
  }

  public Form form() {
    return form;
  }

  public String word() {
    return word;
  }

  /** Whether the word says no more than that the block folds. */
  public boolean isNamedFold() {
    return BlockWords.formOf(word) == Form.FOLD;
  }

  /** Whether a block that is started in this node would be nested too deep. */
  static boolean isTooDeep(Node parent) {
    int depth = 0;
    for (Node node = parent; node != null; node = node.getParent())
      if (node instanceof CustomBlock && ++depth >= MAX_DEPTH) return true;
    return false;
  }
}
