package lectern.ui.update;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Page;
import lectern.ui.Command;
import lectern.ui.Effect;
import lectern.ui.FilterableList;
import lectern.ui.Key;
import lectern.ui.Model;
import lectern.ui.Movement;
import lectern.ui.Picker;
import lectern.ui.PickerCommand;
import lectern.ui.Prompt;
import lectern.ui.ReaderScreen;
import lectern.ui.Step;
import org.jspecify.annotations.Nullable;

/** Events of the lists to choose from: outline, links, themes, code blocks. */
record PickerUpdate(Model model, Picker screen) implements ScreenUpdate {
  static Model openOutline(Model model, ReaderScreen reader) {
    List<Page.HeadingRow> headings = reader.headings();
    if (headings.isEmpty()) return model.withMessage("This post has no headings");
    int least = 6;
    for (Page.HeadingRow heading : headings) least = Math.min(least, heading.level());
    List<Picker.Choice> choices = new ArrayList<>(headings.size());
    for (Page.HeadingRow heading : headings)
      choices.add(new Picker.Choice(heading.title(), "", heading.level() - least, heading.row()));
    return model.push(Picker.of(Picker.Kind.OUTLINE, "outline", choices, reader.headingIndex()));
  }

  static Model openThemes(Model model) {
    List<String> names = model.preferences().environment().themeNames();
    if (names.isEmpty()) return model.withMessage("There is no theme to choose");
    List<Picker.Choice> choices = new ArrayList<>();
    for (String name : names) choices.add(new Picker.Choice(name, "", 0, choices.size()));
    int current = Math.max(0, names.indexOf(model.preferences().theme()));
    return model.push(Picker.of(Picker.Kind.THEMES, "theme", choices, current));
  }

  /** With other choices in view; a selected theme is shown at once. */
  private Step show(FilterableList<Picker.Choice> next) {
    Step step = Step.of(model.withScreen(screen.withChoices(next)));
    Picker.Choice choice = next.selected();
    if (screen.kind() != Picker.Kind.THEMES
        || choice == null
        || choice == screen.choices().selected()) return step;
    return step.withEffect(new Effect.SetTheme(choice.label()));
  }

  @Override
  public Step move(Movement movement, int count) {
    return show(screen.choices().move(movement, model.metrics().listRows()));
  }

  @Override
  public Step run(Command command, int count) {
    return switch ((PickerCommand) command) {
      case SELECT -> choose(screen.choices().selected());
    };
  }

  /** Everything as it was before. */
  @Override
  public Step back() {
    Step step = Step.of(model.pop());
    return screen.kind() == Picker.Kind.THEMES
        ? step.withEffect(new Effect.SetTheme(model.preferences().theme()))
        : step;
  }

  private Step choose(Picker.@Nullable Choice choice) {
    if (choice == null) return Step.of(model);
    Model below = model.pop();
    int number = choice.number();
    return switch (screen.kind()) {
      case OUTLINE -> Step.of(PageScroll.scrollTo(below, below.openReader(), number));
      case LINKS -> activateLink(below, below.openReader(), number);
      case CODE_BLOCKS -> Clipboard.copyCodeBlock(below, below.openReader(), number);
      case THEMES -> chooseTheme(below, choice.label());
    };
  }

  private static Step activateLink(Model model, ReaderScreen reader, int number) {
    return LinkNavigation.activate(model, reader, reader.focusTargets().get(number));
  }

  private static Step chooseTheme(Model model, String name) {
    String configured = model.preferences().environment().configuredTheme();
    return Step.of(
        model
            .withPreferences(model.preferences().withTheme(name))
            .withHistory(model.history().withTheme(name, model.now(), configured))
            .withMessage("Theme: " + name),
        new Effect.SetTheme(name));
  }

  @Override
  public @Nullable Step type(Key key) {
    Prompt prompt = screen.choices().prompt();
    if (screen.kind() == Picker.Kind.CODE_BLOCKS) return chooseByLetter(key);
    if (key.name().equals("Space") && prompt.text().isEmpty() || !PromptKeys.narrows(key, prompt))
      return null;
    return withPrompt(prompt.handleKey(key, List.of()));
  }

  private Step withPrompt(Prompt prompt) {
    return show(screen.choices().withPrompt(prompt, Picker.Choice::label));
  }

  /** A letter chooses a code block. */
  private @Nullable Step chooseByLetter(Key key) {
    if (key.name().length() != 1) return null;
    int index = key.name().charAt(0) - 'a';
    List<Picker.Choice> all = screen.choices().items();
    return index < 0 || index >= all.size() ? null : choose(all.get(index));
  }

  @Override
  public Step edit() {
    return Step.of(model);
  }

  @Override
  public Step paste(String text) {
    return withPrompt(screen.choices().prompt().insert(text));
  }

  @Override
  public @Nullable Step activate(int index) {
    List<Picker.Choice> shown = screen.choices().matching();
    return index < 0 || index >= shown.size() ? null : choose(shown.get(index));
  }

  @Override
  public @Nullable Step click(int row, int column) {
    int index = screen.choices().selection().indexAt(row, model.metrics());
    return index < 0 ? null : activate(index);
  }

  @Override
  public Model settle() {
    return model.withScreen(
        screen.withChoices(screen.choices().settle(model.metrics().listRows())));
  }
}
