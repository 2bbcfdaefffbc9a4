package lectern.markdown;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lectern.markdown.dialect.MdxComponents;
import lectern.markdown.dialect.MdxStatements;
import lectern.markdown.dialect.TemplateFenceParser;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown: CommonMark 0.31 with the constructs that contract §3 names. */
public final class Markdown {
  /**
   * Cells that a document may have beyond those that it writes: short rows are filled up, and with
   * more the table parser takes seconds for kilobytes.
   */
  private static final int MAX_PADDING_CELLS = 20_000;

  /** Thread-safe: commonmark makes a new parser state for each document. */
  private static final Parser PARSER = createParser(MAX_PADDING_CELLS);

  private Markdown() {}

  /**
   * @param cells of tables in all; 0: tables stay text
   */
  private static Parser createParser(int cells) {
    List<Extension> extensions = new ArrayList<>();
    extensions.add(StrikethroughExtension.builder().requireTwoTildes(true).build());
    extensions.add(AutolinkExtension.create());
    extensions.add(FootnotesExtension.builder().inlineFootnotes(true).build());
    extensions.add(TaskListItemsExtension.create());
    Parser.Builder parser = Parser.builder();
    parser
        .enabledBlockTypes(enabledBlockTypes())
        .customBlockParserFactory(new TemplateFenceParser.Factory())
        .customBlockParserFactory(new FastListParserFactory());
    if (cells > 0) parser.customBlockParserFactory(new FastTableParserFactory(cells));
    return parser.extensions(extensions).includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
  }

  /** The blocks that commonmark finds itself, in the order in which it looks for them. */
  private static Set<Class<? extends org.commonmark.node.Block>> enabledBlockTypes() {
    Set<Class<? extends org.commonmark.node.Block>> out = new LinkedHashSet<>();
    out.add(BlockQuote.class);
    out.add(Heading.class);
    out.add(FencedCodeBlock.class);
    out.add(HtmlBlock.class);
    out.add(ThematicBreak.class);
    out.add(IndentedCodeBlock.class);
    return out;
  }

  /**
   * The document that the source says; never throws, whatever the source: tables too large are left
   * as they are written, and what cannot be parsed at all becomes one code block, both under a
   * paragraph that says why.
   *
   * @param source the post's body, without front matter
   * @param firstLine the line of the file on which the body begins, from 1
   */
  public static Document parse(String source, int firstLine) {
    try {
      int written = countPipes(source);
      Parser parser =
          written < MAX_PADDING_CELLS ? PARSER : createParser(MAX_PADDING_CELLS + written);
      return new BlockConverter(firstLine).convert(parser.parse(source));
    } catch (RuntimeException | StackOverflowError reason) {
      return parseWithoutTables(source, firstLine);
    }
  }

  /**
   * As {@link #parse(String, int)}. @param mdx whether modules' {@code import} and {@code export}
   * and the tags of components are left out
   */
  public static Document parse(String source, int firstLine, boolean mdx) {
    return parse(
        mdx ? MdxComponents.removeTags(MdxStatements.removeStatements(source)) : source, firstLine);
  }

  /** The source as commonmark reads it; null when it cannot. */
  static Node parseToNode(String source, boolean mdx) {
    try {
      return createParser(0)
          .parse(mdx ? MdxComponents.removeTags(MdxStatements.removeStatements(source)) : source);
    } catch (RuntimeException | StackOverflowError unreadable) {
      return null;
    }
  }

  private static int countPipes(String source) {
    int n = 0;
    for (int i = source.indexOf('|'); i >= 0; i = source.indexOf('|', i + 1)) n++;
    return n;
  }

  private static Document parseWithoutTables(String source, int firstLine) {
    try {
      Document rest = new BlockConverter(firstLine).convert(createParser(0).parse(source));
      List<Block> blocks = new ArrayList<>();
      String why = "A table here is too large; tables are shown as they are written.";
      blocks.add(new Block.Paragraph(List.of(new Inline.Text(why)), firstLine));
      blocks.addAll(rest.blocks());
      return new Document(blocks);
    } catch (RuntimeException | StackOverflowError reason) {
      return asCodeBlock(source, firstLine, reason);
    }
  }

  private static Document asCodeBlock(String source, int firstLine, Throwable reason) {
    String why = "This text could not be read as Markdown and is shown as it is written";
    String detail = reason.getMessage() == null ? "." : ": " + reason.getMessage();
    return new Document(
        List.of(
            new Block.Paragraph(List.of(new Inline.Text(why + detail)), firstLine),
            new Block.CodeBlock("", "", "", source, firstLine)));
  }
}
