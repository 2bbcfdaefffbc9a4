package lectern.markdown.dialect;

import java.util.List;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/** Reads the titles of labeled blocks as running text. */
final class BlockTitles {
  private BlockTitles() {}

  /**
   * @param title null for none
   */
  static void parse(SourceLine title, LabeledBlock block, InlineParser inlineParser) {
    if (title == null) return;
    LabeledBlock.Title node = new LabeledBlock.Title();
    inlineParser.parse(SourceLines.of(List.of(title)), node);
    block.prependChild(node);
  }
}
