package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Span;

/** The key table as a screen: first the keys of the screen it was asked on. */
final class HelpView {
  private static final int KEYS = 20;

  /** From so many columns on the keys have a column of their own. */
  private static final int BESIDE = 56;

  private HelpView() {}

  static Frame frame(Model app, Screen.HelpScreen help) {
    List<Line> all = lines(app, help);
    int rows = new ScreenMetrics(app.size()).listRows();
    int end = Math.min(all.size(), help.top() + rows);
    String more = end < all.size() ? "more below" : "";
    Line footer = Chrome.footer(app, more, Command.QUIT, Command.DOWN, Command.PAGE_DOWN);
    return Frame.of(Chrome.framed(app, "keys", "", all.subList(help.top(), end), footer));
  }

  static List<Line> lines(Model app, Screen.HelpScreen help) {
    List<Line> lines = new ArrayList<>();
    group(app, help.about(), lines);
    for (KeyContext where : KeyContext.values()) if (where != help.about()) group(app, where, lines);
    lines.removeLast();
    return lines;
  }

  private static void group(Model app, KeyContext where, List<Line> lines) {
    lines.add(Line.of(Span.of(" "), Span.of(where.title(), Role.HEADING_2)));
    int columns = app.size().columns();
    for (Command command : Command.values()) {
      String keys = app.keymap().shownKeys(command);
      if (command.group() != where || keys.isEmpty() || !app.offers(command)) continue;
      if (columns < BESIDE) runIn(keys, command.title(), columns, lines);
      else beside(keys, command.title(), columns, lines);
    }
    lines.add(Line.EMPTY);
  }

  /** Keys in a column of their own, and what they do beside them. */
  private static void beside(String keys, String title, int columns, List<Line> lines) {
    List<Line> rows = PostListView.wrapped(title, columns - KEYS - 3);
    int gap = Math.max(2, KEYS - DisplayWidth.of(keys));
    for (int i = 0; i < rows.size(); i++) {
      RowBuilder row = new RowBuilder(columns - 1, "");
      if (i == 0) row.left("  ").left(keys, Role.KEY).left(RowBuilder.blanks(gap));
      else row.left(RowBuilder.blanks(KEYS + 2));
      lines.add(row.left(rows.get(i).text().substring(2)).line());
    }
  }

  /** Where there is no room for that, what keys do stands right after them, and goes on below. */
  private static void runIn(String keys, String title, int columns, List<Line> lines) {
    List<Line> rows = PostListView.wrapped(keys + "  " + title, columns - 5);
    for (int i = 0; i < rows.size(); i++) {
      String text = rows.get(i).text().substring(2);
      int lit = i == 0 ? Math.min(keys.length(), text.length()) : 0;
      lines.add(
          new RowBuilder(columns - 1, "")
              .left(i == 0 ? "  " : "    ")
              .left(text.substring(0, lit), Role.KEY)
              .left(text.substring(lit))
              .line());
    }
  }
}
