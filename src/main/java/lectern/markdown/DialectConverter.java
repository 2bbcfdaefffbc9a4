package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import lectern.markdown.dialect.DefinitionList;
import lectern.markdown.dialect.LabeledBlock;
import lectern.markdown.dialect.TagBlock;
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
    if (node instanceof DefinitionList list) appendDefinitions(list, out);
    else if (node instanceof LabeledBlock block) appendLabeled(block, out);
    else if (node instanceof TagBlock tag) appendTag(tag, out);
    else return false;
    return true;
  }

  /** As the list that {@code dl} of HTML is; neighbours are one list, which the first makes. */
  private void appendDefinitions(DefinitionList first, List<Block> out) {
    if (first.getPrevious() instanceof DefinitionList) return;
    List<Block.ListItem> items = new ArrayList<>();
    boolean tight = true;
    Node node = first;
    for (; node instanceof DefinitionList list; node = node.getNext()) {
      Block.ListItem item = convertItem(list);
      items.add(item);
      tight &= item.blocks().size() == 1 || item.blocks().get(1) instanceof Block.ListBlock;
    }
    out.add(new Block.ListBlock(-1, tight, items, blockConverter.sourceLine(first)));
  }

  /** The terms, and the paragraphs that follow them at once, are lines of one paragraph. */
  private Block.ListItem convertItem(DefinitionList list) {
    int line = blockConverter.sourceLine(list);
    List<Inline> lines = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    for (Node part = list.getFirstChild(); part != null; part = part.getNext()) {
      if (!(part instanceof DefinitionList.Definition))
        appendTerms(blockConverter.convertInlines(part), lines);
      else appendDefinition(blockConverter.convertChildren(part), lines, blocks);
    }
    if (!lines.isEmpty()) blocks.addFirst(new Block.Paragraph(lines, line));
    return new Block.ListItem(null, blocks, line);
  }

  private static void appendDefinition(
      List<Block> definition, List<Inline> lines, List<Block> blocks) {
    boolean joins = blocks.isEmpty();
    for (Block block : definition) {
      if (joins && block instanceof Block.Paragraph(List<Inline> content, int at))
        appendLine(content, lines);
      else blocks.add(block);
      joins = false;
    }
  }

  private static void appendTerms(List<Inline> content, List<Inline> lines) {
    int from = 0;
    for (int i = 0; i <= content.size(); i++) {
      boolean end =
          i == content.size()
              || content.get(i) instanceof Inline.SoftBreak
              || content.get(i) instanceof Inline.HardBreak;
      if (!end) continue;
      List<Inline> term = List.copyOf(content.subList(from, i));
      appendLine(List.of(new Inline.Formatted(Inline.Format.STRONG, term)), lines);
      from = i + 1;
    }
  }

  private static void appendLine(List<Inline> content, List<Inline> lines) {
    if (!lines.isEmpty()) lines.add(new Inline.HardBreak());
    lines.addAll(content);
  }

  private void appendLabeled(LabeledBlock block, List<Block> out) {
    int line = blockConverter.sourceLine(block);
    List<Inline> title = takeTitle(block);
    List<Block> blocks = blockConverter.convertChildren(block);
    switch (block.form()) {
      case ALERT -> out.add(Alerts.create(block.word(), title, blocks, line));
      case FOLD -> out.add(new Block.Details(summary(block, title), blocks, true, line));
      case QUOTE -> out.add(quote(title, blocks, line));
      case PLAIN -> {
        if (!title.isEmpty()) out.add(strong(title, line));
        out.addAll(blocks);
      }
    }
  }

  private void appendTag(TagBlock node, List<Block> out) {
    int line = blockConverter.sourceLine(node);
    Block block =
        node.tag() == null
            ? new Block.Paragraph(blockConverter.convertInlines(node), line)
            : TemplateTags.toBlock(node.tag(), line);
    if (block != null) out.add(block);
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

  /** The title of a quote says whose it is. */
  private static Block quote(List<Inline> title, List<Block> blocks, int line) {
    if (title.isEmpty()) return new Block.BlockQuote(blocks, line);
    List<Block> out = new ArrayList<>(blocks);
    List<Inline> source = new ArrayList<>(title);
    source.addFirst(new Inline.Text("— "));
    out.add(new Block.Paragraph(source, line));
    return new Block.BlockQuote(out, line);
  }

  private static Block strong(List<Inline> content, int line) {
    return new Block.Paragraph(List.of(new Inline.Formatted(Inline.Format.STRONG, content)), line);
  }
}
