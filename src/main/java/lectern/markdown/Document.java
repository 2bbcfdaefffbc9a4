package lectern.markdown;

import java.util.List;

/**
 * A post as nested blocks, after parsing and before layout.
 *
 * @param blocks from top to bottom; footnotes are the last block, where there are any
 */
public record Document(List<Block> blocks) {
  /**
   * A link or an image that can be followed.
   *
   * @param target sanitized
   * @param text what is shown for it
   * @param line of the source, from 1, on which the block begins that it stands in; 0 when unknown
   */
  public record Link(String target, String text, int line) {}

  /**
   * A file that is not Markdown.
   *
   * @param language empty for plain text
   */
  public static Document ofFile(String language, String text) {
    return new Document(List.of(new Block.CodeBlock(language, language, "", text, 1, true)));
  }

  /** The headings, in order, also those inside other blocks. */
  public List<Block.Heading> headings() {
    return new ContentCollector().collect(blocks).headings;
  }

  /** The links in order; neighbours with the same target are one. */
  public List<Link> links() {
    return new ContentCollector().collect(blocks).links();
  }

  /** The code blocks, in order, also those inside other blocks. */
  public List<Block.CodeBlock> codeBlocks() {
    return new ContentCollector().collect(blocks).codeBlocks;
  }
}
