package lectern.markdown.dialect;

import org.commonmark.internal.BlockStartImpl;
import org.commonmark.internal.HtmlBlockParser;
import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Parses blocks of HTML as CommonMark 0.31 §4.6 says, but an empty line does not end one inside of
 * a script, a style sheet or a comment: no browser shows what stands there. After a tag with the
 * attribute {@code markdown}, as MkDocs and kramdown have it, Markdown follows at once.
 */
public final class HtmlBlocks extends AbstractBlockParser {
  private final BlockParser delegate;

  /** How the hidden part that is open ends; empty outside of one. */
  private String hiddenEnd = "";

  private boolean isFirstLine = true;
  private boolean isBeforeMarkdown;

  private HtmlBlocks(BlockParser delegate) {
    this.delegate = delegate;
  }

  /** Starts such a block where commonmark starts one. */
  public static final class Factory extends AbstractBlockParserFactory {
    private final HtmlBlockParser.Factory delegate = new HtmlBlockParser.Factory();

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      BlockStart start = delegate.tryStart(state, matched);
      if (!(start instanceof BlockStartImpl started)) return BlockStart.none();
      return BlockStart.of(new HtmlBlocks(started.getBlockParsers()[0]))
          .atIndex(started.getNewIndex());
    }
  }

  @Override
  public Block getBlock() {
    return delegate.getBlock();
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (isBeforeMarkdown) return BlockContinue.none();
    return hiddenEnd.isEmpty()
        ? delegate.tryContinue(state)
        : BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    delegate.addLine(line);
    String text = line.getContent().toString();
    if (isFirstLine) isBeforeMarkdown = isMarkdownTag(text.strip());
    isFirstLine = false;
    followHiddenParts(text);
  }

  @Override
  public void closeBlock() {
    delegate.closeBlock();
  }

  private static boolean isMarkdownTag(String line) {
    int attribute = line.indexOf(" markdown");
    if (attribute < 0 || line.indexOf('>') != line.length() - 1) return false;
    char next = line.charAt(attribute + " markdown".length());
    return next == '>' || next == ' ' || next == '=' && !line.startsWith("=\"0\"", attribute + 9);
  }

  private void followHiddenParts(String line) {
    for (int at = 0; at >= 0 && at < line.length(); ) {
      if (hiddenEnd.isEmpty()) {
        at = line.indexOf('<', at);
        if (at < 0) return;
        hiddenEnd = hiddenEndAt(line, at++);
      } else {
        at = indexOf(line, hiddenEnd, at);
        if (at >= 0) hiddenEnd = "";
      }
    }
  }

  /** How the hidden part ends that a tag opens; empty for none. */
  private static String hiddenEndAt(String line, int tag) {
    if (line.startsWith("<!--", tag)) return "-->";
    if (opensElement(line, tag, "script")) return "</script";
    return opensElement(line, tag, "style") ? "</style" : "";
  }

  private static boolean opensElement(String line, int tag, String name) {
    int end = tag + 1 + name.length();
    if (!line.regionMatches(true, tag + 1, name, 0, name.length())) return false;
    if (end < line.length() && " \t/>".indexOf(line.charAt(end)) < 0) return false;
    int close = line.indexOf('>', end);
    return close < 0 || line.charAt(close - 1) != '/';
  }

  private static int indexOf(String line, String part, int from) {
    for (int i = from; i + part.length() <= line.length(); i++)
      if (line.regionMatches(true, i, part, 0, part.length())) return i;
    return -1;
  }
}
