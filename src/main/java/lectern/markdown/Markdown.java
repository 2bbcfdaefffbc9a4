package lectern.markdown;

import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown: CommonMark 0.31 with the constructs that contract §3 names. */
public final class Markdown {
  /** More and the table parser takes seconds for kilobytes. */
  private static final int MAX_CELLS = 20_000;

  /** Thread-safe: commonmark makes a new parser state for each document. */
  private static final Parser PARSER =
      Parser.builder()
          .extensions(
              List.of(
                  TablesExtension.builder().maxCells(MAX_CELLS).build(),
                  StrikethroughExtension.builder().requireTwoTildes(true).build(),
                  AutolinkExtension.create(),
                  FootnotesExtension.builder().inlineFootnotes(true).build(),
                  TaskListItemsExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private Markdown() {}

  /**
   * The document that the source says; never throws, whatever the source: what cannot be parsed
   * becomes one code block under a paragraph that says why.
   *
   * @param source the post's body, without front matter
   * @param firstLine the line of the file on which the body begins, from 1
   */
  public static Document parse(String source, int firstLine) {
    try {
      return new Blocks(firstLine).document(PARSER.parse(source));
    } catch (RuntimeException | StackOverflowError reason) {
      return unparsed(source, firstLine, reason);
    }
  }

  /**
   * As {@link #parse(String, int)}. @param mdx whether modules' {@code import} and {@code export}
   * are left out
   */
  public static Document parse(String source, int firstLine, boolean mdx) {
    return parse(mdx ? Modules.without(source) : source, firstLine);
  }

  private static Document unparsed(String source, int firstLine, Throwable reason) {
    String why = "This text could not be read as Markdown and is shown as it is written";
    String detail = reason.getMessage() == null ? "." : ": " + reason.getMessage();
    return new Document(
        List.of(
            new Block.Paragraph(List.of(new Inline.Text(why + detail)), firstLine),
            new Block.Code("", "", "", source, firstLine)));
  }
}
