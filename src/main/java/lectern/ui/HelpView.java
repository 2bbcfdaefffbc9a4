package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Columns;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Span;

/** The key table as a screen: first the keys of the screen it was asked on. */
final class HelpView {
  private static final int KEYS = 20;

  private HelpView() {}

  static Frame frame(App app, Screen.Help help) {
    List<Line> all = lines(app, help);
    int rows = new Geometry(app.size()).listRows();
    int end = Math.min(all.size(), help.top() + rows);
    String more = end < all.size() ? "more below" : "";
    Line footer = Bars.footer(app, more, Command.QUIT, Command.DOWN, Command.PAGE_DOWN);
    return Frame.of(Bars.framed(app, "keys", "", all.subList(help.top(), end), footer));
  }

  static List<Line> lines(App app, Screen.Help help) {
    List<Line> lines = new ArrayList<>();
    group(app, help.about(), lines);
    for (Where where : Where.values()) if (where != help.about()) group(app, where, lines);
    lines.removeLast();
    return lines;
  }

  private static void group(App app, Where where, List<Line> lines) {
    lines.add(Line.of(Span.of(" "), Span.of(where.title(), Role.HEADING_2)));
    int columns = app.size().columns();
    int keysWide = Math.min(KEYS, columns / 2);
    for (Command command : Command.values()) {
      String keys = app.keymap().shownKeys(command);
      if (command.group() != where || keys.isEmpty()) continue;
      int gap = Math.max(1, keysWide - Columns.of(keys));
      lines.add(
          new Row(columns - 1, app.preferences().glyphs().ellipsis())
              .left("  ")
              .left(Columns.clip(keys, Math.max(4, columns - 4), ""), Role.KEY)
              .left(Row.blanks(gap))
              .left(command.title())
              .line());
    }
    lines.add(Line.EMPTY);
  }
}
