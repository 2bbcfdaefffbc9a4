package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.LineBreaker;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;

/** The table of keys as rows of a screen. */
public final class HelpTable {
  private static final int KEY_COLUMN_WIDTH = 20;

  /** Minimum width for a separate key column. */
  private static final int MIN_COLUMNS_FOR_TABLE = 56;

  private final Model model;
  private final List<Line> rows = new ArrayList<>();

  private HelpTable(Model model) {
    this.model = model;
  }

  /**
   * The commands that have a key and can do something.
   *
   * @param first the screen whose keys come first
   */
  public static List<Line> of(Model model, KeyContext first) {
    HelpTable table = new HelpTable(model);
    table.addGroup(first);
    for (KeyContext context : KeyContext.values()) if (context != first) table.addGroup(context);
    table.rows.removeLast();
    return table.rows;
  }

  private void addGroup(KeyContext context) {
    rows.add(Line.of(Span.of(" "), Span.of(context.title(), Role.HEADING_2)));
    for (Command command : Command.all()) {
      String keys = model.keymap().allKeyLabels(command);
      if (command.context() != context || keys.isEmpty() || !model.isAvailable(command)) continue;
      if (model.size().columns() < MIN_COLUMNS_FOR_TABLE) addRunIn(keys, command.title());
      else addTableRow(keys, command.title());
    }
    rows.add(Line.EMPTY);
  }

  /** Keys in a column of their own, and what they do beside them. */
  private void addTableRow(String keys, String title) {
    int columns = model.size().columns() - KEY_COLUMN_WIDTH - 3;
    String gap = " ".repeat(Math.max(2, KEY_COLUMN_WIDTH - DisplayWidth.of(keys)));
    List<Span> prefix = List.of(Span.of("  "), Span.of(keys, Role.KEY), Span.of(gap));
    for (Line line : LineBreaker.wrap(title, RoleSet.NONE, columns)) {
      rows.add(line.withPrefix(prefix));
      prefix = List.of(Span.of(" ".repeat(KEY_COLUMN_WIDTH + 2)));
    }
  }

  /** Without room for columns: keys, then the description, wrapped. */
  private void addRunIn(String keys, String title) {
    LineBreaker text =
        new LineBreaker()
            .append(keys, RoleSet.of(Role.KEY), null)
            .appendVerbatim("  ", RoleSet.NONE, null)
            .append(title, RoleSet.NONE, null);
    String indent = "  ";
    for (Line line : text.breakLines(model.size().columns() - 5)) {
      rows.add(line.withPrefix(List.of(Span.of(indent))));
      indent = "    ";
    }
  }
}
