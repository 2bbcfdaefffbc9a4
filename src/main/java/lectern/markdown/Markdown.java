package lectern.markdown;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lectern.markdown.dialect.DialectBlocks;
import lectern.markdown.dialect.HtmlBlocks;
import lectern.markdown.dialect.InlineDialect;
import lectern.markdown.dialect.JsxTags;
import lectern.markdown.dialect.MdxComponents;
import lectern.markdown.dialect.MdxDetector;
import lectern.markdown.dialect.MdxStatements;
import lectern.markdown.dialect.ObsidianComments;
import lectern.markdown.dialect.TemplateFenceParser;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Parses Markdown: CommonMark 0.31 with tables, strikethrough, autolinks, footnotes, task lists and
 * the constructs of {@code lectern.markdown.dialect}.
 */
public final class Markdown {
  /**
   * Table cells that a document may have beyond those that are written: the table parser pads short
   * rows, and with more it takes seconds for kilobytes.
   */
  private static final int MAX_PADDING_CELLS = 20_000;

  /** Thread-safe: commonmark keeps the state of a document apart. */
  private static final Parser PARSER = createParser(MAX_PADDING_CELLS);

  private Markdown() {}

  /**
   * @param cells of all tables together; 0: tables stay text
   */
  private static Parser createParser(int cells) {
    List<Extension> extensions = new ArrayList<>();
    extensions.add(StrikethroughExtension.builder().requireTwoTildes(true).build());
    extensions.add(AutolinkExtension.create());
    extensions.add(FootnotesExtension.builder().inlineFootnotes(true).build());
    extensions.add(TaskListItemsExtension.create());
    extensions.add(DialectBlocks.create());
    extensions.add(new InlineDialect());
    Parser.Builder parser = Parser.builder();
    parser
        .enabledBlockTypes(enabledBlockTypes())
        .customBlockParserFactory(new TemplateFenceParser.Factory())
        .customBlockParserFactory(new FastListParserFactory())
        .customBlockParserFactory(new HtmlBlocks.Factory())
        .customInlineContentParserFactory(new JsxTags.Factory());
    if (cells > 0) parser.customBlockParserFactory(new FastTableParserFactory(cells));
    return parser.extensions(extensions).includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
  }

  /** The block types that commonmark parses itself, in the order in which it tries them. */
  private static Set<Class<? extends org.commonmark.node.Block>> enabledBlockTypes() {
    Set<Class<? extends org.commonmark.node.Block>> out = new LinkedHashSet<>();
    out.add(BlockQuote.class);
    out.add(Heading.class);
    out.add(FencedCodeBlock.class);
    out.add(ThematicBreak.class);
    out.add(IndentedCodeBlock.class);
    return out;
  }

  /**
   * Parses a source; never throws. Tables that are too large stay text, and a source that cannot be
   * parsed at all becomes one code block, both under a paragraph that says why.
   *
   * @param source the post's body, without front matter
   * @param firstLine the line of the file on which the body begins, from 1
   */
  public static Document parse(String source, int firstLine) {
    return parseBlocks(ObsidianComments.removeBlocks(source), firstLine, NoteFinder.NONE);
  }

  private static Document parseBlocks(String source, int firstLine, NoteFinder notes) {
    try {
      int pipes = countPipes(source);
      Parser parser = pipes < MAX_PADDING_CELLS ? PARSER : createParser(MAX_PADDING_CELLS + pipes);
      return new BlockConverter(firstLine, notes).convert(parser.parse(source));
    } catch (RuntimeException | StackOverflowError reason) {
      return parseWithoutTables(source, firstLine, notes);
    }
  }

  /**
   * Parses a source as {@link #parse(String, int)} does.
   *
   * @param mdx whether MDX statements and the tags of MDX components are removed first; also done
   *     where the source shows itself as MDX
   */
  public static Document parse(String source, int firstLine, boolean mdx) {
    return parse(source, firstLine, mdx, NoteFinder.NONE);
  }

  /**
   * Parses a source as {@link #parse(String, int, boolean)} does.
   *
   * @param notes what wiki links name
   */
  public static Document parse(String source, int firstLine, boolean mdx, NoteFinder notes) {
    String text = removeMdx(source, mdx);
    return parseBlocks(ObsidianComments.removeBlocks(text), firstLine, notes);
  }

  private static String removeMdx(String source, boolean mdx) {
    if (!mdx && !MdxDetector.isMdx(source)) return source;
    return MdxComponents.removeTags(MdxStatements.removeStatements(source));
  }

  /** The source as commonmark's tree, without tables; null when it cannot be parsed. */
  static Node parseToNode(String source, boolean mdx) {
    try {
      return createParser(0).parse(removeMdx(source, mdx));
    } catch (RuntimeException | StackOverflowError unreadable) {
      return null;
    }
  }

  private static int countPipes(String source) {
    int n = 0;
    for (int i = source.indexOf('|'); i >= 0; i = source.indexOf('|', i + 1)) n++;
    return n;
  }

  private static Document parseWithoutTables(String source, int firstLine, NoteFinder notes) {
    try {
      Document document =
          new BlockConverter(firstLine, notes).convert(createParser(0).parse(source));
      List<Block> blocks = new ArrayList<>();
      blocks.add(
          paragraph("A table here is too large; tables are shown as they are written.", firstLine));
      blocks.addAll(document.blocks());
      return new Document(blocks);
    } catch (RuntimeException | StackOverflowError reason) {
      return asCodeBlock(source, firstLine, reason);
    }
  }

  private static Document asCodeBlock(String source, int firstLine, Throwable reason) {
    String message = "This text could not be read as Markdown and is shown as it is written";
    String detail = reason.getMessage() == null ? "." : ": " + reason.getMessage();
    return new Document(
        List.of(
            paragraph(message + detail, firstLine),
            new Block.CodeBlock("", "", "", source, firstLine)));
  }

  private static Block paragraph(String text, int line) {
    return new Block.Paragraph(List.of(new Inline.Text(text)), line);
  }
}
