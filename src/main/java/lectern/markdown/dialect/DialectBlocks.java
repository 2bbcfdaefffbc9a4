package lectern.markdown.dialect;

import org.commonmark.parser.Parser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * The blocks that site generators add to Markdown. One factory asks for all of them by the first
 * character of a line, so that a post without any loads none of their classes.
 */
public final class DialectBlocks implements Parser.ParserExtension {
  private DialectBlocks() {}

  public static DialectBlocks create() {
    return new DialectBlocks();
  }

  @Override
  public void extend(Parser.Builder parser) {
    parser
        .customBlockParserFactory(new Factory())
        .customInlineContentParserFactory(new TagInlineParser.Factory());
  }

  private static final class Factory extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (state.getIndent() >= 4 || state.isBlank()) return BlockStart.none();
      return switch (state.getLine().getContent().charAt(state.getNextNonSpaceIndex())) {
        case ':' -> tryStartAtColon(state, matched);
        case '!', '?', '=' -> IndentedBlockParser.tryStart(state, matched);
        case '{' -> TagBlockParser.tryStart(state);
        default -> BlockStart.none();
      };
    }

    private static BlockStart tryStartAtColon(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      int next = state.getNextNonSpaceIndex() + 1;
      if (next >= line.length()) return BlockStart.none();
      return line.charAt(next) == ':'
          ? ContainerParser.tryStart(state, matched)
          : DefinitionListParser.tryStart(state, matched);
    }
  }
}
