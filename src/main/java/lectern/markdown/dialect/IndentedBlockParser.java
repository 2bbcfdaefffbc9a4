package lectern.markdown.dialect;

import lectern.markdown.dialect.LabeledBlock.Form;
import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Parses the blocks of Python-Markdown and its extensions, whose content is indented by four
 * columns: {@code !!! note "Title"}, {@code ??? note} and {@code ???+ note}, which fold, and the
 * tabs {@code === "Label"}.
 */
final class IndentedBlockParser extends AbstractBlockParser {
  private static final int INDENT = 4;

  private static final String CLASSES = " inline end start left right annotate ";

  private final LabeledBlock block;
  private final SourceLine title;

  /** Columns of white space before the mark. */
  private final int ownIndent;

  private IndentedBlockParser(LabeledBlock block, SourceLine title, int ownIndent) {
    this.block = block;
    this.title = title;
    this.ownIndent = ownIndent;
  }

  /** Starts a block at a line that begins with its mark. */
  static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    SourceLine line = state.getLine();
    String text = line.getContent().toString();
    int from = state.getNextNonSpaceIndex();
    char mark = text.charAt(from);
    if (text.length() < from + 4 || text.charAt(from + 1) != mark || text.charAt(from + 2) != mark)
      return BlockStart.none();
    int end = text.stripTrailing().length();
    int at = from + 3;
    while (at < end && "+!".indexOf(text.charAt(at)) >= 0 && mark != '!') at++;
    int words = skipSpaces(text, at, end);
    int quote = wordsEnd(text, words, end);
    boolean titled = quote < end;
    if (titled && !isQuoted(text, quote, end)) return BlockStart.none();
    if (mark == '=' ? !titled || quote > words || words == at : words >= end || at == end)
      return BlockStart.none();
    if (LabeledBlock.isTooDeep(matched.getMatchedBlockParser().getBlock()))
      return BlockStart.none();
    Form form = mark == '!' ? Form.ALERT : mark == '?' ? Form.FOLD : Form.PLAIN;
    LabeledBlock block = new LabeledBlock(form, firstWord(text, words, quote));
    SourceLine title =
        titled
            ? end - quote > 2 ? line.substring(quote + 1, end - 1) : null
            : otherWords(line, text.substring(words, end), words);
    return BlockStart.of(new IndentedBlockParser(block, title, state.getIndent()))
        .atIndex(text.length());
  }

  private static int skipSpaces(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == ' ') at++;
    return at;
  }

  /** The index after the words, which are letters, digits and hyphens. */
  private static int wordsEnd(String text, int from, int end) {
    int at = from;
    while (at < end
        && (Character.isLetterOrDigit(text.charAt(at)) || " -_".indexOf(text.charAt(at)) >= 0))
      at++;
    return at;
  }

  private static boolean isQuoted(String text, int from, int end) {
    return text.charAt(from) == '"'
        && end - from > 1
        && text.charAt(end - 1) == '"'
        && text.charAt(from - 1) == ' ';
  }

  private static String firstWord(String text, int from, int end) {
    int to = text.indexOf(' ', from);
    return text.substring(from, to < 0 || to > end ? end : to);
  }

  /** The words after the first, unless they are classes of Material for MkDocs; null for none. */
  private static SourceLine otherWords(SourceLine line, String words, int from) {
    int space = words.indexOf(' ');
    if (space < 0) return null;
    for (String word : words.substring(space).strip().split(" +"))
      if (!CLASSES.contains(" " + word + " ")) {
        int to = from + words.length();
        return line.substring(skipSpaces(line.getContent().toString(), from + space, to), to);
      }
    return null;
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
    if (state.isBlank()) return BlockContinue.atIndex(state.getNextNonSpaceIndex());
    if (state.getIndent() < INDENT) return BlockContinue.none();
    return BlockContinue.atColumn(
        state.getColumn() + Math.min(state.getIndent(), ownIndent + INDENT));
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    BlockTitles.parse(title, block, inlineParser);
  }
}
