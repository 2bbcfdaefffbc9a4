package lectern.markdown.dialect;

import org.commonmark.parser.Parser;

/** What generators and note programs add to running text. */
public final class InlineDialect implements Parser.ParserExtension {
  @Override
  public void extend(Parser.Builder parser) {
    Highlights highlights = new Highlights();
    parser
        .customInlineContentParserFactory(new MathSpans())
        .customInlineContentParserFactory(new AttributeLists())
        .customInlineContentParserFactory(new EmojiNames())
        .customInlineContentParserFactory(new BlockIds())
        .customInlineContentParserFactory(new ObsidianComments())
        .customInlineContentParserFactory(highlights)
        .customDelimiterProcessor(highlights)
        .linkProcessor(new WikiLinks())
        .inlineParserFactory(new EmphasisContext());
  }
}
