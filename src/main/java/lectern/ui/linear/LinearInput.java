package lectern.ui.linear;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Entry;
import lectern.post.Tag;
import lectern.text.DidYouMean;
import lectern.ui.Command;
import lectern.ui.FocusTarget;
import lectern.ui.Key;
import lectern.ui.KeyContext;
import lectern.ui.Keymap;
import lectern.ui.Model;
import lectern.ui.Prompt;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.SearchState;
import lectern.ui.Step;
import lectern.ui.TagSelection;
import lectern.ui.update.Clipboard;
import lectern.ui.update.LinkNavigation;
import lectern.ui.update.PickerUpdate;
import lectern.ui.update.PostListUpdate;
import lectern.ui.update.PostOpening;
import lectern.ui.update.ProgressUpdate;
import lectern.ui.update.SearchUpdate;
import lectern.ui.update.TagPickerUpdate;
import lectern.ui.update.Update;
import lectern.ui.update.Viewport;

/**
 * The same lectern by words: a line typed does what a key would, and what is to be seen is told.
 * For screen readers, slow lines, and terminals that cannot move a cursor.
 */
public final class LinearInput {
  /** The words that are no commands of keys. */
  private static final List<String> EXTRA_WORDS =
      List.of("list", "find", "tag", "without", "clear", "link", "links", "mark", "go");

  private LinearInput() {}

  /** Commands called by their words, so that every sentence names those. */
  public static Model useCommandNames(Model app) {
    List<Keymap.Binding> words = new ArrayList<>();
    for (Command command : Command.values())
      words.add(new Keymap.Binding(command.context(), command.configName(), command));
    return app.keymap(new Keymap(List.copyOf(words)));
  }

  /** What a typed line leads to. An empty one goes on. */
  public static Step handleLine(Model app, String line) {
    Model ready = app.message("");
    String words = line.strip();
    if (words.isEmpty()) return advance(ready);
    int space = words.indexOf(' ');
    String first =
        (space < 0 ? words : words.substring(0, space)).toLowerCase(java.util.Locale.ROOT);
    String rest = space < 0 ? "" : words.substring(space + 1).strip();
    Step next =
        isNumber(words)
            ? chooseNumber(ready, Integer.parseInt(words))
            : runWord(ready, first, rest);
    return new Step(Viewport.settle(next.model()), next.effects());
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    return text.length() < 8;
  }

  private static Step advance(Model app) {
    if (app.screen() instanceof Screen.PostList posts) return Step.of(advanceList(app, posts));
    if (!(app.screen() instanceof Screen.ReaderScreen reader))
      return settle(Update.run(app, Command.PAGE_DOWN));
    int to = reader.top() + new ScreenMetrics(app.size()).pageRows();
    if (to < reader.page().lines().size()) return Step.of(PostOpening.scrollTo(app, reader, to));
    return Step.of(app.message("End of the post"));
  }

  /** The next part of the list, from its first entry. */
  private static Model advanceList(Model app, Screen.PostList posts) {
    int page = LinearView.page(app);
    int to = (posts.selected() / page + 1) * page;
    return to < app.posts().shown().size()
        ? Viewport.settle(app.postList(posts.withSelected(to)))
        : app.message("End of the list; start goes to its start");
  }

  private static Step settle(Step next) {
    return new Step(Viewport.settle(next.model()), next.effects());
  }

  private static Step chooseNumber(Model app, int number) {
    int at = number - 1;
    return switch (app.screen()) {
      case Screen.PostList _ -> {
        List<Entry> shown = app.posts().shown();
        yield at < 0 || at >= shown.size()
            ? noSuchNumber(app, number)
            : PostListUpdate.openPost(app.postList(app.postList().withSelected(at)), shown.get(at));
      }
      case Screen.TagPicker tags ->
          at < 0 || at >= tags.matchingTags().size()
              ? noSuchNumber(app, number)
              : Step.of(TagPickerUpdate.cycleTag(app, tags.withSelected(at)));
      case Screen.Picker chooser ->
          at < 0 || at >= chooser.matchingChoices().size()
              ? noSuchNumber(app, number)
              : PickerUpdate.choose(app, chooser, chooser.matchingChoices().get(at));
      case Screen.ReaderScreen reader -> openLink(app, reader, number);
      case Screen.HelpScreen _, Screen.TextScreen _ -> Step.of(app.pop());
    };
  }

