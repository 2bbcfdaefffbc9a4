package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Columns;
import lectern.text.Line;

/** The picture of a state. Pure; only rows that are seen are built. */
public final class View {
  private View() {}

  public static Frame of(App app) {
    Geometry geometry = new Geometry(app.size());
    if (geometry.tooSmall()) return tooSmall(app.size());
    return switch (app.top()) {
      case Screen.Posts posts -> ListView.frame(app, posts);
      case Screen.Tags tags -> TagsView.frame(app, tags);
      case Screen.Reader reader -> ReaderView.frame(app, reader);
      case Screen.Chooser chooser -> ChooserView.frame(app, chooser);
      case Screen.Help help -> HelpView.frame(app, help);
      case Screen.Text text -> TextView.frame(app, text);
    };
  }

  /** A sentence, wrapped as well as it goes. */
  private static Frame tooSmall(Size size) {
    String words = "lectern needs " + Geometry.COLUMNS + " columns and " + Geometry.ROWS + " rows";
    List<Line> lines = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (String word : words.split(" ")) {
      if (!row.isEmpty() && row.length() + 1 + word.length() > size.columns()) {
        lines.add(Line.of(row.toString()));
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(word);
      if (row.length() > size.columns()) row.setLength(Columns.fit(row.toString(), size.columns()));
    }
    lines.add(Line.of(row.toString()));
    return Frame.of(lines.size() > size.rows() ? lines.subList(0, size.rows()) : lines);
  }
}
