package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.ui.Command;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;

/** A list to choose from. */
public final class PickerView {
  private static final RoleSet SELECTION_BAR = RoleSet.of(Role.DECOR, Role.SELECTED);

  private PickerView() {}

  public static Frame draw(Model app, Screen.Picker chooser) {
    List<Line> body = new ArrayList<>();
    int rows = new ScreenMetrics(app.size()).listRows();
    if (chooser.matchingChoices().isEmpty())
      body.addAll(PostListView.wrapIndented("Nothing is called so", app.size().columns() - 3));
    for (int i = chooser.top();
        i < chooser.matchingChoices().size() && i < chooser.top() + rows;
        i++) {
      body.add(choiceLine(app, chooser, chooser.matchingChoices().get(i), i == chooser.selected()));
    }
    String position =
        chooser.matchingChoices().isEmpty()
            ? ""
            : (chooser.selected() + 1) + "/" + chooser.matchingChoices().size();
    String about = app.readerScreen() == null ? "" : app.readerScreen().post().entry().title();
    if (chooser.prompt().text().isEmpty()) {
      Line footer = Chrome.footer(app, position, Command.CHOOSE, Command.BACK);
      return Frame.of(Chrome.frameLines(app, chooser.title(), about, body, footer));
    }
    Line footer = Chrome.promptLine(app, "", chooser.prompt(), position);
    List<Line> lines = Chrome.frameLines(app, chooser.title(), about, body, footer);
    return new Frame(
        lines, lines.size() - 1, Chrome.cursorColumn(app, "", chooser.prompt(), position));
  }

  private static Line choiceLine(
      Model app, Screen.Picker chooser, Screen.Choice choice, boolean selected) {
    String bar = app.preferences().glyphs().selected();
    boolean current = choice == chooser.current();
    RowBuilder row =
        new RowBuilder(app.size().columns() - 1, app.preferences().glyphs().ellipsis());
    row.addLeft(" ")
        .addLeft(
            selected ? bar : RowBuilder.spaces(DisplayWidth.of(bar)),
            selected ? SELECTION_BAR : RoleSet.NONE);
    row.addLeft(RowBuilder.spaces(2 * Math.min(choice.indent(), 5)));
    row.addLeft(choice.label(), current ? RoleSet.of(Role.STRONG) : RoleSet.NONE);
    String note =
        current && chooser.kind() == Screen.PickerKind.OUTLINE ? currentNote(app) : choice.note();
    if (current && chooser.kind() == Screen.PickerKind.THEMES) note = "in use";
    return row.addRight(note, Role.META).build();
  }

  private static String currentNote(Model app) {
    return app.size().columns() < 40 ? "here" : "you are here";
  }
}
