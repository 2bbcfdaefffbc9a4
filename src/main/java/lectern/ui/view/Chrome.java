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
import lectern.ui.CommonCommand;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.Prompt;
import lectern.ui.ScreenMetrics;
import org.jspecify.annotations.Nullable;

/** The bars above and below a list: what it is, what it shows, what keys do. */
final class Chrome {
  private static final RoleSet TITLE = RoleSet.of(Role.CHROME, Role.STRONG);
  private static final RoleSet RULE = RoleSet.of(Role.CHROME, Role.DECOR);

  private static final RoleSet SELECTION_BAR = RoleSet.of(Role.DECOR, Role.SELECTED);
  private static final int HINT_GAP = 2;

  private Chrome() {}

  /** Title bar, rule and body, filled up with empty rows: all but the last row. */
  static List<Line> frameLines(Model model, String name, String state, List<Line> body) {
    ScreenMetrics metrics = model.metrics();
    List<Line> lines = new ArrayList<>(model.size().rows());
    lines.add(titleBar(model, name, state));
    if (metrics.hasRule()) lines.add(ruleLine(model));
    int end = metrics.firstListRow() + metrics.listRows();
    for (int i = 0; i < body.size() && lines.size() < end; i++) lines.add(body.get(i));
    while (lines.size() < model.size().rows() - 1) lines.add(Line.EMPTY);
    return lines;
  }

  /** A sentence in the place of a list. */
  static List<Line> sentence(Model model, String words) {
    List<Line> lines = new ArrayList<>();
    int columns = Math.max(1, model.size().columns() - 3);
    for (Line line : LineBreaker.wrap(words, RoleSet.NONE, columns))
      lines.add(line.withPrefix(List.of(Span.of("  "))));
    return lines;
  }

  /**
   * The frame of some rows with a prompt, and the cursor in it, as the last one.
   *
   * @param lead before the typed text
   * @param position against the right
   */
  static Frame withPrompt(
      Model model, List<Line> rows, String lead, Prompt prompt, String position) {
    int columns = model.size().columns();
    String status = promptStatus(model, position);
    int room = Math.max(1, columns - 4 - DisplayWidth.of(lead) - DisplayWidth.of(status));
    int from = visibleFrom(prompt, room);
    String text = prompt.text().substring(from);
    List<Line> lines = new ArrayList<>(rows);
    lines.add(
        new RowBuilder(columns - 1, model.glyphs().ellipsis())
            .addLeft(" ")
            .addLeft(lead, Role.KEY)
            .addLeft(text.substring(0, DisplayWidth.indexAtWidth(text, room)), Role.PROMPT)
            .addRight(status, Role.META)
            .build());
    int before = DisplayWidth.of(prompt.text().substring(from, prompt.cursor()));
    int cursor = Math.min(columns - 1, 1 + DisplayWidth.of(lead) + before);
    return new Frame(lines, lines.size() - 1, cursor);
  }

  /** Start of the visible part of a long text, so that the cursor is in it. */
  private static int visibleFrom(Prompt prompt, int room) {
    int from = 0;
    while (from < prompt.cursor()
        && DisplayWidth.of(prompt.text().substring(from, prompt.cursor())) > room) {
      from = DisplayWidth.nextGrapheme(prompt.text(), from);
    }
    return from;
  }

  /** The bar before the selected row of a list, and the blank before the others. */
  static RowBuilder startRow(Model model, int width, boolean selected) {
    String bar = model.glyphs().selected();
    RowBuilder row = new RowBuilder(width, model.glyphs().ellipsis()).addLeft(" ");
    return selected
        ? row.addLeft(bar, SELECTION_BAR)
        : row.addLeft(RowBuilder.spaces(DisplayWidth.of(bar)));
  }

  private static Line titleBar(Model model, String name, String state) {
    int columns = model.size().columns();
    String ellipsis = model.glyphs().ellipsis();
    int room = columns - 3 - Math.min(DisplayWidth.of(name), Math.max(7, columns / 3));
    return new RowBuilder(columns - 1, ellipsis)
        .addLeft(" ")
        .addLeft(name, TITLE)
        .addRight(DisplayWidth.truncate(state, Math.max(0, room), ellipsis), Role.META)
        .build();
  }

