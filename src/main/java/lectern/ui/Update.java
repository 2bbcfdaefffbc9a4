package lectern.ui;

import java.util.List;
import lectern.post.BrokenPost;
import lectern.post.Entry;
import lectern.post.Post;

/** What an event leads to: the next state, and what should be done outside. Pure. */
public final class Update {
  private Update() {}

  public static Next of(App app, Event event) {
    Next next = handled(app, event);
    return new Next(Viewport.settled(next.app()), next.effects());
  }

  private static Next handled(App app, Event event) {
    return switch (event) {
      case Event.Pressed pressed -> pressed(app.message(""), pressed.key());
      case Event.Pasted pasted -> PromptUpdate.pasted(app.message(""), pasted.text());
      case Event.Resized resized -> Next.of(Reading.again(app.size(resized.size())));
      case Event.Clicked clicked -> MouseUpdate.clicked(app.message(""), clicked);
      case Event.Gone _ -> leave(app);
      case Event.Stopping _ -> suspend(app);
      case Event.Tick _ -> tick(app);
      case Event.Started _ -> PostListUpdate.identify(app);
      case Event.Loaded loaded -> PostListUpdate.loaded(app, loaded);
      case Event.Visited visited -> LinkNavigation.visited(app, visited);
      case Event.Ready ready -> Next.of(Reading.show(app, ready));
      case Event.Copied copied -> Next.of(Clipboard.copied(app, copied));
      case Event.Identified identified -> Next.of(Keeping.identified(app, identified.hashes()));
      case Event.Told told -> Next.of(app.message(told.sentence()));
      case Event.Failed failed ->
          Next.of(app.message(failed.sentence()).waiting(null, app.ticket()));
    };
  }

  private static Next pressed(App app, Key key) {
    Next typed = PromptUpdate.typed(app, key);
    if (typed != null) return typed;
    if (app.keys().equals(Clipboard.SET) || app.keys().equals(Clipboard.GO))
      return Clipboard.letter(app, key);
    boolean begun = app.count() >= 0 || !app.keys().isEmpty();
    if (begun && key.name().equals("Esc")) return Next.of(app.pending("", -1));
    if (digit(app, key)) return digit(app, key.name().charAt(0) - '0');
    String keys = app.keys().isEmpty() ? key.name() : app.keys() + " " + key.name();
    return switch (app.keymap().meaning(app.top().where(), keys)) {
      case Keymap.Lookup.Bound run -> run(app.pending("", app.count()), run.command());
      case Keymap.Lookup.Prefix _ -> Next.of(app.pending(keys, app.count()));
      case Keymap.Lookup.Unbound _ -> Next.of(app.pending("", -1));
    };
  }

  private static boolean digit(App app, Key key) {
    if (!app.keys().isEmpty() || key.name().length() != 1) return false;
    char c = key.name().charAt(0);
    return c >= '0' && c <= '9';
  }

  private static Next digit(App app, int digit) {
    int count = Math.min(Math.max(0, app.count()) * 10 + digit, 9_999_999);
    App counted = app.pending("", count);
    if (!(app.top() instanceof Screen.Reader reader) || reader.focus() < 0) return Next.of(counted);
    return Next.of(LinkNavigation.jump(counted, reader, count));
  }

  /** Runs a command; the number typed before it is used up. */
  static Next run(App app, Command command) {
    int count = app.count();
    return command(app.pending("", -1), command, count);
  }

  private static Next command(App app, Command command, int count) {
    return switch (command) {
      case LEAVE -> leave(app);
      case HELP -> help(app);
      case REDRAW -> Next.of(app, new Effect.Redraw());
      case SUSPEND -> suspend(app);
      case THEME -> Clipboard.themes(app);
      case EDIT -> edit(app);
      default ->
          switch (app.top()) {
            case Screen.Posts posts -> PostListUpdate.run(app, posts, command, count);
            case Screen.Tags tags -> TagPickerUpdate.run(app, tags, command);
            case Screen.Reader reader -> ReaderUpdate.run(app, reader, command, count);
            case Screen.Chooser chooser -> PickerUpdate.run(app, chooser, command);
            case Screen.Help help -> Next.of(shown(app, command, help.top()));
            case Screen.Text text -> Next.of(shown(app, command, text.top()));
          };
    };
  }

  /** One level back from help or shown text, or along it. */
  private static App shown(App app, Command command, int top) {
    if (command == Command.QUIT || command == Command.BACK) return app.pop();
    return app.top(
        switch (app.top()) {
          case Screen.Help help -> new Screen.Help(help.about(), along(app, command, top));
          case Screen.Text text ->
              new Screen.Text(text.title(), text.note(), text.lines(), along(app, command, top));
          default -> app.top();
        });
  }

  private static int along(App app, Command command, int at) {
    return Math.max(0, moved(command, at, 1, new Geometry(app.size()).listRows(), 1_000_000));
  }

  /**
   * Where a movement leads. @param count typed before it, or 1 @param page rows of a page @param
   * last the last index
   */
  static int moved(Command command, int at, int count, int page, int last) {
    long step = Math.max(1, count);
    long to =
        switch (command) {
          case DOWN -> at + step;
          case UP -> at - step;
          case PAGE_DOWN -> at + step * page;
          case PAGE_UP -> at - step * page;
          case HALF_DOWN -> at + step * Math.max(1, page / 2);
          case HALF_UP -> at - step * Math.max(1, page / 2);
          case START -> 0;
          case END -> last;
          default -> at;
        };
    return (int) Math.max(0, Math.min(to, last));
  }

  static Next leave(App app) {
    App kept = Keeping.place(app);
    Next leaving = Next.of(kept.dirty(false), new Effect.Leave());
    return kept.unsaved()
        ? new Next(leaving.app(), List.of(new Effect.Save(kept.memory()), new Effect.Leave()))
        : leaving;
  }

  private static Next tick(App app) {
    if (!app.unsaved()) return Next.of(app);
    App kept = Keeping.place(app);
    return Next.of(kept.dirty(false), new Effect.Save(kept.memory()));
  }

  private static Next help(App app) {
    if (app.top() instanceof Screen.Help) return Next.of(app);
    return Next.of(app.push(new Screen.Help(app.top().where(), 0)));
  }

  private static Next suspend(App app) {
    if (!app.preferences().local())
      return Next.of(app.message("There is nothing to suspend to over a network"));
    return Next.of(app, new Effect.Suspend());
  }

  private static Next edit(App app) {
    if (!app.preferences().local())
      return Next.of(app.message("Posts can be edited only where they lie, not over a network"));
    Screen.Reader reader = app.top() instanceof Screen.Reader open ? open : null;
    Entry entry =
        reader != null
            ? reader.opened().entry()
            : app.top() instanceof Screen.Posts ? app.selected() : null;
    if (entry == null) return Next.of(app);
    int line = reader == null ? mistake(entry) : reader.page().sourceLine(reader.top());
    lectern.layout.ReadingPosition place =
        reader == null ? null : reader.page().positionOf(reader.top());
    int ticket = app.ticket() + 1;
    App waiting = reader == null ? app : app.waiting(new App.Waiting(ticket, app.trail()), ticket);
    return Next.of(waiting, new Effect.Edit(entry, Math.max(1, line), place, ticket));
  }

  /** The line on which a post is broken: there the editor is wanted. */
  private static int mistake(Entry entry) {
    return switch (entry) {
      case Post _ -> 1;
      case BrokenPost broken -> broken.reason().line();
    };
  }
}
