package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.LineBreaker;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.ui.Frame;
import lectern.ui.HelpScreen;
import lectern.ui.Model;
import lectern.ui.Picker;
import lectern.ui.PostList;
import lectern.ui.ReaderScreen;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.Size;
import lectern.ui.TagPicker;
import lectern.ui.TextScreen;

/** The frame of a model. Pure; only rows in view are built. */
public record View(Model model) implements Screen.Visitor<Frame> {
  public static Frame of(Model model) {
    ScreenMetrics metrics = model.metrics();
    if (metrics.isTooSmall()) return tooSmallFrame(model.size());
    Frame frame = model.screen().accept(new View(model));
    return frame.cursorRow() >= 0 ? frame : withLongMessage(model, frame);
  }

  @Override
  public Frame postList(PostList screen) {
    return PostListView.draw(model, screen);
  }

  @Override
  public Frame tagPicker(TagPicker screen) {
    return TagPickerView.draw(model, screen);
  }

  @Override
  public Frame reader(ReaderScreen screen) {
    return ReaderView.draw(model, screen);
  }

  @Override
  public Frame picker(Picker screen) {
    return PickerView.draw(model, screen);
  }

  @Override
  public Frame help(HelpScreen screen) {
    return TextView.draw(model, screen);
  }

  @Override
  public Frame text(TextScreen screen) {
    return TextView.draw(model, screen);
  }

  /** A message too long for the last row takes the rows above it. */
  private static Frame withLongMessage(Model model, Frame frame) {
    String words = model.message();
    int columns = model.size().columns();
    if (DisplayWidth.of(words) <= columns - 2) return frame;
    List<Line> rows = LineBreaker.wrap(words, RoleSet.NONE, columns - 2);
    int half = Math.max(model.size().rows() / 2, 3);
    int most = Math.min(rows.size(), half);
    String cut = most < rows.size() ? model.glyphs().ellipsis() : "";
    List<Line> lines = new ArrayList<>(frame.lines());
    while (lines.size() > model.size().rows() - most) lines.removeLast();
    for (int i = 0; i < most; i++) {
      String row = " " + rows.get(i).text();
      if (i == most - 1 && !cut.isEmpty())
        row = DisplayWidth.truncate(row + "  ", columns - 1, cut);
      lines.add(new RowBuilder(columns - 1, "").addLeft(row, Role.CHROME).build());
    }
    return Frame.of(lines);
  }

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
