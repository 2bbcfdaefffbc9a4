package lectern.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Turns the parser's tree into blocks. One document, one instance. */
final class BlockConverter {
  private final int firstLine;
  private final SlugGenerator slugs = new SlugGenerator();
  private final InlineConverter inlines = new InlineConverter(this);
  private final Map<String, FootnoteDefinition> definitions = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Labels in the order of their numbers; grows while notes that refer to notes are read. */
  private final List<String> referred = new ArrayList<>();

  private final List<Block.Footnote> inlineNotes = new ArrayList<>();

  BlockConverter(int firstLine) {
    this.firstLine = firstLine;
  }

  Document document(Node root) {
    collectDefinitions(root);
    List<Block> blocks = children(root);
    List<Block.Footnote> notes = footnotes();
    if (!notes.isEmpty()) blocks.add(new Block.Footnotes(notes));
    return new Document(blocks);
  }

  List<Block> children(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlBlock) return new HtmlBlockConverter(this).children(parent);
    }
    List<Block> out = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      Block block = block(node);
      if (block != null) out.add(block);
    }
    return out;
  }

  /** The block that a node becomes; null for nodes that show nothing where they stand. */
  Block block(Node node) {
    int line = line(node);
    // instanceof, not a pattern switch: its first use costs about two milliseconds in a cold
    // process
    if (node instanceof Paragraph p) return paragraph(p, line);
    if (node instanceof Heading h) return heading(h.getLevel(), inlines.of(h), line);
    if (node instanceof FencedCodeBlock c) return InfoString.block(c.getInfo(), c.getLiteral(), line);
    if (node instanceof IndentedCodeBlock c)
      return new Block.CodeBlock("", "", "", c.getLiteral(), line);
    if (node instanceof BlockQuote q) return Alerts.of(q, children(q), line);
    if (node instanceof ListBlock list) return listing(list, line);
    if (node instanceof TableBlock table) return table(table, line);
    if (node instanceof ThematicBreak t) return new Block.ThematicBreak(line);
    if (node instanceof FootnoteDefinition f)
      return definitions.get(f.getLabel()) == f ? null : again(f, line);
    if (node instanceof LinkReferenceDefinition l) return null;
    return new Block.Paragraph(inlines.of(node), line);
  }

  Block heading(int level, List<Inline> content, int line) {
    String id = HeadingId.of(content);
    if (id.isEmpty())
      return new Block.Heading(level, content, slugs.of(InlineConverter.plain(content)), line);
    return new Block.Heading(level, HeadingId.without(content), slugs.taken(id), line);
  }

  /** A label defined twice: the first one counts, and the text of the others stays where it is. */
  private Block again(FootnoteDefinition f, int line) {
    return new Block.BlockQuote(children(f), line);
  }

  private Block paragraph(Paragraph p, int line) {
    List<Inline> content = inlines.of(p);
    return InlineConverter.isBlank(content) ? null : new Block.Paragraph(content, line);
  }

  private Block listing(ListBlock list, int line) {
    List<Block.ListItem> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext())
      items.add(item(item));
    int start = list instanceof OrderedList o ? o.getMarkerStartNumber() : -1;
    return new Block.ListBlock(start, list.isTight(), items, line);
  }

  private Block.ListItem item(Node node) {
    Boolean task = null;
    if (node.getFirstChild() instanceof TaskListItemMarker marker) {
      task = marker.isChecked();
      marker.unlink();
    }
    return new Block.ListItem(task, children(node), line(node));
  }

  private Block table(TableBlock table, int line) {
    List<Block.Table.Alignment> alignments = new ArrayList<>();
    List<Block.TableCell> head = List.of();
    List<List<Block.TableCell>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (part instanceof TableHead) {
          head = cells(row);
          for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext())
            alignments.add(alignment(cell));
        } else rows.add(cells(row));
      }
    }
    return new Block.Table(alignments, head, rows, line);
  }

  private List<Block.TableCell> cells(Node row) {
    List<Block.TableCell> out = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext())
      out.add(new Block.TableCell(inlines.of(cell)));
    return out;
  }

  private static Block.Table.Alignment alignment(Node node) {
    TableCell.Alignment alignment = node instanceof TableCell cell ? cell.getAlignment() : null;
    if (alignment == null) return Block.Table.Alignment.NONE;
    return switch (alignment) {
      case LEFT -> Block.Table.Alignment.LEFT;
      case CENTER -> Block.Table.Alignment.CENTER;
      case RIGHT -> Block.Table.Alignment.RIGHT;
    };
  }

  /** Also those in quotes and lists; the parser bounds how deep they nest. */
  private void collectDefinitions(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FootnoteDefinition f) definitions.putIfAbsent(f.getLabel(), f);
      if (node instanceof org.commonmark.node.Block && !(node instanceof Paragraph))
        collectDefinitions(node);
    }
  }

  /** The number of a footnote, given on its first reference. */
  int number(String label) {
    Integer known = numbers.get(label);
    if (known != null) return known;
    referred.add(label);
    numbers.put(label, referred.size());
    return referred.size();
  }

  /** A footnote written where it is referred to. @return its label */
  String inlineNote(List<Inline> content) {
    String label = "inline-" + (inlineNotes.size() + 1);
    Block body = new Block.Paragraph(content, 0);
    inlineNotes.add(new Block.Footnote(label, number(label), List.of(body), 0));
    return label;
  }

  /**
   * In order of first reference, those never referred to last: nothing is lost. Notes may refer to
   * notes.
   */
  private List<Block.Footnote> footnotes() {
    List<Block.Footnote> out = new ArrayList<>();
    for (int i = 0; i < referred.size(); i++) {
      if (definitions.containsKey(referred.get(i))) out.add(footnote(referred.get(i)));
    }
    for (String label : definitions.keySet())
      if (!numbers.containsKey(label)) out.add(footnote(label));
    out.addAll(inlineNotes);
    Collections.sort(out);
    return out;
  }

  private Block.Footnote footnote(String label) {
    FootnoteDefinition definition = definitions.get(label);
    return new Block.Footnote(label, number(label), children(definition), line(definition));
  }

  int line(Node node) {
    var spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.getFirst().getLineIndex() + firstLine;
  }

  InlineConverter inlines() {
    return inlines;
  }
}
