package lectern.markdown;

import org.commonmark.ext.gfm.tables.internal.TableBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Starts tables as commonmark does, but asks it only at lines that can be the delimiter row: it
 * copies the whole paragraph before each line, and one of a hundred thousand lines would take
 * minutes.
 */
final class FastTableParserFactory extends AbstractBlockParserFactory {
  private final TableBlockParser.Factory delegate;

  /**
   * @param cells of all tables together
   */
  FastTableParserFactory(int cells) {
    this.delegate = new TableBlockParser.Factory(cells);
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser before) {
    CharSequence line = state.getLine().getContent();
    boolean bar = false;
    for (int i = state.getIndex(); i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '|') bar = true;
      else if (c != '-' && c != ':' && c != ' ' && c != '\t') return BlockStart.none();
    }
    return bar ? delegate.tryStart(state, before) : BlockStart.none();
  }
}