  private static Line ruleLine(Model model) {
    String dash = model.glyphs().rule();
    return Line.of(
        Span.of(" "), Span.of(dash.repeat(Math.max(0, model.size().columns() - 2)), RULE));
  }

  /** The frame of some rows with hints, or a message, as the last one. */
  static Frame withFooter(Model model, List<Line> rows, String position, Command... commands) {
    List<Line> lines = new ArrayList<>(rows);
    lines.add(footer(model, position, commands));
    return Frame.of(lines);
  }

  /**
   * What keys do, as many as there is room for, the most useful first; or a message.
   *
   * @param position against the right
   */
  private static Line footer(Model model, String position, Command... commands) {
    int columns = model.size().columns();
    RowBuilder row = new RowBuilder(columns - 1, model.glyphs().ellipsis()).addLeft(" ");
    String pending = pendingInput(model);
    boolean crowded =
        pending.isEmpty()
            && DisplayWidth.of(model.message()) > columns - 3 - DisplayWidth.of(position);
    String where = crowded || DisplayWidth.of(position) > columns / 2 ? "" : position;
    if (!where.isEmpty()) row.addRight(where, Role.META);
    if (!pending.isEmpty()) return row.addLeft(pending, Role.PROMPT).build();
    if (!model.message().isEmpty()) return row.addLeft(model.message(), Role.CHROME).build();
    addHints(model, row, columns - 3 - DisplayWidth.of(where), commands);
    return row.build();
  }

  private static void addHints(Model model, RowBuilder row, int room, Command... commands) {
    Command required = requiredHint(model, commands);
    int left = room;
    int reserved = required == null ? 0 : hintWidth(model, required) + HINT_GAP;
    String gap = "";
    for (Command command : commands) {
      String key = model.keymap().firstKeyLabel(command);
      if (key.isEmpty() || !model.isAvailable(command)) continue;
      if (command == required) reserved = 0;
      int width = gap.length() + hintWidth(model, command);
      if (width + reserved > left) continue;
      left -= width;
      row.addLeft(gap).addLeft(key, Role.KEY).addLeft(hintText(model, command, key), Role.CHROME);
      gap = RowBuilder.spaces(HINT_GAP);
    }
  }

  /** The hint that is shown before all others: how to leave or, in the list, the help. */
  private static @Nullable Command requiredHint(Model model, Command... commands) {
    for (Command command : commands) {
      if (model.keymap().firstKeyLabel(command).isEmpty()) continue;
      boolean list = model.screens().size() == 1;
      if (list
          ? command == CommonCommand.HELP
          : command == CommonCommand.BACK || command == CommonCommand.CLOSE) return command;
    }
    return null;
  }

  private static int hintWidth(Model model, Command command) {
    String key = model.keymap().firstKeyLabel(command);
    return DisplayWidth.of(key) + DisplayWidth.of(hintText(model, command, key));
  }

  private static String hintText(Model model, Command command, String key) {
    return (isPunctuation(key) ? "" : " ") + hintOf(model, command);
  }

  private static String hintOf(Model model, Command command) {
    return command == CommonCommand.CLOSE && model.screens().size() == 1
        ? CommonCommand.QUIT.hint()
        : command.hint();
  }

  private static boolean isPunctuation(String key) {
    return key.length() == 1 && !Character.isLetterOrDigit(key.charAt(0)) && key.charAt(0) != '?';
  }

  /** The number and the keys pressed so far, so that a half-typed command is seen. */
  static String pendingInput(Model model) {
    String count = model.count() < 0 ? "" : Integer.toString(model.count());
    String keys = model.pendingInput().keys();
    return count.isEmpty() || keys.isEmpty() ? count + keys : count + " " + keys;
  }

  /** The right end of a prompt: position and cancel key. */
  private static String promptStatus(Model model, String position) {
    int most = model.size().columns() / 2;
    String way = model.keymap().firstKeyLabel(CommonCommand.BACK);
    String both =
        way.isEmpty() ? position : position + "  " + way + " " + CommonCommand.BACK.hint();
    if (DisplayWidth.of(both) <= most) return both;
    return DisplayWidth.of(position) > most ? "" : position;
  }
}
