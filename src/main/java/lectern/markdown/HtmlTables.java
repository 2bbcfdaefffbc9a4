package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Tables in raw HTML. Blocks in cells become running text; a table that lays out a page becomes its
 * blocks.
 */
final class HtmlTables {
  private final HtmlBlocks blocks;
  private final int line;

  HtmlTables(HtmlBlocks blocks, int line) {
    this.blocks = blocks;
    this.line = line;
  }

  List<Block> of(Element table, int depth) {
    if (holdsBlocks(table)) return unrolled(table, depth);
    List<Block> out = new ArrayList<>();
    List<Block.Cell> head = List.of();
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (Element row : table.getElementsByTag("tr")) {
      List<Block.Cell> cells = cells(row, depth);
      boolean first = head.isEmpty() && rows.isEmpty();
      if (first && row.selectFirst("> th") != null) head = cells;
      else if (!cells.isEmpty()) rows.add(cells);
    }
    Element caption = table.selectFirst("> caption");
    if (caption != null) out.add(new Block.Paragraph(blocks.inlines(caption, depth), line));
    int columns = head.size();
    for (List<Block.Cell> row : rows) columns = Math.max(columns, row.size());
    List<Block.Table.Alignment> alignments = new ArrayList<>();
    for (int i = 0; i < columns; i++) alignments.add(Block.Table.Alignment.NONE);
    if (columns > 0) out.add(new Block.Table(alignments, head, rows, line));
    return out;
  }

  private List<Block.Cell> cells(Element row, int depth) {
    List<Block.Cell> out = new ArrayList<>();
    for (Element cell : row.children()) {
      if (cell.normalName().equals("td") || cell.normalName().equals("th"))
        out.add(new Block.Cell(blocks.inlines(cell, depth)));
    }
    return out;
  }

  private static boolean holdsBlocks(Element table) {
    return table.selectFirst(
                "lectern-held, pre, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, details")
            != null
        || table.getElementsByTag("table").size() > 1;
  }

  private List<Block> unrolled(Element table, int depth) {
    List<Block> out = new ArrayList<>();
    for (Element row : table.getElementsByTag("tr")) {
      for (Element cell : row.children())
        if (cell.closest("table") == table) out.addAll(blocks.cell(cell, depth + 1));
    }
    return out;
  }
}
