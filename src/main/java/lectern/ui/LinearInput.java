package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Entry;
import lectern.post.Tag;
import lectern.text.DidYouMean;

/**
 * The same lectern by words: a line typed does what a key would, and what is to be seen is told.
 * For screen readers, slow lines, and terminals that cannot move a cursor.
 */
public final class LinearInput {
  /** The words that are no commands of keys. */
  private static final List<String> WORDS =
      List.of("list", "find", "tag", "without", "clear", "link", "links", "mark", "go");

  private LinearInput() {}

  /** Commands called by their words, so that every sentence names those. */
  public static Model spoken(Model app) {
    List<Keymap.Binding> words = new ArrayList<>();
    for (Command command : Command.values())
      words.add(new Keymap.Binding(command.group(), command.word(), command));
    return app.keymap(new Keymap(List.copyOf(words)));
  }

  /** What a typed line leads to. An empty one goes on. */
  public static Step said(Model app, String line) {
    Model ready = app.message("");
    String words = line.strip();
    if (words.isEmpty()) return on(ready);
    int space = words.indexOf(' ');
    String first =
        (space < 0 ? words : words.substring(0, space)).toLowerCase(java.util.Locale.ROOT);
    String rest = space < 0 ? "" : words.substring(space + 1).strip();
    Step next =
        isNumber(words) ? numbered(ready, Integer.parseInt(words)) : worded(ready, first, rest);
    return new Step(Viewport.settled(next.app()), next.effects());
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    return text.length() < 8;
  }

  private static Step on(Model app) {
    if (app.top() instanceof Screen.PostList posts) return Step.of(onward(app, posts));
    if (!(app.top() instanceof Screen.ReaderScreen reader))
      return settled(Update.run(app, Command.PAGE_DOWN));
    int to = reader.top() + new ScreenMetrics(app.size()).pageRows();
    if (to < reader.page().lines().size()) return Step.of(PostOpening.to(app, reader, to));
    return Step.of(app.message("End of the post"));
  }

  /** The next part of the list, from its first entry. */
  private static Model onward(Model app, Screen.PostList posts) {
    int page = LinearView.page(app);
    int to = (posts.selected() / page + 1) * page;
    return to < app.shelf().shown().size()
        ? Viewport.settled(app.posts(posts.at(to)))
        : app.message("End of the list; start goes to its start");
  }

  private static Step settled(Step next) {
    return new Step(Viewport.settled(next.app()), next.effects());
  }

  private static Step numbered(Model app, int number) {
    int at = number - 1;
    return switch (app.top()) {
      case Screen.PostList _ -> {
        List<Entry> shown = app.shelf().shown();
        yield at < 0 || at >= shown.size()
            ? none(app, number)
            : PostListUpdate.open(app.posts(app.posts().at(at)), shown.get(at));
      }
      case Screen.TagPicker tags ->
          at < 0 || at >= tags.shown().size()
              ? none(app, number)
              : Step.of(TagPickerUpdate.turn(app, tags.at(at)));
      case Screen.Picker chooser ->
          at < 0 || at >= chooser.shown().size()
              ? none(app, number)
              : PickerUpdate.chosen(app, chooser, chooser.shown().get(at));
      case Screen.ReaderScreen reader -> link(app, reader, number);
      case Screen.HelpScreen _, Screen.TextScreen _ -> Step.of(app.pop());
    };
  }

  private static Step none(Model app, int number) {
    return Step.of(app.message("There is no number " + number + " here"));
  }

  private static Step link(Model app, Screen.ReaderScreen reader, int number) {
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    if (number < 1 || number > stops.size()) return none(app, number);
    return LinkNavigation.act(app, reader, stops.get(number - 1));
  }

  private static Step worded(Model app, String word, String rest) {
    return switch (word) {
      case "quit", "exit", "bye", "q" -> Update.leave(app);
      case "list" -> Step.of(list(app));
      case "filter" -> Step.of(PostListUpdate.select(list(app), app.shelf().query().withText(rest)));
      case "find", "search" -> find(app, rest);
      case "tag", "with" -> Step.of(tag(app, rest, true));
      case "without" -> Step.of(tag(app, rest, false));
      case "clear" ->
          Step.of(PostListUpdate.select(list(app), TagSelection.none(app.shelf().query()).withText("")));
      case "link", "open", "read" ->
          isNumber(rest) && !rest.isEmpty()
              ? numbered(app, Integer.parseInt(rest))
              : command(app, word);
      case "links" -> Step.of(links(app));
      case "percent" -> percent(app, rest);
      case "mark", "go" -> mark(app, word, rest);
      default -> command(app, rest.isEmpty() ? word : word + "-" + rest.replace(' ', '-'));
    };
  }

  private static Model links(Model app) {
    if (!(app.top() instanceof Screen.ReaderScreen reader))
      return app.message("“links” is for the reader");
    List<Screen.Choice> choices = LinkNavigation.choices(app, reader);
    return choices.isEmpty()
        ? app.message("This post has no links")
        : app.push(Screen.Picker.of(Screen.PickerKind.LINKS, "links", choices, -1));
  }

