package lectern.ui.update;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Page;
import lectern.ui.Command;
import lectern.ui.Effect;
import lectern.ui.FocusTarget;
import lectern.ui.Key;
import lectern.ui.Model;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.Step;

/** The lists to choose from: outline, themes, code blocks. */
public final class PickerUpdate {
  private PickerUpdate() {}

  static Model openOutline(Model app, Screen.ReaderScreen reader) {
    List<Page.Heading> headings = reader.headings();
    if (headings.isEmpty()) return app.message("This post has no headings");
    int least = 6;
    for (Page.Heading heading : headings) least = Math.min(least, heading.level());
    List<Screen.Choice> choices = new ArrayList<>(headings.size());
    for (Page.Heading heading : headings) {
      choices.add(
          new Screen.Choice(
              heading.title(), "", heading.level() - least, Integer.toString(heading.row())));
    }
    int at = PostOpening.headingIndexAt(reader, reader.top());
    return app.push(Screen.Picker.of(Screen.PickerKind.OUTLINE, "outline", choices, at));
  }

  static Step run(Model app, Screen.Picker chooser, Command command) {
    int last = Math.max(0, chooser.matchingChoices().size() - 1);
    int page = new ScreenMetrics(app.size()).listRows();
    return switch (command) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP, START, END ->
          moveTo(
              app,
              chooser.withSelected(Update.targetIndex(command, chooser.selected(), 1, page, last)));
      case CHOOSE -> choose(app, chooser, chooser.selectedChoice());
      case BACK, QUIT -> cancel(app, chooser);
      default -> Step.of(app);
    };
  }

  /** With another choice under the bar; a theme is shown at once. */
  static Step moveTo(Model app, Screen.Picker next) {
    Model moved = app.screen(next);
    Screen.Choice choice = next.selectedChoice();
    if (next.kind() != Screen.PickerKind.THEMES || choice == null) return Step.of(moved);
    boolean same = app.screen() instanceof Screen.Picker old && choice.equals(old.selectedChoice());
    return same ? Step.of(moved) : Step.of(moved, new Effect.SetTheme(choice.value()));
  }

  public static Step choose(Model app, Screen.Picker chooser, Screen.Choice choice) {
    if (choice == null) return Step.of(app);
    Model back = app.pop();
    return switch (chooser.kind()) {
      case OUTLINE ->
          Step.of(
              PostOpening.scrollTo(back, back.readerScreen(), Integer.parseInt(choice.value())));
      case LINKS ->
          LinkNavigation.activate(
              back,
              back.readerScreen(),
              FocusTarget.findAll(back.readerScreen().page())
                  .get(Integer.parseInt(choice.value())));
      case CODE_BLOCKS ->
          Clipboard.copyCodeBlock(back, back.readerScreen(), Integer.parseInt(choice.value()));
      case THEMES ->
          Step.of(
              back.preferences(back.preferences().theme(choice.value()))
                  .history(
                      back.history()
                          .withTheme(
                              choice.value(), back.now(), back.preferences().configuredTheme()))
                  .message("Theme: " + choice.label()),
              new Effect.SetTheme(choice.value()));
    };
  }

  /** Esc: everything as it was. */
  private static Step cancel(Model app, Screen.Picker chooser) {
    if (chooser.kind() != Screen.PickerKind.THEMES) return Step.of(app.pop());
    return Step.of(app.pop(), new Effect.SetTheme(app.preferences().theme()));
  }

  /** A letter chooses a code block; null when the key is none. */
  static Step chooseByLetter(Model app, Screen.Picker chooser, Key key) {
    String name = key.name();
    if (name.length() != 1) return null;
    int index = name.charAt(0) - 'a';
    if (index < 0 || index >= chooser.choices().size()) return null;
    return choose(app, chooser, chooser.choices().get(index));
  }
}
