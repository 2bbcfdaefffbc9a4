package lectern.ui.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.layout.Glyphs;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.text.DidYouMean;
import lectern.ui.Command;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.Key;
import lectern.ui.KeyContext;
import lectern.ui.Keymap;
import lectern.ui.Model;
import lectern.ui.Movement;
import lectern.ui.PendingInput;
import lectern.ui.PostList;
import lectern.ui.PostListCommand;
import lectern.ui.Preferences;
import lectern.ui.ReaderCommand;
import lectern.ui.ReaderScreen;
import lectern.ui.Step;
import lectern.ui.update.Bookmarks;
import lectern.ui.update.LinkNavigation;
import lectern.ui.update.PageScroll;
import lectern.ui.update.ProgressUpdate;
import lectern.ui.update.ScreenUpdates;
import lectern.ui.update.SearchUpdate;
import lectern.ui.update.TagPickerUpdate;
import lectern.ui.update.Update;

/**
 * Line commands: the reader for screen readers, slow links and terminals without cursor control.
 */
public final class LinearInput {
  /** The words that are no commands of keys. */
  private static final List<String> EXTRA_WORDS =
      List.of("list", "find", "tag", "without", "clear", "link", "links", "mark", "go");

  private LinearInput() {}

  /** The model as lines of words show it: commands called by their names, and no drawn signs. */
  public static Model prepare(Model model) {
    List<Keymap.Binding> names = new ArrayList<>();
    for (Command command : Command.all())
      names.add(new Keymap.Binding(command.context(), command.configName(), command));
    Preferences preferences = model.preferences();
    return model
        .withKeymap(new Keymap(List.copyOf(names)))
        .withPreferences(
            preferences.withEnvironment(preferences.environment().withGlyphs(Glyphs.ASCII)));
  }

  /** What an event leads to; what a line changes is saved with it. */
  public static Step of(Model model, Event event) {
    if (!(event instanceof Event.LineEntered entered)) return Update.of(model, event);
    Model sized =
        entered.size().equals(model.size())
            ? model
            : Update.of(model, new Event.Resized(entered.size())).model();
    Step step = handleLine(sized.withMessage(""), entered.text().strip()).map(Update::settle);
    Step saved = Update.of(step.model(), new Event.Tick());
    List<Effect> effects = new ArrayList<>(step.effects());
    effects.addAll(saved.effects());
    return new Step(saved.model(), effects);
  }

  /** Handles a typed line; an empty one shows the next part. */
  private static Step handleLine(Model model, String line) {
    if (line.isEmpty()) return advance(model);
    if (isNumber(line)) return chooseNumber(model, Integer.parseInt(line));
    int space = line.indexOf(' ');
    String word = (space < 0 ? line : line.substring(0, space)).toLowerCase(Locale.ROOT);
    return runWord(model, word, space < 0 ? "" : line.substring(space + 1).strip());
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    return !text.isEmpty() && text.length() < 8;
  }

  private static Step advance(Model model) {
    if (model.screen() instanceof PostList list) return Step.of(advanceList(model, list));
    if (!(model.screen() instanceof ReaderScreen reader))
      return Update.run(model, Movement.PAGE_DOWN);
    int to = reader.top() + model.metrics().pageRows();
    if (to < reader.page().lines().size()) return Step.of(PageScroll.scrollTo(model, reader, to));
    return Step.of(model.withMessage("End of the post"));
  }

  /** The next part of the list, from its first entry. */
  private static Model advanceList(Model model, PostList list) {
    int page = LinearView.pageLength(model);
    int to = (list.selection().index() / page + 1) * page;
    return to < model.posts().shown().size()
        ? model.withSelected(to)
        : model.withMessage("End of the list; start goes to its start");
  }

  private static Step chooseNumber(Model model, int number) {
    Step chosen = ScreenUpdates.of(model).activate(number - 1);
    return chosen != null
        ? chosen
        : Step.of(model.withMessage("There is no number " + number + " here"));
  }

