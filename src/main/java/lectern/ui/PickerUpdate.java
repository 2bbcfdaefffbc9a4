package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Page;

/** The lists to choose from: outline, themes, code blocks. */
final class PickerUpdate {
  private PickerUpdate() {}

  static App outline(App app, Screen.Reader reader) {
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
    int at = Reading.heading(reader, reader.top());
    return app.push(Screen.Chooser.of(Screen.Kind.OUTLINE, "outline", choices, at));
  }

  static Next run(App app, Screen.Chooser chooser, Command command) {
    int last = Math.max(0, chooser.shown().size() - 1);
    int page = new Geometry(app.size()).listRows();
    return switch (command) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP, START, END ->
          moved(app, chooser.at(Update.moved(command, chooser.selected(), 1, page, last)));
      case CHOOSE -> chosen(app, chooser, chooser.chosen());
      case BACK, QUIT -> left(app, chooser);
      default -> Next.of(app);
    };
  }

  /** With another choice under the bar; a theme is shown at once. */
  static Next moved(App app, Screen.Chooser next) {
    App moved = app.top(next);
    Screen.Choice choice = next.chosen();
    if (next.kind() != Screen.Kind.THEMES || choice == null) return Next.of(moved);
    boolean same = app.top() instanceof Screen.Chooser old && choice.equals(old.chosen());
    return same ? Next.of(moved) : Next.of(moved, new Effect.Dress(choice.value()));
  }

  static Next chosen(App app, Screen.Chooser chooser, Screen.Choice choice) {
    if (choice == null) return Next.of(app);
    App back = app.pop();
    return switch (chooser.kind()) {
      case OUTLINE -> Next.of(Reading.to(back, back.reader(), Integer.parseInt(choice.value())));
      case LINKS ->
          LinkNavigation.act(
              back,
              back.reader(),
              FocusTarget.of(back.reader().page()).get(Integer.parseInt(choice.value())));
      case CODES -> Clipboard.copy(back, back.reader(), Integer.parseInt(choice.value()));
      case THEMES ->
          Next.of(
              back.preferences(back.preferences().theme(choice.value()))
                  .memory(
                      back.memory()
                          .dressed(choice.value(), back.now(), back.preferences().configured()))
                  .message("Theme: " + choice.label()),
              new Effect.Dress(choice.value()));
    };
  }

  /** Esc: everything as it was. */
  private static Next left(App app, Screen.Chooser chooser) {
    if (chooser.kind() != Screen.Kind.THEMES) return Next.of(app.pop());
    return Next.of(app.pop(), new Effect.Dress(app.preferences().theme()));
  }

  /** A letter chooses a code block; null when the key is none. */
  static Next letter(App app, Screen.Chooser chooser, Key key) {
    String name = key.name();
    if (name.length() != 1) return null;
    int index = name.charAt(0) - 'a';
    if (index < 0 || index >= chooser.choices().size()) return null;
    return chosen(app, chooser, chooser.choices().get(index));
  }
}
