package lectern.layout;

import java.util.ArrayList;
import java.util.List;
import lectern.markdown.Block;
import lectern.text.Anchor;
import lectern.text.Line;
import lectern.text.LineBreak;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;

/**
 * Lays out a table: columns as wide as their content, cells that wrap, a rule under the head and no
 * frame. A table that cannot fit becomes a {@code head: cell} line for each cell.
 */
final class TableLayout {
  static final int COLUMN_GAP = 2;

  private final Numbering numbering;
  private final Glyphs glyphs;

  TableLayout(Numbering numbering, Glyphs glyphs) {
    this.numbering = numbering;
    this.glyphs = glyphs;
  }

  List<Line> layOut(Block.Table table, int width) {
    List<LineBreaker> head = cellTexts(table.head(), RoleSet.of(Role.TABLE_HEAD));
    List<List<LineBreaker>> body = new ArrayList<>();
    int columns = head.size();
    for (List<Block.TableCell> row : table.rows()) {
      body.add(cellTexts(row, RoleSet.NONE));
      columns = Math.max(columns, row.size());
    }
    int[] widths = ColumnWidths.of(head, body, columns, width);
    return widths == null
        ? layOutRecords(head, body, table.line(), width)
        : layOutGrid(table, head, body, widths);
  }

  private List<LineBreaker> cellTexts(List<Block.TableCell> cells, RoleSet roles) {
    List<LineBreaker> out = new ArrayList<>(cells.size());
    for (Block.TableCell cell : cells)
      out.add(InlineLayout.layOut(cell.content(), roles, numbering));
    return out;
  }

  private List<Line> layOutGrid(
      Block.Table table, List<LineBreaker> head, List<List<LineBreaker>> body, int[] widths) {
    List<Line> out = new ArrayList<>();
    boolean headed = !isBlank(head);
    if (headed) {
      out.addAll(layOutRow(table, head, widths, new Anchor.BlockStart(table.line())));
      out.add(Line.of(headRule(widths)));
    }
    boolean spaced = false;
    List<List<Line>> rows = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      Anchor anchor = i == 0 && headed ? Anchor.NONE : rowAnchor(table.line(), i);
      rows.add(layOutRow(table, body.get(i), widths, anchor));
      spaced |= rows.getLast().size() > 1;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0 && spaced) out.add(Line.EMPTY);
      out.addAll(rows.get(i));
    }
    return out;
  }

  /**
   * One anchor for each row of the table, the first on its head: the same in both shapes, so that
   * reading positions agree.
   */
  private static Anchor rowAnchor(int line, int row) {
    return new Anchor.BlockStart(line == 0 ? 0 : line + 2 + row);
  }

  private static boolean isBlank(List<LineBreaker> row) {
    for (LineBreaker cell : row) if (!cell.isEmpty()) return false;
    return true;
  }

  private List<Span> headRule(int[] widths) {
    List<Span> out = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      if (i > 0) out.add(Span.of(" ".repeat(COLUMN_GAP), Role.DECOR));
      out.add(Span.of(glyphs.rule().repeat(widths[i]), Role.DECOR));
    }
    return out;
  }

  private static List<Line> layOutRow(
      Block.Table table, List<LineBreaker> cells, int[] widths, Anchor anchor) {
    List<List<Line>> columns = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < cells.size(); i++) {
      columns.add(cells.get(i).breakLines(Math.max(1, widths[i])));
      height = Math.max(height, columns.getLast().size());
    }
    List<Line> out = new ArrayList<>(height);
    for (int y = 0; y < height; y++)
      out.add(
          new Line(
              spansOfLine(table, columns, widths, y),
              LineBreak.HARD,
              y == 0 ? anchor : Anchor.NONE));
    return out;
  }

  /** One line of a row: the cells, padded, without trailing spaces. */
  private static List<Span> spansOfLine(
      Block.Table table, List<List<Line>> columns, int[] widths, int y) {
    List<Span> out = new ArrayList<>();
    int padding = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) padding += COLUMN_GAP;
      Line cell = y < columns.get(i).size() ? columns.get(i).get(y) : Line.EMPTY;
      if (cell.spans().isEmpty()) {
        padding += widths[i];
        continue;
      }
      int free = Math.max(0, widths[i] - cell.width());
      int left = leftPadding(alignmentOf(table, i), free);
      if (padding + left > 0) out.add(Span.of(" ".repeat(padding + left), Role.DECOR));
      out.addAll(cell.spans());
      padding = free - left;
    }
    return out;
  }

  private static Block.Table.Alignment alignmentOf(Block.Table table, int column) {
    return column < table.alignments().size()
        ? table.alignments().get(column)
        : Block.Table.Alignment.NONE;
  }

  private static int leftPadding(Block.Table.Alignment alignment, int free) {
    return switch (alignment) {
      case NONE, LEFT -> 0;
      case CENTER -> free / 2;
      case RIGHT -> free;
    };
  }

  /** {@code head: cell} lines, an empty row between the table's rows. */
  private static List<Line> layOutRecords(
      List<LineBreaker> head, List<List<LineBreaker>> body, int line, int width) {
    List<Line> out = new ArrayList<>();
    if (body.isEmpty()) {
      for (LineBreaker name : head)
        out.addAll(
            name.breakLines(width, out.isEmpty() ? new Anchor.BlockStart(line) : Anchor.NONE));
    }
    for (int r = 0; r < body.size(); r++) {
      if (!out.isEmpty()) out.add(Line.EMPTY);
      Anchor anchor = r == 0 ? new Anchor.BlockStart(line) : rowAnchor(line, r);
      for (int i = 0; i < body.get(r).size(); i++) {
        LineBreaker cell = body.get(r).get(i);
        LineBreaker both = new LineBreaker();
        if (i < head.size() && !head.get(i).isEmpty()) {
          both.append(head.get(i));
          both.append(": ", RoleSet.of(Role.TABLE_HEAD), null);
        }
        both.append(cell);
        if (both.isEmpty()) continue;
        out.addAll(both.breakLines(width, anchor));
        anchor = Anchor.NONE;
      }
      if (anchor != Anchor.NONE) out.add(Line.EMPTY.withAnchor(anchor));
    }
    return out;
  }
}