  private static Step noSuchNumber(Model app, int number) {
    return Step.of(app.message("There is no number " + number + " here"));
  }

  private static Step openLink(Model app, Screen.ReaderScreen reader, int number) {
    List<FocusTarget> stops = FocusTarget.findAll(reader.page());
    if (number < 1 || number > stops.size()) return noSuchNumber(app, number);
    return LinkNavigation.activate(app, reader, stops.get(number - 1));
  }

  private static Step runWord(Model app, String word, String rest) {
    return switch (word) {
      case "quit", "exit", "bye", "q" -> Update.quit(app);
      case "list" -> Step.of(returnToList(app));
      case "filter" ->
          Step.of(PostListUpdate.applyQuery(returnToList(app), app.posts().query().withText(rest)));
      case "find", "search" -> find(app, rest);
      case "tag", "with" -> Step.of(filterByTag(app, rest, true));
      case "without" -> Step.of(filterByTag(app, rest, false));
      case "clear" ->
          Step.of(
              PostListUpdate.applyQuery(
                  returnToList(app), TagSelection.clearTags(app.posts().query()).withText("")));
      case "link", "open", "read" ->
          isNumber(rest) && !rest.isEmpty()
              ? chooseNumber(app, Integer.parseInt(rest))
              : runCommand(app, word);
      case "links" -> Step.of(openLinkPicker(app));
      case "percent" -> goToPercent(app, rest);
      case "mark", "go" -> runMark(app, word, rest);
      default -> runCommand(app, rest.isEmpty() ? word : word + "-" + rest.replace(' ', '-'));
    };
  }

  private static Model openLinkPicker(Model app) {
    if (!(app.screen() instanceof Screen.ReaderScreen reader))
      return app.message("“links” is for the reader");
    List<Screen.Choice> choices = LinkNavigation.listChoices(app, reader);
    return choices.isEmpty()
        ? app.message("This post has no links")
        : app.push(Screen.Picker.of(Screen.PickerKind.LINKS, "links", choices, -1));
  }

  private static Model returnToList(Model app) {
    Model kept = ProgressUpdate.savePosition(app);
    while (kept.screens().size() > 1) kept = kept.pop();
    return kept;
  }

  private static Step find(Model app, String words) {
    if (!(app.screen() instanceof Screen.ReaderScreen reader)) return runWord(app, "filter", words);
    if (words.isEmpty()) return Step.of(app.message("find, and then the words"));
    Model typed = SearchUpdate.search(app, SearchUpdate.begin(reader), Prompt.of(words));
    Model done = SearchUpdate.accept(typed, typed.readerScreen());
    SearchState find = done.readerScreen().search();
    if (find == null || find.currentIndex() < 0) return Step.of(done);
    return Step.of(
        PostOpening.scrollTo(
            done, done.readerScreen(), find.matches().get(find.currentIndex()).row()));
  }

  private static Model filterByTag(Model app, String name, boolean with) {
    if (name.isEmpty()) return TagPickerUpdate.open(returnToList(app));
    Tag tag = Tag.of(name.startsWith("#") ? name.substring(1) : name);
    Model list = returnToList(app);
    if (!app.posts().tagsByFrequency().contains(tag))
      return list.message("No post has the tag " + name);
    lectern.post.Query query = list.posts().query();
    boolean already =
        with ? TagSelection.isIncluded(query, tag) : TagSelection.isExcluded(query, tag);
    lectern.post.Query next = query;
    while (!already
        && !(with ? TagSelection.isIncluded(next, tag) : TagSelection.isExcluded(next, tag)))
      next = TagSelection.cycleTag(next, tag);
    return PostListUpdate.applyQuery(list, next);
  }

