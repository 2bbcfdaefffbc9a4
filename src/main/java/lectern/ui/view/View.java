package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
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
    List<Line> rows = PostListView.wrap(lectern.text.Sanitizer.sanitize(words), columns - 2);
    int half = Math.max(app.size().rows() / 2, 3);
    int most = Math.min(rows.size(), half);
    String cut = most < rows.size() ? app.preferences().glyphs().ellipsis() : "";
    List<Line> lines = new ArrayList<>(frame.lines());
    while (lines.size() > app.size().rows() - most) lines.removeLast();
    for (int i = 0; i < most; i++) {
      String row = rows.get(i).text().substring(1);
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
    List<Line> lines = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (String word : words.split(" ")) {
      if (!row.isEmpty() && row.length() + 1 + word.length() > size.columns()) {
        lines.add(Line.of(row.toString()));
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(word);
      if (row.length() > size.columns())
        row.setLength(DisplayWidth.indexAtWidth(row.toString(), size.columns()));
    }
    lines.add(Line.of(row.toString()));
    return Frame.of(lines.size() > size.rows() ? lines.subList(0, size.rows()) : lines);
  }
}
