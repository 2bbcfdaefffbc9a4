package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.LineBreaker;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;
import lectern.ui.Command;
import lectern.ui.Frame;
import lectern.ui.KeyContext;
import lectern.ui.Model;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;

/** The key table as a screen: first the keys of the screen it was asked on. */
public final class HelpView {
  private static final int KEY_COLUMN_WIDTH = 20;

  /** From so many columns on the keys have a column of their own. */
  private static final int MIN_COLUMNS_FOR_TABLE = 56;

  private HelpView() {}

  public static Frame draw(Model app, Screen.HelpScreen help) {
    List<Line> all = lines(app, help);
    int rows = new ScreenMetrics(app.size()).listRows();
    int end = Math.min(all.size(), help.top() + rows);
    String more = end < all.size() ? "more below" : "";
    Line footer = Chrome.footer(app, more, Command.QUIT, Command.DOWN, Command.PAGE_DOWN);
    return Frame.of(Chrome.frameLines(app, "keys", "", all.subList(help.top(), end), footer));
  }

  public static List<Line> lines(Model app, Screen.HelpScreen help) {
    List<Line> lines = new ArrayList<>();
    addGroup(app, help.context(), lines);
    for (KeyContext where : KeyContext.values())
      if (where != help.context()) addGroup(app, where, lines);
    lines.removeLast();
    return lines;
  }

  private static void addGroup(Model app, KeyContext where, List<Line> lines) {
    lines.add(Line.of(Span.of(" "), Span.of(where.title(), Role.HEADING_2)));
    int columns = app.size().columns();
    for (Command command : Command.values()) {
      String keys = app.keymap().allKeyLabels(command);
      if (command.context() != where || keys.isEmpty() || !app.isAvailable(command)) continue;
      if (columns < MIN_COLUMNS_FOR_TABLE) addRunIn(keys, command.title(), columns, lines);
      else addTableRow(keys, command.title(), columns, lines);
    }
    lines.add(Line.EMPTY);
  }

  /** Keys in a column of their own, and what they do beside them. */
  private static void addTableRow(String keys, String title, int columns, List<Line> lines) {
    List<Line> rows = LineBreaker.wrap(title, RoleSet.NONE, columns - KEY_COLUMN_WIDTH - 3);
    int gap = Math.max(2, KEY_COLUMN_WIDTH - DisplayWidth.of(keys));
    for (int i = 0; i < rows.size(); i++) {
      RowBuilder row = new RowBuilder(columns - 1, "");
      if (i == 0) row.addLeft("  ").addLeft(keys, Role.KEY).addLeft(RowBuilder.spaces(gap));
      else row.addLeft(RowBuilder.spaces(KEY_COLUMN_WIDTH + 2));
      lines.add(row.addLeft(rows.get(i).text()).build());
    }
  }

  /** Where there is no room for that, what keys do stands right after them, and goes on below. */
  private static void addRunIn(String keys, String title, int columns, List<Line> lines) {
    LineBreaker text =
        new LineBreaker()
            .append(keys, RoleSet.of(Role.KEY), null)
            .appendVerbatim("  ", RoleSet.NONE, null)
            .append(title, RoleSet.NONE, null);
    String indent = "  ";
    for (Line line : text.breakLines(columns - 5)) {
      lines.add(line.withPrefix(List.of(Span.of(indent))));
      indent = "    ";
    }
  }
}
