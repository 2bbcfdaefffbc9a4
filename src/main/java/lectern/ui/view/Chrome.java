package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;
import lectern.ui.Command;
import lectern.ui.Model;
import lectern.ui.Prompt;
import lectern.ui.ScreenMetrics;
import lectern.ui.update.Clipboard;

/** The bars above and below a list: what it is, what it shows, what keys do. */
final class Chrome {
  private static final RoleSet TITLE = RoleSet.of(Role.CHROME, Role.STRONG);
  private static final RoleSet RULE = RoleSet.of(Role.CHROME, Role.DECOR);

  private static final int HINT_GAP = 2;

  private Chrome() {}

  /** Title bar, rule, body, gap and footer put together; the body is filled up with empty rows. */
  static List<Line> frameLines(Model app, String name, String state, List<Line> body, Line footer) {
    ScreenMetrics geometry = new ScreenMetrics(app.size());
    List<Line> lines = new ArrayList<>(app.size().rows());
    lines.add(titleBar(app, name, state));
    if (geometry.hasRule()) lines.add(ruleLine(app));
    int end = geometry.firstListRow() + geometry.listRows();
    for (int i = 0; i < body.size() && lines.size() < end; i++) lines.add(body.get(i));
    while (lines.size() < app.size().rows() - 1) lines.add(Line.EMPTY);
    lines.add(footer);
    return lines;
  }

  private static Line titleBar(Model app, String name, String state) {
    int columns = app.size().columns();
    String ellipsis = app.preferences().glyphs().ellipsis();
    int room = columns - 3 - Math.min(DisplayWidth.of(name), Math.max(7, columns / 3));
    return new RowBuilder(columns - 1, ellipsis)
        .addLeft(" ")
        .addLeft(name, TITLE)
        .addRight(DisplayWidth.truncate(state, Math.max(0, room), ellipsis), Role.META)
        .build();
  }

  private static Line ruleLine(Model app) {
    String dash = app.preferences().glyphs().rule();
    return Line.of(Span.of(" "), Span.of(dash.repeat(Math.max(0, app.size().columns() - 2)), RULE));
  }

  /**
   * What keys do, as many as there is room for, the most useful first; or a message. @param
   * position against the right
   */
  static Line footer(Model app, String position, Command... commands) {
    int columns = app.size().columns();
    RowBuilder row =
        new RowBuilder(columns - 1, app.preferences().glyphs().ellipsis()).addLeft(" ");
    String pending = pendingInput(app);
    boolean crowded =
        pending.isEmpty()
            && DisplayWidth.of(app.message()) > columns - 3 - DisplayWidth.of(position);
    String where = crowded || DisplayWidth.of(position) > columns / 2 ? "" : position;
    if (!where.isEmpty()) row.addRight(where, Role.META);
    if (!pending.isEmpty()) return row.addLeft(pending, Role.PROMPT).build();
    if (!app.message().isEmpty()) return row.addLeft(app.message(), Role.CHROME).build();
    addHints(app, row, columns - 3 - DisplayWidth.of(where), commands);
    return row.build();
  }

  private static void addHints(Model app, RowBuilder row, int room, Command... commands) {
    Command must = requiredHint(app, commands);
    int left = room;
    int kept = must == null ? 0 : hintWidth(app, must) + HINT_GAP;
    String gap = "";
    for (Command command : commands) {
      String key = app.keymap().firstKeyLabel(command);
      if (key.isEmpty() || !app.isAvailable(command)) continue;
      if (command == must) kept = 0;
      int width = gap.length() + hintWidth(app, command);
      if (width + kept > left) continue;
      left -= width;
      row.addLeft(gap).addLeft(key, Role.KEY).addLeft(hintText(app, command, key), Role.CHROME);
      gap = RowBuilder.spaces(HINT_GAP);
    }
  }

