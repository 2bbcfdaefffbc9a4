package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.ui.Command;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;

/** Text without frame or indent, to be selected by hand. */
public final class TextView {
  private TextView() {}

  public static Frame draw(Model app, Screen.TextScreen text) {
    List<String> rows = wrapLines(app, text);
    List<Line> body = new ArrayList<>();
    int end = Math.min(rows.size(), text.top() + new ScreenMetrics(app.size()).listRows());
    for (String row : rows.subList(Math.min(text.top(), end), end)) body.add(Line.of(row));
    String more = end < rows.size() ? "more below" : "";
    Line footer = Chrome.footer(app, more, Command.QUIT, Command.DOWN, Command.PAGE_DOWN);
    return Frame.of(Chrome.frameLines(app, text.title(), text.note(), body, footer));
  }

  /** The lines, broken where the screen ends, so that all of each is there to be selected. */
  public static List<String> wrapLines(Model app, Screen.TextScreen text) {
    List<String> rows = new ArrayList<>(text.lines().size());
    for (String line : text.lines()) {
      String rest = line.replace("\t", "    ");
      while (DisplayWidth.of(rest) > app.size().columns()) {
        int end = Math.max(1, DisplayWidth.indexAtWidth(rest, app.size().columns()));
        rows.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      rows.add(rest);
    }
    return rows;
  }
}
