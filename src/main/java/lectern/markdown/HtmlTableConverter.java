package lectern.markdown;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Converts tables of raw HTML. Paragraphs and lists in cells become lines; a table with other
 * blocks in its cells, such as code, becomes these blocks under the heads of their columns. Cells
 * that span columns or rows are followed by empty ones, so that columns stay aligned.
 */
final class HtmlTableConverter {
  /** Empty cells that spans may add to one table, against large numbers in attributes. */
  private static final int MAX_SPANNED_CELLS = 4_000;

  private static final String BLOCK_ELEMENTS =
      " "
          + HtmlBlockConverter.PLACEHOLDER
          + " pre ul ol dl menu h1 h2 h3 h4 h5 h6 blockquote details table ";

  private static final Block.TableCell EMPTY_CELL = new Block.TableCell(List.of());

  private final HtmlBlockConverter blockConverter;
  private final int line;
  private int spannedCells;

  /** Cells whose blocks cannot be shown as lines, with these blocks. */
  private final Map<Block.TableCell, List<Block>> blocksOfCells = new IdentityHashMap<>();

  HtmlTableConverter(HtmlBlockConverter blocks, int line) {
    this.blockConverter = blocks;
    this.line = line;
  }

  List<Block> convert(Element table, int depth) {
    List<Block> out = new ArrayList<>();
    List<Block.TableCell> head = List.of();
    List<List<Block.TableCell>> rows = new ArrayList<>();
    List<Integer> rowSpansLeft = new ArrayList<>();
    List<Block.Table.Alignment> alignments = new ArrayList<>();
    for (Element row : ownRows(table)) {
      List<Block.TableCell> cells = convertCells(row, rowSpansLeft, alignments, depth);
      boolean first = head.isEmpty() && rows.isEmpty();
      if (first && isHeadRow(row)) head = cells;
      else if (!cells.isEmpty()) rows.add(cells);
    }
    Element caption = table.selectFirst("> caption");
    if (caption != null)
      out.add(new Block.Paragraph(HtmlInlineConverter.convertContent(caption, depth), line));
    if (!blocksOfCells.isEmpty()) addRecords(head, rows, out);
    else if (!alignments.isEmpty()) out.add(new Block.Table(alignments, head, rows, line));
    return out;
  }

  /**
   * A row of {@code thead}, or of {@code th} alone: beside {@code td}, a {@code th} names its row.
   */
  private static boolean isHeadRow(Element row) {
    boolean heads = row.selectFirst("> th") != null;
    boolean values = row.selectFirst("> td") != null;
    return heads && !values || row.parent() != null && row.parent().normalName().equals("thead");
  }

