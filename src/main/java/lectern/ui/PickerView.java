package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;

/** A list to choose from. */
final class PickerView {
  private static final RoleSet BAR = RoleSet.of(Role.DECOR, Role.SELECTED);

  private PickerView() {}

  static Frame frame(Model app, Screen.Picker chooser) {
    List<Line> body = new ArrayList<>();
    int rows = new ScreenMetrics(app.size()).listRows();
    if (chooser.shown().isEmpty())
      body.addAll(PostListView.wrapped("Nothing is called so", app.size().columns() - 3));
    for (int i = chooser.top(); i < chooser.shown().size() && i < chooser.top() + rows; i++) {
      body.add(row(app, chooser, chooser.shown().get(i), i == chooser.selected()));
    }
    String position =
        chooser.shown().isEmpty() ? "" : (chooser.selected() + 1) + "/" + chooser.shown().size();
    String about = app.reader() == null ? "" : app.reader().opened().entry().title();
    if (chooser.narrow().text().isEmpty()) {
      Line footer = Chrome.footer(app, position, Command.CHOOSE, Command.BACK);
      return Frame.of(Chrome.framed(app, chooser.title(), about, body, footer));
    }
    Line footer = Chrome.prompt(app, "", chooser.narrow(), position);
    List<Line> lines = Chrome.framed(app, chooser.title(), about, body, footer);
    return new Frame(lines, lines.size() - 1, Chrome.cursor(app, "", chooser.narrow(), position));
  }

  private static Line row(Model app, Screen.Picker chooser, Screen.Choice choice, boolean selected) {
    String bar = app.preferences().glyphs().selected();
    boolean current = choice == chooser.current();
    RowBuilder row = new RowBuilder(app.size().columns() - 1, app.preferences().glyphs().ellipsis());
    row.left(" ")
        .left(selected ? bar : RowBuilder.blanks(DisplayWidth.of(bar)), selected ? BAR : RoleSet.NONE);
    row.left(RowBuilder.blanks(2 * Math.min(choice.indent(), 5)));
    row.left(choice.label(), current ? RoleSet.of(Role.STRONG) : RoleSet.NONE);
    String note = current && chooser.kind() == Screen.PickerKind.OUTLINE ? here(app) : choice.note();
    if (current && chooser.kind() == Screen.PickerKind.THEMES) note = "in use";
    return row.right(note, Role.META).line();
  }

  private static String here(Model app) {
    return app.size().columns() < 40 ? "here" : "you are here";
  }
}
