package lectern.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.markdown.dialect.HiddenNode;
import lectern.markdown.dialect.TagBlock;
import lectern.markdown.dialect.TagPairs;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Converts commonmark's block nodes to blocks; an instance for each document. */
final class BlockConverter {
  private final int firstLine;
  private final SlugGenerator slugGenerator = new SlugGenerator();
  private final InlineConverter inlineConverter;
  private final Map<String, FootnoteDefinition> footnoteDefinitions = new LinkedHashMap<>();
  private final Map<String, Integer> footnoteNumbers = new HashMap<>();

  /** Labels in the order of their numbers; grows while notes that refer to notes are converted. */
  private final List<String> referencedLabels = new ArrayList<>();

  /** Null while no block of a generator was met. */
  private DialectConverter dialectConverter;

  private final List<Block.Footnote> inlineFootnotes = new ArrayList<>();

  BlockConverter(int firstLine, NoteFinder notes) {
    this.firstLine = firstLine;
    this.inlineConverter = new InlineConverter(this, notes);
  }

  Document convert(Node root) {
    collectFootnoteDefinitions(root);
    List<Block> blocks = convertChildren(root);
    List<Block.Footnote> notes = convertFootnotes();
    if (!notes.isEmpty()) blocks.add(new Block.Footnotes(notes));
    return new Document(blocks);
  }

