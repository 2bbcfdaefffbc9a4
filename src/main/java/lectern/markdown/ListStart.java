package lectern.markdown;

import org.commonmark.internal.ListBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Where a list begins, as commonmark finds it, asked only at a line that begins with a marker: like
 * the tables of {@link TableStart}, it copies the whole paragraph before it at each line.
 */
final class ListStart extends AbstractBlockParserFactory {
  private final ListBlockParser.Factory lists = new ListBlockParser.Factory();

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser before) {
    CharSequence line = state.getLine().getContent();
    int from = state.getNextNonSpaceIndex();
    return isMarker(line, from) && !isRule(line, from)
        ? lists.tryStart(state, before)
        : BlockStart.none();
  }

  private static boolean isMarker(CharSequence line, int from) {
    int i = from;
    while (i < line.length() && i - from < 9 && line.charAt(i) >= '0' && line.charAt(i) <= '9') i++;
    if (i == line.length()) return false;
    char c = line.charAt(i);
    boolean marks = i > from ? c == '.' || c == ')' : c == '-' || c == '*' || c == '+';
    return marks
        && (i + 1 == line.length() || line.charAt(i + 1) == ' ' || line.charAt(i + 1) == '\t');
  }

  /** {@code * * *}: a thematic break, which comes before lists. */
  private static boolean isRule(CharSequence line, int from) {
    char mark = line.charAt(from);
    if (mark != '-' && mark != '*') return false;
    int marks = 0;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == mark) marks++;
      else if (c != ' ' && c != '\t') return false;
    }
    return marks > 2;
  }
}
