package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.ui.Command;
import lectern.ui.CommonCommand;
import lectern.ui.FilterableList;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.Picker;
import lectern.ui.PickerCommand;
import lectern.ui.ReaderScreen;

/** A list to choose from. */
final class PickerView {
  private static final Command[] HINTS = {PickerCommand.SELECT, CommonCommand.BACK};

  private PickerView() {}

  static Frame draw(Model model, Picker picker) {
    FilterableList<Picker.Choice> choices = picker.choices();
    List<Line> body = new ArrayList<>();
    if (choices.matching().isEmpty()) body.addAll(Chrome.sentence(model, "Nothing is called so"));
    int top = choices.selection().top();
    int end = Math.min(choices.matching().size(), top + model.metrics().listRows());
    for (int i = top; i < end; i++) body.add(choiceLine(model, picker, i));
    ReaderScreen reader = model.reader();
    String about = reader == null ? "" : reader.entry().title();
    String position = choices.position();
    List<Line> rows = Chrome.frameLines(model, picker.title(), about, body);
    if (!choices.prompt().text().isEmpty())
      return Chrome.withPrompt(model, rows, "", choices.prompt(), position);
    return Chrome.withFooter(model, rows, position, HINTS);
  }

  private static Line choiceLine(Model model, Picker picker, int index) {
    Picker.Choice choice = picker.choices().matching().get(index);
    boolean current = choice == picker.choices().current();
    boolean selected = index == picker.choices().selection().index();
    return Chrome.startRow(model, model.size().columns() - 1, selected)
        .addLeft(RowBuilder.spaces(2 * Math.min(choice.indent(), 5)))
        .addLeft(choice.label(), current ? RoleSet.of(Role.STRONG) : RoleSet.NONE)
        .addRight(current ? currentNote(model, picker, choice) : choice.note(), Role.META)
        .build();
  }

  private static String currentNote(Model model, Picker picker, Picker.Choice choice) {
    return switch (picker.kind()) {
      case OUTLINE -> model.size().columns() < 40 ? "here" : "you are here";
      case THEMES -> "in use";
      case LINKS, CODE_BLOCKS -> choice.note();
    };
  }
}
