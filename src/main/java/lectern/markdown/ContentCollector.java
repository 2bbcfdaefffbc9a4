package lectern.markdown;

import java.util.ArrayList;
import java.util.List;

/** Collects the headings, links and code blocks of a document. */
final class ContentCollector implements Block.Visitor<ContentCollector> {
  final List<Block.Heading> headings = new ArrayList<>();
  final List<Block.CodeBlock> codeBlocks = new ArrayList<>();
  private final LinkCollector linkCollector = new LinkCollector();

  ContentCollector collect(List<Block> blocks) {
    for (Block block : blocks) block.accept(this);
    return this;
  }

  List<Document.Link> links() {
    return linkCollector.links;
  }

  private ContentCollector collectLinks(List<Inline> content, int line) {
    linkCollector.collectLine(content, line);
    return this;
  }

  @Override
  public ContentCollector visit(Block.Heading heading) {
    headings.add(heading);
    return collectLinks(heading.content(), heading.line());
  }

  @Override
  public ContentCollector visit(Block.Paragraph paragraph) {
    return collectLinks(paragraph.content(), paragraph.line());
  }

  @Override
  public ContentCollector visit(Block.CodeBlock code) {
    codeBlocks.add(code);
    return collectLinks(List.of(), code.line());
  }

  @Override
  public ContentCollector visit(Block.BlockQuote quote) {
    return collect(quote.blocks());
  }

  @Override
  public ContentCollector visit(Block.Alert alert) {
    return collectLinks(alert.title(), alert.line()).collect(alert.blocks());
  }

  @Override
  public ContentCollector visit(Block.ListBlock list) {
    for (Block.ListItem item : list.items()) collect(item.blocks());
    return this;
  }

  /** The rows of a Markdown table are lines of the source, after the head and its rule. */
  @Override
  public ContentCollector visit(Block.Table table) {
    for (Block.TableCell cell : table.head()) collectLinks(cell.content(), table.line());
    for (int i = 0; i < table.rows().size(); i++) {
      int line = table.line() == 0 ? 0 : table.line() + 2 + i;
      for (Block.TableCell cell : table.rows().get(i)) collectLinks(cell.content(), line);
    }
    return this;
  }

  @Override
  public ContentCollector visit(Block.ThematicBreak thematicBreak) {
    return this;
  }

  @Override
  public ContentCollector visit(Block.Details details) {
    return collectLinks(details.summary(), details.line()).collect(details.blocks());
  }

  @Override
  public ContentCollector visit(Block.TemplateTag tag) {
    return this;
  }

  @Override
  public ContentCollector visit(Block.Footnotes footnotes) {
    for (Block.Footnote note : footnotes.notes())
      collectLinks(List.of(), note.line()).collect(note.blocks());
    return this;
  }
}
