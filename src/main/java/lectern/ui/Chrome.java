package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;

/** The bars above and below a list: what it is, what it shows, what keys do. */
final class Chrome {
  private static final RoleSet NAME = RoleSet.of(Role.CHROME, Role.STRONG);
  private static final RoleSet RULE = RoleSet.of(Role.CHROME, Role.DECOR);

  private static final int GAP = 2;

  private Chrome() {}

  /** Title bar, rule, body, gap and footer put together; the body is filled up with empty rows. */
  static List<Line> framed(Model app, String name, String state, List<Line> body, Line footer) {
    ScreenMetrics geometry = new ScreenMetrics(app.size());
    List<Line> lines = new ArrayList<>(app.size().rows());
    lines.add(title(app, name, state));
    if (geometry.hasRule()) lines.add(rule(app));
    int end = geometry.listTop() + geometry.listRows();
    for (int i = 0; i < body.size() && lines.size() < end; i++) lines.add(body.get(i));
    while (lines.size() < app.size().rows() - 1) lines.add(Line.EMPTY);
    lines.add(footer);
    return lines;
  }

  private static Line title(Model app, String name, String state) {
    int columns = app.size().columns();
    String ellipsis = app.preferences().glyphs().ellipsis();
    int room = columns - 3 - Math.min(DisplayWidth.of(name), Math.max(7, columns / 3));
    return new RowBuilder(columns - 1, ellipsis)
        .left(" ")
        .left(name, NAME)
        .right(DisplayWidth.truncate(state, Math.max(0, room), ellipsis), Role.META)
        .line();
  }

  private static Line rule(Model app) {
    String dash = app.preferences().glyphs().rule();
    return Line.of(Span.of(" "), Span.of(dash.repeat(Math.max(0, app.size().columns() - 2)), RULE));
  }

  /**
   * What keys do, as many as there is room for, the most useful first; or a message. @param
   * position against the right
   */
  static Line footer(Model app, String position, Command... commands) {
    int columns = app.size().columns();
    RowBuilder row = new RowBuilder(columns - 1, app.preferences().glyphs().ellipsis()).left(" ");
    String pending = pending(app);
    boolean crowded =
        pending.isEmpty()
            && DisplayWidth.of(app.message()) > columns - 3 - DisplayWidth.of(position);
    String where = crowded || DisplayWidth.of(position) > columns / 2 ? "" : position;
    if (!where.isEmpty()) row.right(where, Role.META);
    if (!pending.isEmpty()) return row.left(pending, Role.PROMPT).line();
    if (!app.message().isEmpty()) return row.left(app.message(), Role.CHROME).line();
    hints(app, row, columns - 3 - DisplayWidth.of(where), commands);
    return row.line();
  }

  private static void hints(Model app, RowBuilder row, int room, Command... commands) {
    Command must = must(app, commands);
    int left = room;
    int kept = must == null ? 0 : width(app, must) + GAP;
    String gap = "";
    for (Command command : commands) {
      String key = app.keymap().key(command);
      if (key.isEmpty() || !app.offers(command)) continue;
      if (command == must) kept = 0;
      int width = gap.length() + width(app, command);
      if (width + kept > left) continue;
      left -= width;
      row.left(gap).left(key, Role.KEY).left(word(app, command, key), Role.CHROME);
      gap = RowBuilder.blanks(GAP);
    }
  }

  /** The hint that has room before all others: how to leave, or, in the list, the help. */
  private static Command must(Model app, Command... commands) {
    for (Command command : commands) {
      if (app.keymap().key(command).isEmpty()) continue;
      boolean list = app.screens().size() == 1;
      if (list ? command == Command.HELP : command == Command.BACK || command == Command.QUIT)
        return command;
    }
    return null;
  }

  private static int width(Model app, Command command) {
    String key = app.keymap().key(command);
    return DisplayWidth.of(key) + DisplayWidth.of(word(app, command, key));
  }

  private static String word(Model app, Command command, String key) {
    return (isSign(key) ? "" : " ") + hint(app, command);
  }

  private static String hint(Model app, Command command) {
    return command == Command.QUIT && app.screens().size() == 1
        ? Command.LEAVE.hint()
        : command.hint();
  }

  private static boolean isSign(String key) {
    return key.length() == 1 && !Character.isLetterOrDigit(key.charAt(0)) && key.charAt(0) != '?';
  }

  /** The number and the keys pressed so far, so that a half-typed command is seen. */
  static String pending(Model app) {
    if (app.keys().equals(Clipboard.SET) || app.keys().equals(Clipboard.GO)) return "";
    String count = app.count() < 0 ? "" : Integer.toString(app.count());
    return count + (app.keys().isEmpty() ? "" : (count.isEmpty() ? "" : " ") + app.keys());
  }

  /**
   * A prompt as the last row, and where the cursor stands in it. @param lead what stands before the
   * text
   */
  static Line prompt(Model app, String lead, Prompt prompt, String position) {
    int columns = app.size().columns();
    RowBuilder row =
        new RowBuilder(columns - 1, app.preferences().glyphs().ellipsis()).left(" ").left(lead, Role.KEY);
    String where = beside(app, position);
    return row.left(window(app, lead, prompt, where), Role.PROMPT).right(where, Role.META).line();
  }

  static int cursor(Model app, String lead, Prompt prompt, String position) {
    String where = beside(app, position);
    int from = from(app, lead, prompt, where);
    return Math.min(
        app.size().columns() - 1,
        1
            + DisplayWidth.of(lead)
            + DisplayWidth.of(prompt.text().substring(from, prompt.cursor())));
  }

  /** What stands right of a prompt: a position, and, at the very edge, the way out. */
  private static String beside(Model app, String position) {
    int most = app.size().columns() / 2;
    String way = app.keymap().key(Command.BACK);
    String both = way.isEmpty() ? position : position + "  " + way + " " + Command.BACK.hint();
    if (DisplayWidth.of(both) <= most) return both;
    return DisplayWidth.of(position) > most ? "" : position;
  }

  private static String window(Model app, String lead, Prompt prompt, String position) {
    String rest = prompt.text().substring(from(app, lead, prompt, position));
    return rest.substring(0, DisplayWidth.indexAtWidth(rest, room(app, lead, position)));
  }

  private static int room(Model app, String lead, String position) {
    return Math.max(
        1, app.size().columns() - 4 - DisplayWidth.of(lead) - DisplayWidth.of(position));
  }

  /** Where the part of a long text that is shown begins, so that the cursor is in it. */
  private static int from(Model app, String lead, Prompt prompt, String position) {
    int room = room(app, lead, position);
    int from = 0;
    while (from < prompt.cursor()
        && DisplayWidth.of(prompt.text().substring(from, prompt.cursor())) > room) {
      from = DisplayWidth.nextGrapheme(prompt.text(), from);
    }
    return from;
  }
}
