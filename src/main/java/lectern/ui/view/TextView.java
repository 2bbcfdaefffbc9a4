package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Line;
import lectern.text.Span;
import lectern.ui.Command;
import lectern.ui.CommonCommand;
import lectern.ui.Frame;
import lectern.ui.HelpScreen;
import lectern.ui.HelpTable;
import lectern.ui.Model;
import lectern.ui.Movement;
import lectern.ui.TextScreen;

/** Text that is only scrolled: the table of keys, and text to be selected by hand. */
final class TextView {
  private static final Command[] HINTS = {CommonCommand.CLOSE, Movement.DOWN, Movement.PAGE_DOWN};

  private TextView() {}

  static Frame draw(Model model, HelpScreen help) {
    List<Line> rows = new ArrayList<>();
    for (Line row : HelpTable.of(model, help.context())) {
      RowBuilder clipped = new RowBuilder(model.size().columns() - 1, "");
      for (Span span : row.spans()) clipped.addLeft(span.text(), span.roles());
      rows.add(clipped.build());
    }
    return frame(model, "keys", "", rows, help.top());
  }

  static Frame draw(Model model, TextScreen text) {
    List<Line> rows = new ArrayList<>();
    for (String row : text.rows(model.size().columns())) rows.add(Line.of(row));
    return frame(model, text.title(), text.note(), rows, text.top());
  }

  private static Frame frame(Model model, String title, String note, List<Line> rows, int top) {
    int end = Math.min(rows.size(), top + model.metrics().listRows());
    String more = end < rows.size() ? "more below" : "";
    List<Line> lines = Chrome.frameLines(model, title, note, rows.subList(Math.min(top, end), end));
    return Chrome.withFooter(model, lines, more, HINTS);
  }
}
