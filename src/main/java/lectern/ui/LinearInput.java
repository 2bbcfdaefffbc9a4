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
  public static App spoken(App app) {
    List<Keymap.Binding> words = new ArrayList<>();
    for (Command command : Command.values())
      words.add(new Keymap.Binding(command.group(), command.word(), command));
    return app.keymap(new Keymap(List.copyOf(words)));
  }

  /** What a typed line leads to. An empty one goes on. */
  public static Next said(App app, String line) {
    App ready = app.message("");
    String words = line.strip();
    if (words.isEmpty()) return on(ready);
    int space = words.indexOf(' ');
    String first =
        (space < 0 ? words : words.substring(0, space)).toLowerCase(java.util.Locale.ROOT);
    String rest = space < 0 ? "" : words.substring(space + 1).strip();
    Next next =
        isNumber(words) ? numbered(ready, Integer.parseInt(words)) : worded(ready, first, rest);
    return new Next(Viewport.settled(next.app()), next.effects());
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    return text.length() < 8;
  }

  private static Next on(App app) {
    if (app.top() instanceof Screen.Posts posts) return Next.of(onward(app, posts));
    if (!(app.top() instanceof Screen.Reader reader))
      return settled(Update.run(app, Command.PAGE_DOWN));
    int to = reader.top() + new Geometry(app.size()).pageRows();
    if (to < reader.page().lines().size()) return Next.of(Reading.to(app, reader, to));
    return Next.of(app.message("End of the post"));
  }

  /** The next part of the list, from its first entry. */
  private static App onward(App app, Screen.Posts posts) {
    int page = LinearView.page(app);
    int to = (posts.selected() / page + 1) * page;
    return to < app.shelf().shown().size()
        ? Viewport.settled(app.posts(posts.at(to)))
        : app.message("End of the list; start goes to its start");
  }

  private static Next settled(Next next) {
    return new Next(Viewport.settled(next.app()), next.effects());
  }

  private static Next numbered(App app, int number) {
    int at = number - 1;
    return switch (app.top()) {
      case Screen.Posts _ -> {
        List<Entry> shown = app.shelf().shown();
        yield at < 0 || at >= shown.size()
            ? none(app, number)
            : PostListUpdate.open(app.posts(app.posts().at(at)), shown.get(at));
      }
      case Screen.Tags tags ->
          at < 0 || at >= tags.shown().size()
              ? none(app, number)
              : Next.of(TagPickerUpdate.turn(app, tags.at(at)));
      case Screen.Chooser chooser ->
          at < 0 || at >= chooser.shown().size()
              ? none(app, number)
              : PickerUpdate.chosen(app, chooser, chooser.shown().get(at));
      case Screen.Reader reader -> link(app, reader, number);
      case Screen.Help _, Screen.Text _ -> Next.of(app.pop());
    };
  }

  private static Next none(App app, int number) {
    return Next.of(app.message("There is no number " + number + " here"));
  }

  private static Next link(App app, Screen.Reader reader, int number) {
    List<FocusTarget> stops = FocusTarget.of(reader.page());
    if (number < 1 || number > stops.size()) return none(app, number);
    return LinkNavigation.act(app, reader, stops.get(number - 1));
  }

  private static Next worded(App app, String word, String rest) {
    return switch (word) {
      case "quit", "exit", "bye", "q" -> Update.leave(app);
      case "list" -> Next.of(list(app));
      case "filter" -> Next.of(PostListUpdate.select(list(app), app.shelf().query().withText(rest)));
      case "find", "search" -> find(app, rest);
      case "tag", "with" -> Next.of(tag(app, rest, true));
      case "without" -> Next.of(tag(app, rest, false));
      case "clear" ->
          Next.of(PostListUpdate.select(list(app), TagSelection.none(app.shelf().query()).withText("")));
      case "link", "open", "read" ->
          isNumber(rest) && !rest.isEmpty()
              ? numbered(app, Integer.parseInt(rest))
              : command(app, word);
      case "links" -> Next.of(links(app));
      case "percent" -> percent(app, rest);
      case "mark", "go" -> mark(app, word, rest);
      default -> command(app, rest.isEmpty() ? word : word + "-" + rest.replace(' ', '-'));
    };
  }

  private static App links(App app) {
    if (!(app.top() instanceof Screen.Reader reader))
      return app.message("“links” is for the reader");
    List<Screen.Choice> choices = LinkNavigation.choices(app, reader);
    return choices.isEmpty()
        ? app.message("This post has no links")
        : app.push(Screen.Chooser.of(Screen.Kind.LINKS, "links", choices, -1));
  }

  private static App list(App app) {
    App kept = Keeping.place(app);
    while (kept.screens().size() > 1) kept = kept.pop();
    return kept;
  }

  private static Next find(App app, String words) {
    if (!(app.top() instanceof Screen.Reader reader)) return worded(app, "filter", words);
    if (words.isEmpty()) return Next.of(app.message("find, and then the words"));
    App typed = SearchUpdate.typed(app, SearchUpdate.begin(reader), Prompt.of(words));
    App done = SearchUpdate.accepted(typed, typed.reader());
    Find find = done.reader().find();
    if (find == null || find.current() < 0) return Next.of(done);
    return Next.of(Reading.to(done, done.reader(), find.hits().get(find.current()).row()));
  }

  private static App tag(App app, String name, boolean with) {
    if (name.isEmpty()) return TagPickerUpdate.open(list(app));
    Tag tag = Tag.of(name.startsWith("#") ? name.substring(1) : name);
    App list = list(app);
    if (!app.shelf().tags().contains(tag)) return list.message("No post has the tag " + name);
    lectern.post.Query query = list.shelf().query();
    boolean already = with ? TagSelection.isWith(query, tag) : TagSelection.isWithout(query, tag);
    lectern.post.Query next = query;
    while (!already && !(with ? TagSelection.isWith(next, tag) : TagSelection.isWithout(next, tag)))
      next = TagSelection.turned(next, tag);
    return PostListUpdate.select(list, next);
  }

  private static Next percent(App app, String rest) {
    String digits = rest.replace("%", "").strip();
    if (digits.isEmpty() || !isNumber(digits))
      return Next.of(app.message("percent, and then a number"));
    return Update.run(app.pending("", Integer.parseInt(digits)), Command.PERCENT);
  }

  private static Next mark(App app, String word, String letter) {
    if (letter.isEmpty() || !(app.top() instanceof Screen.Reader))
      return Next.of(app.message(word + ", and then a letter, in a post"));
    String keys = word.equals("mark") ? Clipboard.SET : Clipboard.GO;
    return Clipboard.letter(
        app.pending(keys, -1), Key.of(letter.substring(0, letter.offsetByCodePoints(0, 1))));
  }

  private static Next command(App app, String word) {
    for (Command command : Command.values()) {
      if (!command.word().equals(word)) continue;
      boolean here = command.group() == Where.EVERYWHERE || command.group() == app.top().where();
      if (here && needsWords(command)) return Next.of(app.message(word + ", and then the words"));
      return here
          ? Update.run(app, command)
          : Next.of(app.message("“" + word + "” is for the " + command.group().title()));
    }
    return key(app, word);
  }

  /** Who knows the screen may use the words of its footer, and its keys. */
  private static Next key(App app, String word) {
    for (Command command : Command.values()) {
      boolean here = command.group() == Where.EVERYWHERE || command.group() == app.top().where();
      if (here && command.hint().replace(' ', '-').equals(word)) return Update.run(app, command);
    }
    Keymap.Lookup meaning = Keymap.standard().meaning(app.top().where(), word);
    if (meaning instanceof Keymap.Lookup.Bound run && !needsWords(run.command()))
      return Update.run(app, run.command());
    List<String> known = new ArrayList<>(WORDS);
    for (Command command : Command.values()) known.add(command.word());
    String near = DidYouMean.suggest(word, known);
    String hint = near == null ? "say help" : "did you mean " + near + "?";
    return Next.of(app.message("I do not know “" + word + "”; " + hint));
  }

  private static boolean needsWords(Command command) {
    return command == Command.FILTER || command == Command.SEARCH;
  }

  /** What is to be told of a state, a line each: all of it, the list, the page. */
  public static List<String> told(App app) {
    return LinearView.lines(app, true);
  }

  /** What is to be told after a step: what was told before is not told again. */
  public static List<String> told(App before, App app) {
    if (before.top() instanceof Screen.Reader a
        && app.top() instanceof Screen.Reader b
        && b.find() != null
        && a.find() != b.find()) return LinearView.hit(app, b, !sameView(before, app));
    boolean listed = before.top() instanceof Screen.Posts && app.top() instanceof Screen.Posts;
    if (!listed || before.shelf() != app.shelf() || before.memory() != app.memory())
      return LinearView.lines(app, !sameView(before, app));
    int page = LinearView.page(app);
    int was = before.posts().selected();
    int is = app.posts().selected();
    if (was / page != is / page) return LinearView.lines(app, true);
    return was == is ? LinearView.lines(app, false) : LinearView.selected(app);
  }

  /** Whether two states show the same thing, so that only a message is worth telling. */
  private static boolean sameView(App before, App after) {
    if (before.top() instanceof Screen.Reader a && after.top() instanceof Screen.Reader b) {
      return a.top() == b.top() && a.page() == b.page();
    }
    if (before.top() instanceof Screen.Posts a && after.top() instanceof Screen.Posts b) {
      return a.top() == b.top() && a.selected() == b.selected() && before.shelf() == after.shelf();
    }
    return before.top() == after.top();
  }
}