  /**
   * @param rowSpansLeft for each column, how many more rows a cell above spans; updated
   * @param alignments for each column, that of its first cell that has one; updated
   */
  private List<Block.TableCell> convertCells(
      Element row, List<Integer> rowSpansLeft, List<Block.Table.Alignment> alignments, int depth) {
    List<Block.TableCell> out = new ArrayList<>();
    for (Element cell : row.children()) {
      if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) continue;
      while (out.size() < rowSpansLeft.size() && rowSpansLeft.get(out.size()) > 0)
        addSpannedCell(out, rowSpansLeft);
      int columns = parseSpan(cell, "colspan");
      int rows = parseSpan(cell, "rowspan");
      updateAlignment(cell, out.size(), alignments);
      for (int i = 0; i < columns; i++) {
        while (rowSpansLeft.size() <= out.size()) rowSpansLeft.add(0);
        rowSpansLeft.set(out.size(), rows - 1);
        out.add(i == 0 ? convertCell(cell, depth) : EMPTY_CELL);
      }
    }
    while (out.size() < rowSpansLeft.size() && rowSpansLeft.get(out.size()) > 0)
      addSpannedCell(out, rowSpansLeft);
    while (!out.isEmpty() && out.getLast() == EMPTY_CELL) out.removeLast();
    return out;
  }

  private static void addSpannedCell(List<Block.TableCell> out, List<Integer> rowSpansLeft) {
    rowSpansLeft.set(out.size(), rowSpansLeft.get(out.size()) - 1);
    out.add(EMPTY_CELL);
  }

  private int parseSpan(Element cell, String name) {
    String value = cell.attr(name).strip();
    if (value.isEmpty() || value.length() > 4) return 1;
    for (int i = 0; i < value.length(); i++)
      if (value.charAt(i) < '0' || value.charAt(i) > '9') return 1;
    int span = Math.clamp(Integer.parseInt(value), 1, 64);
    spannedCells += span - 1;
    return spannedCells > MAX_SPANNED_CELLS ? 1 : span;
  }

  private static void updateAlignment(
      Element cell, int column, List<Block.Table.Alignment> alignments) {
    while (alignments.size() <= column) alignments.add(Block.Table.Alignment.NONE);
    if (alignments.get(column) != Block.Table.Alignment.NONE) return;
    String declared = (cell.attr("align") + " " + cell.attr("style")).toLowerCase(Locale.ROOT);
    boolean style = declared.contains("text-align");
    if (!style && !cell.hasAttr("align")) return;
    if (declared.contains("right")) alignments.set(column, Block.Table.Alignment.RIGHT);
    else if (declared.contains("center")) alignments.set(column, Block.Table.Alignment.CENTER);
  }

  /** The rows of the table, without those of nested tables. */
  private static List<Element> ownRows(Element table) {
    List<Element> out = new ArrayList<>();
    for (Element part : table.children()) {
      if (part.normalName().equals("tr")) out.add(part);
      else for (Element row : part.children()) if (row.normalName().equals("tr")) out.add(row);
    }
    return out;
  }

  /** Whether a cell contains a block; stops at the first one. */
  private static boolean containsBlock(Element table) {
    for (Element at = table.firstElementChild(); at != null; at = nextElement(at, table))
      if (BLOCK_ELEMENTS.contains(" " + at.normalName() + " ")) return true;
    return false;
  }

  /** The next element in document order inside another one; null after the last. */
  private static Element nextElement(Element at, Element in) {
    if (at.firstElementChild() != null) return at.firstElementChild();
    while (at != in && at.nextElementSibling() == null) at = at.parent();
    return at == in ? null : at.nextElementSibling();
  }

  private Block.TableCell convertCell(Element cell, int depth) {
    if (!containsBlock(cell))
      return new Block.TableCell(HtmlInlineConverter.convertContent(cell, depth));
    List<Block> blocks = blockConverter.convertContent(cell, depth + 1);
    List<Inline> lines = CellLines.of(blocks);
    Block.TableCell out = new Block.TableCell(lines == null ? new ArrayList<>() : lines);
    if (lines == null) blocksOfCells.put(out, blocks);
    return out;
  }

  /** The cells one below the other, each after the head of its column. */
  private void addRecords(
      List<Block.TableCell> head, List<List<Block.TableCell>> rows, List<Block> out) {
    boolean plainHead = true;
    for (Block.TableCell cell : head) plainHead &= !blocksOfCells.containsKey(cell);
    if (!plainHead || rows.isEmpty()) addRecord(List.of(), head, out);
    for (List<Block.TableCell> row : rows) addRecord(plainHead ? head : List.of(), row, out);
  }

  private void addRecord(List<Block.TableCell> head, List<Block.TableCell> row, List<Block> out) {
    for (int i = 0; i < row.size(); i++) {
      List<Block> blocks = blocksOfCells.getOrDefault(row.get(i), List.of());
      List<Inline> content = new ArrayList<>();
      List<Inline> words = row.get(i).content();
      if (blocks.isEmpty() && words.isEmpty()) continue;
      if (i < head.size() && !head.get(i).content().isEmpty()) {
        content.add(new Inline.Formatted(Inline.Format.STRONG, head.get(i).content()));
        content.add(new Inline.Text(words.isEmpty() ? ":" : ": "));
      }
      content.addAll(words);
      if (!content.isEmpty()) out.add(new Block.Paragraph(content, line));
      out.addAll(blocks);
    }
  }
}