  List<Block> convertChildren(Node parent) {
    pairTags(parent);
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlBlock) return new HtmlBlockConverter(this).convertChildren(parent);
    }
    List<Block> out = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext())
      appendBlocks(node, out);
    return out;
  }

  private static void pairTags(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (!(node instanceof TagBlock)) continue;
      TagPairs.pair(parent);
      return;
    }
  }

  /** Appends what a node shows where it stands: one block, none, or several. */
  void appendBlocks(Node node, List<Block> out) {
    if (node instanceof CustomBlock && dialectConverter().append(node, out)) return;
    Block block = convertBlock(node);
    if (block != null) out.add(block);
  }

  private DialectConverter dialectConverter() {
    if (dialectConverter == null) dialectConverter = new DialectConverter(this);
    return dialectConverter;
  }

  List<Inline> convertInlines(Node parent) {
    return inlineConverter.convertChildren(parent);
  }

  /**
   * @return null for nodes that show nothing where they stand
   */
  private Block convertBlock(Node node) {
    int line = sourceLine(node);
    if (node instanceof Paragraph p) return convertParagraph(p, line);
    if (node instanceof Heading h) {
      TemplateTags.removeFrom(h);
      return createHeading(h.getLevel(), inlineConverter.convertChildren(h), declaredId(h), line);
    }
    if (node instanceof FencedCodeBlock c)
      return InfoString.toCodeBlock(c.getInfo(), c.getLiteral(), line);
    if (node instanceof IndentedCodeBlock c)
      return new Block.CodeBlock("", "", "", c.getLiteral(), line);
    if (node instanceof BlockQuote q) return Alerts.convert(q, convertChildren(q), line);
    if (node instanceof ListBlock list) return isContents(list) ? null : convertList(list, line);
    if (node instanceof TableBlock table) return convertTable(table, line);
    if (node instanceof ThematicBreak t) return new Block.ThematicBreak(line);
    if (node instanceof FootnoteDefinition f)
      return footnoteDefinitions.get(f.getLabel()) == f ? null : convertDuplicateFootnote(f, line);
    if (node instanceof LinkReferenceDefinition l) return null;
    return new Block.Paragraph(inlineConverter.convertChildren(node), line);
  }

  /**
   * @param id that its author gave it; empty for none
   */
  Block createHeading(int level, List<Inline> content, String id, int line) {
    String unique =
        id.isEmpty()
            ? slugGenerator.generate(Inline.plainText(content))
            : slugGenerator.reserve(id);
    return new Block.Heading(level, content, unique, line);
  }

  /** The id in the attributes at the end of a heading, or right below it; empty for none. */
  private static String declaredId(Heading heading) {
    String id = heading.getLastChild() instanceof HiddenNode own ? own.id() : "";
    boolean below =
        id.isEmpty()
            && heading.getNext() instanceof Paragraph next
            && next.getFirstChild() instanceof HiddenNode;
    return below ? ((HiddenNode) heading.getNext().getFirstChild()).id() : id;
  }

  /** Where a label is defined twice, the first counts and the text of the others stays in place. */
  private Block convertDuplicateFootnote(FootnoteDefinition f, int line) {
    return new Block.BlockQuote(convertChildren(f), line);
  }

  private Block convertParagraph(Paragraph p, int line) {
    List<Inline> content = inlineConverter.convertChildren(p);
    return Inlines.isBlank(content) || isContentsMark(p)
        ? null
        : new Block.Paragraph(content, line);
  }

  /** Whether a paragraph is the mark that generators replace by a table of contents. */
  private static boolean isContentsMark(Paragraph p) {
    return p.getFirstChild() instanceof Text text
        && text.getNext() == null
        && text.getLiteral().equalsIgnoreCase("[TOC]");
  }

  /** Whether a list stands for the table of contents that kramdown puts in its place. */
  private static boolean isContents(ListBlock list) {
    Node item = list.getFirstChild();
    return item.getNext() == null
        && item.getFirstChild() instanceof Paragraph p
        && p.getLastChild() instanceof HiddenNode mark
        && mark.isContentsMark();
  }

  private Block convertList(ListBlock list, int line) {
    List<Block.ListItem> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext())
      items.add(convertItem(item));
    int start = list instanceof OrderedList o ? o.getMarkerStartNumber() : -1;
    return new Block.ListBlock(start, list.isTight(), items, line);
  }

  private Block.ListItem convertItem(Node node) {
    Boolean task = null;
    if (node.getFirstChild() instanceof TaskListItemMarker marker) {
      task = marker.isChecked();
      marker.unlink();
    }
    return new Block.ListItem(task, convertChildren(node), sourceLine(node));
  }

  private Block convertTable(TableBlock table, int line) {
    List<Block.Table.Alignment> alignments = new ArrayList<>();
    List<Block.TableCell> head = List.of();
    List<List<Block.TableCell>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (part instanceof TableHead) {
          head = convertCells(row);
          for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext())
            alignments.add(convertAlignment(cell));
        } else if (!isAttributes(row)) rows.add(convertCells(row));
      }
    }
    return new Block.Table(alignments, head, rows, line);
  }

  /** Whether a row is the attribute list of the table above it. */
  private static boolean isAttributes(Node row) {
    Node cell = row.getFirstChild();
    return row.getNext() == null
        && cell != null
        && cell.getFirstChild() instanceof HiddenNode
        && cell.getFirstChild().getNext() == null
        && (cell.getNext() == null || cell.getNext().getFirstChild() == null);
  }

  private List<Block.TableCell> convertCells(Node row) {
    List<Block.TableCell> out = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext())
      out.add(new Block.TableCell(inlineConverter.convertChildren(cell)));
    return out;
  }

  private static Block.Table.Alignment convertAlignment(Node node) {
    TableCell.Alignment alignment = node instanceof TableCell cell ? cell.getAlignment() : null;
    if (alignment == null) return Block.Table.Alignment.NONE;
    return switch (alignment) {
      case LEFT -> Block.Table.Alignment.LEFT;
      case CENTER -> Block.Table.Alignment.CENTER;
      case RIGHT -> Block.Table.Alignment.RIGHT;
    };
  }

  /** Also those in quotes and lists; the parser limits their depth. */
  private void collectFootnoteDefinitions(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FootnoteDefinition f) footnoteDefinitions.putIfAbsent(f.getLabel(), f);
      if (node instanceof org.commonmark.node.Block && !(node instanceof Paragraph))
        collectFootnoteDefinitions(node);
    }
  }

  /** The number of a footnote, given on its first reference. */
  int footnoteNumber(String label) {
    Integer known = footnoteNumbers.get(label);
    if (known != null) return known;
    referencedLabels.add(label);
    footnoteNumbers.put(label, referencedLabels.size());
    return referencedLabels.size();
  }

  /**
   * Adds a footnote that is written where it is referred to.
   *
   * @return its label
   */
  String addInlineFootnote(List<Inline> content) {
    String label = "inline-" + (inlineFootnotes.size() + 1);
    Block body = new Block.Paragraph(content, 0);
    inlineFootnotes.add(new Block.Footnote(label, footnoteNumber(label), List.of(body), 0));
    return label;
  }

  /** In order of first reference, unreferenced ones last. Notes may refer to notes. */
  private List<Block.Footnote> convertFootnotes() {
    List<Block.Footnote> out = new ArrayList<>();
    for (int i = 0; i < referencedLabels.size(); i++) {
      if (footnoteDefinitions.containsKey(referencedLabels.get(i)))
        out.add(convertFootnote(referencedLabels.get(i)));
    }
    for (String label : footnoteDefinitions.keySet())
      if (!footnoteNumbers.containsKey(label)) out.add(convertFootnote(label));
    out.addAll(inlineFootnotes);
    Collections.sort(out);
    return out;
  }

  private Block.Footnote convertFootnote(String label) {
    FootnoteDefinition definition = footnoteDefinitions.get(label);
    return new Block.Footnote(
        label, footnoteNumber(label), convertChildren(definition), sourceLine(definition));
  }

  int sourceLine(Node node) {
    var spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.getFirst().getLineIndex() + firstLine;
  }
}
