package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import lectern.markdown.dialect.LabeledBlock;
import org.commonmark.node.Node;

/** Converts the blocks that generators add to Markdown; loaded where a post has one. */
final class DialectConverter {
  private final BlockConverter blockConverter;

  DialectConverter(BlockConverter blocks) {
    this.blockConverter = blocks;
  }

  /**
   * @return false for other nodes
   */
  boolean append(Node node, List<Block> out) {
    if (node instanceof LabeledBlock.Title) return true;
    if (!(node instanceof LabeledBlock block)) return false;
    appendLabeled(block, out);
    return true;
  }

  private void appendLabeled(LabeledBlock block, List<Block> out) {
    int line = blockConverter.sourceLine(block);
    List<Inline> title = takeTitle(block);
    List<Block> blocks = blockConverter.convertChildren(block);
    switch (block.form()) {
      case ALERT -> out.add(Alerts.create(block.word(), title, blocks, line));
      case FOLD -> out.add(new Block.Details(summary(block, title), blocks, true, line));
      case QUOTE -> appendQuote(title, blocks, line, out);
      case PLAIN -> {
        if (!title.isEmpty()) out.add(strong(title, line));
        out.addAll(blocks);
      }
    }
  }

  private List<Inline> takeTitle(LabeledBlock block) {
    if (!(block.getFirstChild() instanceof LabeledBlock.Title title)) return List.of();
    title.unlink();
    return blockConverter.convertInlines(title);
  }

  /** The word stands before a title where it says more than that the block folds. */
  private static List<Inline> summary(LabeledBlock block, List<Inline> title) {
    boolean named = !block.word().isEmpty();
    if (title.isEmpty())
      return List.of(new Inline.Text(named ? Alerts.labelOf(block.word()) : "Details"));
    if (!named || block.isNamedFold()) return title;
    List<Inline> out = new ArrayList<>();
    out.add(new Inline.Text(Alerts.labelOf(block.word()) + ": "));
    out.addAll(title);
    return out;
  }

  private static void appendQuote(
      List<Inline> title, List<Block> blocks, int line, List<Block> out) {
    out.add(new Block.BlockQuote(blocks, line));
    if (!title.isEmpty()) out.add(new Block.Paragraph(title, line));
  }

  private static Block strong(List<Inline> content, int line) {
    return new Block.Paragraph(List.of(new Inline.Formatted(Inline.Format.STRONG, content)), line);
  }
}
