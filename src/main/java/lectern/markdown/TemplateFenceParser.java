package lectern.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * What other site makers fence in their own ways and no Markdown may touch: {@code {% highlight
 * ruby %}} of Jekyll, {@code {{< highlight go >}}} of Hugo, and mathematics between lines of {@code
 * $$}, which end at an empty line at the latest.
 */
final class TemplateFenceParser extends AbstractBlockParser {
  private static final String MATH = "$$";

  private final FencedCodeBlock block = new FencedCodeBlock();
  private final StringBuilder literal = new StringBuilder();
  private final String closes;
  private boolean first = true;
  private boolean done;

  private TemplateFenceParser(String opening) {
    closes = closes(opening);
    block.setInfo(closes.equals(MATH) ? "" : language(opening));
    done = closes.equals(MATH) && opening.length() > MATH.length();
    if (done) literal.append(opening, 2, opening.length() - 2).append('\n');
  }

  /** Begins such a block where a line opens one. */
  static final class Factory implements BlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      int at = state.getNextNonSpaceIndex();
      CharSequence line = state.getLine().getContent();
      if (state.getIndent() >= 4 || at >= line.length()) return BlockStart.none();
      char c = line.charAt(at);
      if (c != '$' && c != '{') return BlockStart.none();
      String opening = line.subSequence(at, line.length()).toString().strip();
      if (closes(opening).isEmpty()) return BlockStart.none();
      return BlockStart.of(new TemplateFenceParser(opening)).atIndex(at);
    }
  }

  /** What begins the line that closes; empty where the line opens nothing. */
  private static String closes(String opening) {
    if (opening.equals(MATH)) return MATH;
    if (opening.startsWith(MATH) && opening.endsWith(MATH) && opening.length() > 4)
      return opening.indexOf(MATH, 2) == opening.length() - 2 ? MATH : "";
    if (opening.startsWith("{% highlight ") && opening.endsWith("%}") && once(opening, "%}"))
      return "{%endhighlight";
    if (opening.startsWith("{{< highlight ") && opening.endsWith(">}}") && once(opening, ">}}"))
      return "{{</highlight";
    return "";
  }

  private static boolean once(String text, String mark) {
    return text.indexOf(mark) == text.lastIndexOf(mark);
  }

  private static String language(String opening) {
    int from = opening.indexOf("highlight ") + "highlight ".length();
    while (from < opening.length() && " \"".indexOf(opening.charAt(from)) >= 0) from++;
    int to = from;
    while (to < opening.length() && " \"%>,".indexOf(opening.charAt(to)) < 0) to++;
    return opening.substring(from, to);
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (done) return BlockContinue.none();
    CharSequence line = state.getLine().getContent();
    String text = line.subSequence(state.getNextNonSpaceIndex(), line.length()).toString().strip();
    boolean math = closes.equals(MATH);
    if (math && text.isEmpty()) return BlockContinue.none();
    if (math ? text.equals(MATH) : text.replace(" ", "").startsWith(closes))
      return BlockContinue.finished();
    return BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    if (!first) literal.append(line.getContent()).append('\n');
    first = false;
  }

  @Override
  public void closeBlock() {
    block.setLiteral(literal.toString());
  }
}
