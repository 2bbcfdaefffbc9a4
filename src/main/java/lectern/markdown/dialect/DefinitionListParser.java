package lectern.markdown.dialect;

import java.util.ArrayList;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Parses definition lists, as PHP Markdown Extra, kramdown, Goldmark and Pandoc have them: a
 * paragraph of terms, then {@code : text} under it, also after an empty line.
 */
final class DefinitionListParser extends AbstractBlockParser {
  private final DefinitionList list = new DefinitionList();

  /** Starts a list, or its next definition, at a line that begins with a colon and a space. */
  static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    CharSequence line = state.getLine().getContent();
    int colon = state.getNextNonSpaceIndex();
    int text = colon + 1;
    while (text < line.length() && " \t".indexOf(line.charAt(text)) >= 0) text++;
    if (text == colon + 1 || text == line.length()) return BlockStart.none();
    BlockParser parent = matched.getMatchedBlockParser();
    boolean continues = parent instanceof DefinitionListParser;
    if (!continues && !hasTerms(parent.getBlock()) || LabeledBlock.isTooDeep(parent.getBlock()))
      return BlockStart.none();
    int spaces = text - colon - 1;
    // further text is code in the definition
    int width = spaces > 4 ? 2 : 1 + spaces;
    int contentIndent = state.getIndent() + width;
    DefinitionParser definition = new DefinitionParser(contentIndent);
    return (continues
            ? BlockStart.of(definition)
            : BlockStart.of(new DefinitionListParser(), definition))
        .atColumn(state.getColumn() + contentIndent);
  }

  /** Whether a paragraph stands above: it goes on, or it is the last block before empty lines. */
  private static boolean hasTerms(Block parent) {
    return parent instanceof Paragraph || parent.getLastChild() instanceof Paragraph;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block child) {
    return child instanceof DefinitionList.Definition;
  }

  @Override
  public Block getBlock() {
    return list;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void closeBlock() {
    Node terms = list.getPrevious();
    if (!(terms instanceof Paragraph)) return;
    list.prependChild(terms);
    if (!terms.getSourceSpans().isEmpty()) {
      var spans = new ArrayList<>(terms.getSourceSpans());
      spans.addAll(list.getSourceSpans());
      list.setSourceSpans(spans);
    }
  }

  /** Parses what one colon begins. */
  private static final class DefinitionParser extends AbstractBlockParser {
    private final DefinitionList.Definition definition = new DefinitionList.Definition();

    /** Columns before its text. */
    private final int contentIndent;

    DefinitionParser(int contentIndent) {
      this.contentIndent = contentIndent;
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
      return definition;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      if (state.isBlank()) return BlockContinue.atIndex(state.getNextNonSpaceIndex());
      return state.getIndent() >= contentIndent
          ? BlockContinue.atColumn(state.getColumn() + contentIndent)
          : BlockContinue.none();
    }
  }
}