  private static Model list(Model app) {
    Model kept = ProgressUpdate.place(app);
    while (kept.screens().size() > 1) kept = kept.pop();
    return kept;
  }

  private static Step find(Model app, String words) {
    if (!(app.top() instanceof Screen.ReaderScreen reader)) return worded(app, "filter", words);
    if (words.isEmpty()) return Step.of(app.message("find, and then the words"));
    Model typed = SearchUpdate.typed(app, SearchUpdate.begin(reader), Prompt.of(words));
    Model done = SearchUpdate.accepted(typed, typed.reader());
    SearchState find = done.reader().find();
    if (find == null || find.current() < 0) return Step.of(done);
    return Step.of(PostOpening.to(done, done.reader(), find.hits().get(find.current()).row()));
  }

  private static Model tag(Model app, String name, boolean with) {
    if (name.isEmpty()) return TagPickerUpdate.open(list(app));
    Tag tag = Tag.of(name.startsWith("#") ? name.substring(1) : name);
    Model list = list(app);
    if (!app.shelf().tags().contains(tag)) return list.message("No post has the tag " + name);
    lectern.post.Query query = list.shelf().query();
    boolean already = with ? TagSelection.isWith(query, tag) : TagSelection.isWithout(query, tag);
    lectern.post.Query next = query;
    while (!already && !(with ? TagSelection.isWith(next, tag) : TagSelection.isWithout(next, tag)))
      next = TagSelection.turned(next, tag);
    return PostListUpdate.select(list, next);
  }

  private static Step percent(Model app, String rest) {
    String digits = rest.replace("%", "").strip();
    if (digits.isEmpty() || !isNumber(digits))
      return Step.of(app.message("percent, and then a number"));
    return Update.run(app.pending("", Integer.parseInt(digits)), Command.PERCENT);
  }

  private static Step mark(Model app, String word, String letter) {
    if (letter.isEmpty() || !(app.top() instanceof Screen.ReaderScreen))
      return Step.of(app.message(word + ", and then a letter, in a post"));
    String keys = word.equals("mark") ? Clipboard.SET : Clipboard.GO;
    return Clipboard.letter(
        app.pending(keys, -1), Key.of(letter.substring(0, letter.offsetByCodePoints(0, 1))));
  }

  private static Step command(Model app, String word) {
    for (Command command : Command.values()) {
      if (!command.word().equals(word)) continue;
      boolean here = command.group() == KeyContext.EVERYWHERE || command.group() == app.top().where();
      if (here && needsWords(command)) return Step.of(app.message(word + ", and then the words"));
      return here
          ? Update.run(app, command)
          : Step.of(app.message("“" + word + "” is for the " + command.group().title()));
    }
    return key(app, word);
  }

  /** Who knows the screen may use the words of its footer, and its keys. */
  private static Step key(Model app, String word) {
    for (Command command : Command.values()) {
      boolean here = command.group() == KeyContext.EVERYWHERE || command.group() == app.top().where();
      if (here && command.hint().replace(' ', '-').equals(word)) return Update.run(app, command);
    }
    Keymap.Lookup meaning = Keymap.standard().meaning(app.top().where(), word);
    if (meaning instanceof Keymap.Lookup.Bound run && !needsWords(run.command()))
      return Update.run(app, run.command());
    List<String> known = new ArrayList<>(WORDS);
    for (Command command : Command.values()) known.add(command.word());
    String near = DidYouMean.suggest(word, known);
    String hint = near == null ? "say help" : "did you mean " + near + "?";
    return Step.of(app.message("I do not know “" + word + "”; " + hint));
  }

  private static boolean needsWords(Command command) {
    return command == Command.FILTER || command == Command.SEARCH;
  }

  /** What is to be told of a state, a line each: all of it, the list, the page. */
  public static List<String> told(Model app) {
    return LinearView.lines(app, true);
  }

  /** What is to be told after a step: what was told before is not told again. */
  public static List<String> told(Model before, Model app) {
    if (before.top() instanceof Screen.ReaderScreen a
        && app.top() instanceof Screen.ReaderScreen b
        && b.find() != null
        && a.find() != b.find()) return LinearView.hit(app, b, !sameView(before, app));
    boolean listed = before.top() instanceof Screen.PostList && app.top() instanceof Screen.PostList;
    if (!listed || before.shelf() != app.shelf() || before.memory() != app.memory())
      return LinearView.lines(app, !sameView(before, app));
    int page = LinearView.page(app);
    int was = before.posts().selected();
    int is = app.posts().selected();
    if (was / page != is / page) return LinearView.lines(app, true);
    return was == is ? LinearView.lines(app, false) : LinearView.selected(app);
  }

  /** Whether two states show the same thing, so that only a message is worth telling. */
  private static boolean sameView(Model before, Model after) {
    if (before.top() instanceof Screen.ReaderScreen a && after.top() instanceof Screen.ReaderScreen b) {
      return a.top() == b.top() && a.page() == b.page();
    }
    if (before.top() instanceof Screen.PostList a && after.top() instanceof Screen.PostList b) {
      return a.top() == b.top() && a.selected() == b.selected() && before.shelf() == after.shelf();
    }
    return before.top() == after.top();
  }
}
