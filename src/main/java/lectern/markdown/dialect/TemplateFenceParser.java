package lectern.markdown.dialect;

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
 * Parses as fenced code: {@code {% highlight ruby %}} of Jekyll, {@code {% codeblock lang:js %}} of
 * Hexo, {@code {{< highlight go >}}} of Hugo, and mathematics between lines of {@code $$}, which
 * ends at an empty line at the latest.
 */
public final class TemplateFenceParser extends AbstractBlockParser {
  private static final String MATH_FENCE = "$$";

  private final FencedCodeBlock block = new FencedCodeBlock();
  private final StringBuilder literal = new StringBuilder();
  private final String closingMarker;
  private boolean isFirstLine = true;
  private boolean isClosed;

  private TemplateFenceParser(String opening) {
    closingMarker = closingMarker(opening);
    block.setInfo(closingMarker.equals(MATH_FENCE) ? "" : parseLanguage(opening));
    isClosed = closingMarker.equals(MATH_FENCE) && opening.length() > MATH_FENCE.length();
    if (isClosed) literal.append(opening, 2, opening.length() - 2).append('\n');
  }

  /** Starts such a block where a line opens one. */
  public static final class Factory implements BlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      int at = state.getNextNonSpaceIndex();
      CharSequence line = state.getLine().getContent();
      if (state.getIndent() >= 4 || at >= line.length()) return BlockStart.none();
      char c = line.charAt(at);
      if (c != '$' && c != '{') return BlockStart.none();
      String opening = line.subSequence(at, line.length()).toString().strip();
      if (closingMarker(opening).isEmpty()) return BlockStart.none();
      return BlockStart.of(new TemplateFenceParser(opening)).atIndex(at);
    }
  }

  /** The beginning of the closing line; empty where a line opens no block. */
  private static String closingMarker(String opening) {
    if (opening.equals(MATH_FENCE)) return MATH_FENCE;
    if (opening.startsWith(MATH_FENCE) && opening.endsWith(MATH_FENCE) && opening.length() > 4)
      return opening.indexOf(MATH_FENCE, 2) == opening.length() - 2 ? MATH_FENCE : "";
    if (opening.startsWith("{% highlight ") && opening.endsWith("%}") && occursOnce(opening, "%}"))
      return "{%endhighlight";
    if (opening.startsWith("{% codeblock ") && opening.endsWith("%}") && occursOnce(opening, "%}"))
      return "{%endcodeblock";
    if (opening.startsWith("{{< highlight ")
        && opening.endsWith(">}}")
        && occursOnce(opening, ">}}")) return "{{</highlight";
    return "";
  }

  private static boolean occursOnce(String text, String mark) {
    return text.indexOf(mark) == text.lastIndexOf(mark);
  }

  private static String parseLanguage(String opening) {
    boolean hexo = opening.startsWith("{% codeblock");
    String before = hexo ? "lang:" : "highlight ";
    int from = opening.indexOf(before) + before.length();
    if (from < before.length()) return "";
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
    if (isClosed) return BlockContinue.none();
    CharSequence line = state.getLine().getContent();
    String text = line.subSequence(state.getNextNonSpaceIndex(), line.length()).toString().strip();
    boolean math = closingMarker.equals(MATH_FENCE);
    if (math && text.isEmpty()) return BlockContinue.none();
    if (math ? text.equals(MATH_FENCE) : text.replace(" ", "").startsWith(closingMarker))
      return BlockContinue.finished();
    return BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    if (!isFirstLine) literal.append(line.getContent()).append('\n');
    isFirstLine = false;
  }

  @Override
  public void closeBlock() {
    block.setLiteral(literal.toString());
  }
}
