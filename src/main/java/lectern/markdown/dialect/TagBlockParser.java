package lectern.markdown.dialect;

import java.util.ArrayList;
import java.util.List;
import lectern.markdown.dialect.TemplateNames.Meaning;
import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.ParserState;

/**
 * Parses template tags that stand alone on a line, or on several, and those that open or close a
 * block with a label before text.
 */
final class TagBlockParser extends AbstractBlockParser {
  /** Lines that a tag may have. */
  private static final int MAX_LINES = 60;

  private final TagBlock block;

  /** The lines of a tag that was not closed on its first. */
  private final List<SourceLine> lines = new ArrayList<>();

  private TagBlockParser(TemplateTag tag) {
    this.block = new TagBlock(tag);
  }

  static BlockStart tryStart(ParserState state) {
    int from = state.getNextNonSpaceIndex();
    if (!TemplateTag.startsAt(state.getLine().getContent(), from)) return BlockStart.none();
    String text = state.getLine().getContent().toString();
    TemplateTag tag = TemplateTag.parse(text, from);
    if (tag == null)
      return mayContinue(text, from)
          ? BlockStart.of(new TagBlockParser(null)).atIndex(from)
          : BlockStart.none();
    int end = from + tag.literal().length();
    return isBlock(tag) || hasOnlyTags(text, end)
        ? BlockStart.of(new TagBlockParser(tag)).atIndex(end)
        : BlockStart.none();
  }

  private static boolean isBlock(TemplateTag tag) {
    Meaning meaning = TemplateNames.meaningOf(tag);
    return meaning == Meaning.BLOCK
        || meaning == Meaning.CLOSING && TemplateNames.isBlock(tag.name());
  }

  private static boolean hasOnlyTags(String text, int from) {
    // each tag of a line asks for the rest of it
    if (text.length() - from > TemplateTag.MAX_LENGTH) return false;
    int at = from;
    while (at < text.length()) {
      TemplateTag tag = text.charAt(at) == '{' ? TemplateTag.parse(text, at) : null;
      if (tag == null && !Character.isWhitespace(text.charAt(at))) return false;
      at += tag == null ? 1 : tag.literal().length();
    }
    return true;
  }

  /** Whether a tag begins that may be closed on another line. */
  private static boolean mayContinue(String text, int from) {
    return text.startsWith("{%", from)
        || text.startsWith("{{<", from)
        || text.startsWith("{{%", from)
        || isComment(text, from);
  }

  private static boolean isComment(CharSequence text, int from) {
    String start = text.subSequence(from, Math.min(text.length(), from + 5)).toString();
    return start.startsWith("{{/*") || start.startsWith("{# ") || start.equals("{#");
  }

  /** A closed tag ends where the rest of its line begins, which is a block of its own. */
  @Override
  public boolean isContainer() {
    return lines.isEmpty() && block.tag() != null;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    boolean ends =
        block.tag() != null
            || lines.size() >= MAX_LINES
            || state.isBlank() && !isComment(lines.getFirst().getContent(), 0);
    return ends ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    lines.add(line);
    if (lines.size() == 1 || line.getContent().toString().indexOf('}') < 0) return;
    String text = text();
    TemplateTag tag = TemplateTag.parse(text, 0);
    if (tag != null && hasOnlyTags(text, tag.literal().length())) block.setTag(tag);
  }

  private String text() {
    StringBuilder out = new StringBuilder();
    for (SourceLine line : lines) out.append(line.getContent()).append('\n');
    return out.toString();
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    if (block.tag() == null) inlineParser.parse(SourceLines.of(lines), block);
  }
}
