package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.LineBreaker;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.RoleSet;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.ScreenMetrics;
import lectern.ui.Size;

/** The picture of a state. Pure; only rows that are seen are built. */
public final class View {
  private View() {}

  public static Frame of(Model app) {
    ScreenMetrics geometry = new ScreenMetrics(app.size());
    if (geometry.isTooSmall()) return tooSmallFrame(app.size());
    Frame frame = app.screen().draw(app);
    return frame.cursorRow() >= 0 ? frame : withLongMessage(app, frame);
  }

  /** A message too long for the last row is not cut: it takes the rows above it. */
  private static Frame withLongMessage(Model app, Frame frame) {
    String words = app.message();
    int columns = app.size().columns();
    if (DisplayWidth.of(words) <= columns - 2) return frame;
    List<Line> rows = LineBreaker.wrap(words, RoleSet.NONE, columns - 2);
    int half = Math.max(app.size().rows() / 2, 3);
    int most = Math.min(rows.size(), half);
    String cut = most < rows.size() ? app.preferences().glyphs().ellipsis() : "";
    List<Line> lines = new ArrayList<>(frame.lines());
    while (lines.size() > app.size().rows() - most) lines.removeLast();
    for (int i = 0; i < most; i++) {
      String row = " " + rows.get(i).text();
      if (i == most - 1 && !cut.isEmpty())
        row = DisplayWidth.truncate(row + "  ", columns - 1, cut);
      lines.add(new RowBuilder(columns - 1, "").addLeft(row, lectern.text.Role.CHROME).build());
    }
    return Frame.of(lines);
  }

  /** A sentence, wrapped as well as it goes. */
  private static Frame tooSmallFrame(Size size) {
    String words =
        "lectern needs "
            + ScreenMetrics.MIN_COLUMNS
            + " columns and "
            + ScreenMetrics.MIN_ROWS
            + " rows";
    List<Line> lines = LineBreaker.wrap(words, RoleSet.NONE, Math.max(1, size.columns()));
    return Frame.of(lines.size() > size.rows() ? lines.subList(0, size.rows()) : lines);
  }
}