  /** The hint that has room before all others: how to leave, or, in the list, the help. */
  private static Command requiredHint(Model app, Command... commands) {
    for (Command command : commands) {
      if (app.keymap().firstKeyLabel(command).isEmpty()) continue;
      boolean list = app.screens().size() == 1;
      if (list ? command == Command.HELP : command == Command.BACK || command == Command.QUIT)
        return command;
    }
    return null;
  }

  private static int hintWidth(Model app, Command command) {
    String key = app.keymap().firstKeyLabel(command);
    return DisplayWidth.of(key) + DisplayWidth.of(hintText(app, command, key));
  }

  private static String hintText(Model app, Command command, String key) {
    return (isPunctuation(key) ? "" : " ") + hintOf(app, command);
  }

  private static String hintOf(Model app, Command command) {
    return command == Command.QUIT && app.screens().size() == 1
        ? Command.LEAVE.hint()
        : command.hint();
  }

  private static boolean isPunctuation(String key) {
    return key.length() == 1 && !Character.isLetterOrDigit(key.charAt(0)) && key.charAt(0) != '?';
  }

  /** The number and the keys pressed so far, so that a half-typed command is seen. */
  static String pendingInput(Model app) {
    if (app.pendingKeys().equals(Clipboard.SET_MARK)
        || app.pendingKeys().equals(Clipboard.JUMP_TO_MARK)) return "";
    String count = app.count() < 0 ? "" : Integer.toString(app.count());
    return count
        + (app.pendingKeys().isEmpty() ? "" : (count.isEmpty() ? "" : " ") + app.pendingKeys());
  }

  /**
   * A prompt as the last row, and where the cursor stands in it. @param lead what stands before the
   * text
   */
  static Line promptLine(Model app, String lead, Prompt prompt, String position) {
    int columns = app.size().columns();
    RowBuilder row =
        new RowBuilder(columns - 1, app.preferences().glyphs().ellipsis())
            .addLeft(" ")
            .addLeft(lead, Role.KEY);
    String where = promptStatus(app, position);
    return row.addLeft(visiblePart(app, lead, prompt, where), Role.PROMPT)
        .addRight(where, Role.META)
        .build();
  }

  static int cursorColumn(Model app, String lead, Prompt prompt, String position) {
    String where = promptStatus(app, position);
    int from = visibleFrom(app, lead, prompt, where);
    return Math.min(
        app.size().columns() - 1,
        1
            + DisplayWidth.of(lead)
            + DisplayWidth.of(prompt.text().substring(from, prompt.cursor())));
  }

  /** What stands right of a prompt: a position, and, at the very edge, the way out. */
  private static String promptStatus(Model app, String position) {
    int most = app.size().columns() / 2;
    String way = app.keymap().firstKeyLabel(Command.BACK);
    String both = way.isEmpty() ? position : position + "  " + way + " " + Command.BACK.hint();
    if (DisplayWidth.of(both) <= most) return both;
    return DisplayWidth.of(position) > most ? "" : position;
  }

  private static String visiblePart(Model app, String lead, Prompt prompt, String position) {
    String rest = prompt.text().substring(visibleFrom(app, lead, prompt, position));
    return rest.substring(0, DisplayWidth.indexAtWidth(rest, promptWidth(app, lead, position)));
  }

  private static int promptWidth(Model app, String lead, String position) {
    return Math.max(
        1, app.size().columns() - 4 - DisplayWidth.of(lead) - DisplayWidth.of(position));
  }

  /** Where the part of a long text that is shown begins, so that the cursor is in it. */
  private static int visibleFrom(Model app, String lead, Prompt prompt, String position) {
    int room = promptWidth(app, lead, position);
    int from = 0;
    while (from < prompt.cursor()
        && DisplayWidth.of(prompt.text().substring(from, prompt.cursor())) > room) {
      from = DisplayWidth.nextGrapheme(prompt.text(), from);
    }
    return from;
  }
}
