package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Columns;
import lectern.text.Line;

/** Text without frame or indent, to be selected by hand. */
final class TextView {
  private TextView() {}

  static Frame frame(App app, Screen.Text text) {
    int rows = new Geometry(app.size()).listRows();
    List<Line> body = new ArrayList<>();
    int end = Math.min(text.lines().size(), text.top() + rows);
    for (String line : text.lines().subList(Math.min(text.top(), end), end)) {
      String spaces = line.replace("\t", "    ");
      body.add(Line.of(spaces.substring(0, Columns.fit(spaces, app.size().columns()))));
    }
    String more = end < text.lines().size() ? "more below" : "";
    Line footer = Bars.footer(app, more, Command.QUIT, Command.DOWN);
    return Frame.of(Bars.framed(app, text.title(), "", body, footer));
  }
}
