package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * Converts tables of raw HTML. A table with blocks in its cells becomes these blocks. Cells that
 * span columns or rows are followed by empty ones, so that columns stay aligned.
 */
final class HtmlTableConverter {
  /** Empty cells that spans may add to one table, against large numbers in attributes. */
  private static final int MAX_SPANNED_CELLS = 4_000;

  private static final String BLOCK_ELEMENTS =
      " "
          + HtmlBlockConverter.PLACEHOLDER
          + " pre ul ol h1 h2 h3 h4 h5 h6 blockquote details table ";

  private static final Block.TableCell EMPTY_CELL = new Block.TableCell(List.of());

  private final HtmlBlockConverter blockConverter;
  private final int line;
  private int spannedCells;

  HtmlTableConverter(HtmlBlockConverter blocks, int line) {
    this.blockConverter = blocks;
    this.line = line;
  }

  List<Block> convert(Element table, int depth) {
    if (containsBlock(table)) return flatten(table, depth);
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
    if (!alignments.isEmpty()) out.add(new Block.Table(alignments, head, rows, line));
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
        out.add(
            i == 0
                ? new Block.TableCell(HtmlInlineConverter.convertContent(cell, depth))
                : EMPTY_CELL);
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

  private List<Block> flatten(Element table, int depth) {
    List<Block> out = new ArrayList<>();
    for (Element row : ownRows(table))
      for (Element cell : row.children())
        out.addAll(blockConverter.convertContent(cell, depth + 1));
    return out;
  }
}