  private static Step goToPercent(Model app, String rest) {
    String digits = rest.replace("%", "").strip();
    if (digits.isEmpty() || !isNumber(digits))
      return Step.of(app.message("percent, and then a number"));
    return Update.run(app.withPendingInput("", Integer.parseInt(digits)), Command.PERCENT);
  }

  private static Step runMark(Model app, String word, String letter) {
    if (letter.isEmpty() || !(app.screen() instanceof Screen.ReaderScreen))
      return Step.of(app.message(word + ", and then a letter, in a post"));
    String keys = word.equals("mark") ? Clipboard.SET_MARK : Clipboard.JUMP_TO_MARK;
    return Clipboard.handleMarkLetter(
        app.withPendingInput(keys, -1),
        Key.of(letter.substring(0, letter.offsetByCodePoints(0, 1))));
  }

  private static Step runCommand(Model app, String word) {
    for (Command command : Command.values()) {
      if (!command.configName().equals(word)) continue;
      boolean here =
          command.context() == KeyContext.COMMON || command.context() == app.screen().keyContext();
      if (here && needsArgument(command))
        return Step.of(app.message(word + ", and then the words"));
      return here
          ? Update.run(app, command)
          : Step.of(app.message("“" + word + "” is for the " + command.context().title()));
    }
    return runHintOrKey(app, word);
  }

  /** Who knows the screen may use the words of its footer, and its keys. */
  private static Step runHintOrKey(Model app, String word) {
    for (Command command : Command.values()) {
      boolean here =
          command.context() == KeyContext.COMMON || command.context() == app.screen().keyContext();
      if (here && command.hint().replace(' ', '-').equals(word)) return Update.run(app, command);
    }
    Keymap.Lookup meaning = Keymap.defaults().lookUp(app.screen().keyContext(), word);
    if (meaning instanceof Keymap.Lookup.Bound run && !needsArgument(run.command()))
      return Update.run(app, run.command());
    List<String> known = new ArrayList<>(EXTRA_WORDS);
    for (Command command : Command.values()) known.add(command.configName());
    String near = DidYouMean.suggest(word, known);
    String hint = near == null ? "say help" : "did you mean " + near + "?";
    return Step.of(app.message("I do not know “" + word + "”; " + hint));
  }

  private static boolean needsArgument(Command command) {
    return command == Command.FILTER || command == Command.SEARCH;
  }

  /** What is to be told of a state, a line each: all of it, the list, the page. */
  public static List<String> describe(Model app) {
    return LinearView.lines(app, true);
  }

  /** What is to be told after a step: what was told before is not told again. */
  public static List<String> describe(Model before, Model app) {
    if (before.screen() instanceof Screen.ReaderScreen a
        && app.screen() instanceof Screen.ReaderScreen b
        && b.search() != null
        && a.search() != b.search())
      return LinearView.describeMatch(app, b, !isSameView(before, app));
    boolean listed =
        before.screen() instanceof Screen.PostList && app.screen() instanceof Screen.PostList;
    if (!listed || before.posts() != app.posts() || before.history() != app.history())
      return LinearView.lines(app, !isSameView(before, app));
    int page = LinearView.page(app);
    int was = before.postList().selected();
    int is = app.postList().selected();
    if (was / page != is / page) return LinearView.lines(app, true);
    return was == is ? LinearView.lines(app, false) : LinearView.describeSelected(app);
  }

  /** Whether two states show the same thing, so that only a message is worth telling. */
  private static boolean isSameView(Model before, Model after) {
    if (before.screen() instanceof Screen.ReaderScreen a
        && after.screen() instanceof Screen.ReaderScreen b) {
      return a.top() == b.top() && a.page() == b.page();
    }
    if (before.screen() instanceof Screen.PostList a
        && after.screen() instanceof Screen.PostList b) {
      return a.top() == b.top() && a.selected() == b.selected() && before.posts() == after.posts();
    }
    return before.screen() == after.screen();
  }
}
