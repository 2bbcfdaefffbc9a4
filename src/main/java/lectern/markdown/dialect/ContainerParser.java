package lectern.markdown.dialect;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Parses containers between colons, as Docusaurus, VitePress, Starlight and Pandoc have them:
 * {@code :::note[Title]}, {@code ::: tip Title}, {@code ::: {.warning}}, up to a line of colons.
 * Nested ones may have more colons outside or as many; a line of colons closes the innermost one
 * with as many, or else the innermost with fewer.
 */
final class ContainerParser extends AbstractBlockParser {
  private static final int MIN_COLONS = 3;

  /** The containers that are open, each inside the one before it. */
  private static final class OpenContainers {
    final List<ContainerParser> stack = new ArrayList<>();

    /** The line of which it was last found out which container it closes. */
    SourceLine line;

    ContainerParser closedByLine;
  }

  private final LabeledBlock block;
  private final SourceLine title;
  private final int colons;

  /** The column where the content of the block begins that it stands in. */
  private final int parentColumn;

  private final OpenContainers open;

  private ContainerParser(
      ContainerOpening opening, int colons, int parentColumn, OpenContainers open) {
    this.block = new LabeledBlock(opening.form(), opening.word(), this);
    this.title = opening.title();
    this.colons = colons;
    this.parentColumn = parentColumn;
    this.open = open;
    open.stack.add(this);
  }

  /** Starts a container at a line that begins with colons and a name. */
  static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    SourceLine line = state.getLine();
    int from = state.getNextNonSpaceIndex();
    int colons = countColons(line.getContent(), from);
    if (colons < MIN_COLONS) return BlockStart.none();
    ContainerOpening opening = ContainerOpening.parse(line, from + colons);
    Node parent = matched.getMatchedBlockParser().getBlock();
    if (opening == null || LabeledBlock.isTooDeep(parent)) return BlockStart.none();
    OpenContainers open = openContainers(parent);
    return BlockStart.of(new ContainerParser(opening, colons, state.getColumn(), open))
        .atIndex(line.getContent().length());
  }

  private static OpenContainers openContainers(Node parent) {
    for (Node node = parent; node != null; node = node.getParent())
      if (node instanceof LabeledBlock b && b.container != null) return b.container.open;
    return new OpenContainers();
  }

  private static int countColons(CharSequence line, int from) {
    int to = from;
    while (to < line.length() && line.charAt(to) == ':') to++;
    return to - from;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block child) {
    return true;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    boolean closed = state.getIndent() < 4 && !state.isBlank() && isClosedBy(state);
    return closed ? BlockContinue.finished() : BlockContinue.atIndex(state.getIndex());
  }

  private boolean isClosedBy(ParserState state) {
    CharSequence line = state.getLine().getContent();
    int from = state.getNextNonSpaceIndex();
    if (line.charAt(from) != ':') return false;
    int run = countColons(line, from);
    if (run < MIN_COLONS || !isBlank(line, from + run)) return false;
    if (isOpenFence(state.getActiveBlockParser())) return false;
    if (open.line != state.getLine()) {
      open.line = state.getLine();
      open.closedByLine = findClosed(run, state.getColumn() + state.getIndent());
    }
    return open.closedByLine == this;
  }

  private static boolean isOpenFence(BlockParser active) {
    return active.getBlock() instanceof FencedCodeBlock;
  }

  private static boolean isBlank(CharSequence line, int from) {
    for (int i = from; i < line.length(); i++)
      if (line.charAt(i) != ' ' && line.charAt(i) != '\t') return false;
    return true;
  }

  /** The container that a line of colons closes; null for none. */
  private ContainerParser findClosed(int run, int column) {
    ContainerParser shorter = null;
    for (int i = open.stack.size() - 1; i >= 0; i--) {
      ContainerParser container = open.stack.get(i);
      // in a list item that ends before this line
      if (column < container.parentColumn) continue;
      if (container.colons == run) return container;
      if (container.colons < run && shorter == null) shorter = container;
    }
    return shorter;
  }

  @Override
  public void closeBlock() {
    int at = open.stack.lastIndexOf(this);
    if (at >= 0) open.stack.subList(at, open.stack.size()).clear();
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    BlockTitles.parse(title, block, inlineParser);
  }
}