  private static Step runWord(Model model, String word, String rest) {
    Query query = model.posts().query();
    return switch (word) {
      case "quit", "exit", "bye", "q" -> ProgressUpdate.quit(model);
      case "list" -> Step.of(returnToList(model));
      case "filter" -> Step.of(returnToList(model).withQuery(query.withText(rest)));
      case "find", "search" -> find(model, rest);
      case "tag", "with" -> Step.of(filterByTag(model, rest, true));
      case "without" -> Step.of(filterByTag(model, rest, false));
      case "clear" -> Step.of(returnToList(model).withQuery(query.withoutTags().withText("")));
      case "link", "open", "read" ->
          isNumber(rest) ? chooseNumber(model, Integer.parseInt(rest)) : runCommand(model, word);
      case "links" -> Step.of(openLinks(model));
      case "percent" -> goToPercent(model, rest);
      case "mark" -> runMark(model, PendingInput.MarkLetter.SET, word, rest);
      case "go" -> runMark(model, PendingInput.MarkLetter.JUMP, word, rest);
      default -> runCommand(model, rest.isEmpty() ? word : word + "-" + rest.replace(' ', '-'));
    };
  }

  private static Model openLinks(Model model) {
    return model.screen() instanceof ReaderScreen reader
        ? LinkNavigation.openLinks(model, reader)
        : model.withMessage("“links” is for the reader");
  }

  private static Model returnToList(Model model) {
    Model list = ProgressUpdate.savePosition(model);
    while (list.screens().size() > 1) list = list.pop();
    return list;
  }

  private static Step find(Model model, String words) {
    if (!(model.screen() instanceof ReaderScreen reader)) return runWord(model, "filter", words);
    return Step.of(
        words.isEmpty()
            ? model.withMessage("find, and then the words")
            : SearchUpdate.find(model, reader, words));
  }

  private static Model filterByTag(Model model, String name, boolean with) {
    Model list = returnToList(model);
    if (name.isEmpty()) return TagPickerUpdate.open(list);
    Tag tag = Tag.of(name.startsWith("#") ? name.substring(1) : name);
    if (!model.posts().tagsByFrequency().contains(tag))
      return list.withMessage("No post has the tag " + name);
    Query query = list.posts().query();
    while (!(with ? query.includes(tag) : query.excludes(tag))) query = query.cycleTag(tag);
    return list.withQuery(query);
  }

  private static Step goToPercent(Model model, String rest) {
    String digits = rest.replace("%", "").strip();
    if (!isNumber(digits)) return Step.of(model.withMessage("percent, and then a number"));
    Model counted = model.withPendingInput(PendingInput.NONE, Integer.parseInt(digits));
    return Update.run(counted, ReaderCommand.GO_TO_PERCENT);
  }

  private static Step runMark(
      Model model, PendingInput.MarkLetter pending, String word, String letter) {
    if (letter.isEmpty() || !(model.screen() instanceof ReaderScreen))
      return Step.of(model.withMessage(word + ", and then a letter, in a post"));
    Key key = Key.of(letter.substring(0, letter.offsetByCodePoints(0, 1)));
    return Bookmarks.handleLetter(model, pending, key);
  }

  private static boolean isHere(Model model, Command command) {
    return command.context() == KeyContext.COMMON
        || command.context() == model.screen().keyContext();
  }

  private static Step runCommand(Model model, String word) {
    Command command = Command.find(word);
    if (command == null) return runHintOrKey(model, word);
    if (!isHere(model, command))
      return Step.of(model.withMessage("“" + word + "” is for the " + command.context().title()));
    if (needsArgument(command)) return Step.of(model.withMessage(word + ", and then the words"));
    return Update.run(model, command);
  }

  /** Footer words and screen keys are accepted too. */
  private static Step runHintOrKey(Model model, String word) {
    for (Command command : Command.all()) {
      if (isHere(model, command) && command.hint().replace(' ', '-').equals(word))
        return Update.run(model, command);
    }
    Command bound = Keymap.defaults().lookUp(model.screen().keyContext(), word).command();
    if (bound != null && !needsArgument(bound)) return Update.run(model, bound);
    List<String> known = new ArrayList<>(EXTRA_WORDS);
    for (Command command : Command.all()) known.add(command.configName());
    String near = DidYouMean.suggest(word, known);
    String hint = near == null ? "say help" : "did you mean " + near + "?";
    return Step.of(model.withMessage("I do not know “" + word + "”; " + hint));
  }

  private static boolean needsArgument(Command command) {
    return command == PostListCommand.FILTER || command == ReaderCommand.SEARCH;
  }
}
