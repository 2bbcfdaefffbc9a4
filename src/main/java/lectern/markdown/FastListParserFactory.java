package lectern.markdown;

import org.commonmark.internal.ListBlockParser;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Starts lists as commonmark does, but asks it only at lines that begin with a list marker: like
 * the factory of tables (see {@link FastTableParserFactory}), it copies the whole paragraph before
 * each line.
 */
final class FastListParserFactory extends AbstractBlockParserFactory {
  private final ListBlockParser.Factory delegate = new ListBlockParser.Factory();

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser before) {
    CharSequence line = state.getLine().getContent();
    int from = state.getNextNonSpaceIndex();
    boolean list =
        isListMarker(line, from)
            && !isThematicBreak(line, from)
            && !continuesParagraph(line, from, before);
    return list ? delegate.tryStart(state, before) : BlockStart.none();
  }

  /** An ordered list that starts with another number than 1 does not end a paragraph. */
  private static boolean continuesParagraph(
      CharSequence line, int from, MatchedBlockParser before) {
    char c = line.charAt(from);
    if (!isDigit(c)) return false;
    int i = from;
    while (i < line.length() && line.charAt(i) == '0') i++;
    boolean one = i + 1 < line.length() && line.charAt(i) == '1' && !isDigit(line.charAt(i + 1));
    return !one && before.getMatchedBlockParser().getBlock() instanceof Paragraph;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isListMarker(CharSequence line, int from) {
    int i = from;
    while (i < line.length() && i - from < 9 && isDigit(line.charAt(i))) i++;
    if (i == line.length()) return false;
    char c = line.charAt(i);
    boolean marks = i > from ? c == '.' || c == ')' : c == '-' || c == '*' || c == '+';
    return marks
        && (i + 1 == line.length() || line.charAt(i + 1) == ' ' || line.charAt(i + 1) == '\t');
  }

  /** {@code * * *} is a thematic break, which takes precedence over lists. */
  private static boolean isThematicBreak(CharSequence line, int from) {
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
