package lectern.ui;

import java.util.List;
import lectern.post.BrokenPost;
import lectern.post.Entry;
import lectern.post.Post;

/** What an event leads to: the next state, and what should be done outside. Pure. */
public final class Update {
  private Update() {}

  public static Step of(Model app, Event event) {
    Step next = handled(app, event);
    return new Step(Viewport.settled(next.app()), next.effects());
  }

  private static Step handled(Model app, Event event) {
    return switch (event) {
      case Event.KeyPressed pressed -> pressed(app.message(""), pressed.key());
      case Event.Pasted pasted -> PromptUpdate.pasted(app.message(""), pasted.text());
      case Event.Resized resized -> Step.of(PostOpening.again(app.size(resized.size())));
      case Event.MousePressed clicked -> MouseUpdate.clicked(app.message(""), clicked);
      case Event.Disconnected _ -> leave(app);
      case Event.SuspendRequested _ -> suspend(app);
      case Event.Tick _ -> tick(app);
      case Event.FirstFrameShown _ -> PostListUpdate.identify(app);
      case Event.CatalogLoaded loaded -> PostListUpdate.loaded(app, loaded);
      case Event.LinkedPostFound visited -> LinkNavigation.visited(app, visited);
      case Event.PostLoaded ready -> Step.of(PostOpening.show(app, ready));
      case Event.CopyFinished copied -> Step.of(Clipboard.copied(app, copied));
      case Event.HashesComputed identified -> Step.of(ProgressUpdate.identified(app, identified.hashes()));
      case Event.Notice told -> Step.of(app.message(told.sentence()));
      case Event.Failed failed ->
          Step.of(app.message(failed.sentence()).waiting(null, app.ticket()));
    };
  }

  private static Step pressed(Model app, Key key) {
    Step typed = PromptUpdate.typed(app, key);
    if (typed != null) return typed;
    if (app.keys().equals(Clipboard.SET) || app.keys().equals(Clipboard.GO))
      return Clipboard.letter(app, key);
    boolean begun = app.count() >= 0 || !app.keys().isEmpty();
    if (begun && key.name().equals("Esc")) return Step.of(app.pending("", -1));
    if (digit(app, key)) return digit(app, key.name().charAt(0) - '0');
    String keys = app.keys().isEmpty() ? key.name() : app.keys() + " " + key.name();
    return switch (app.keymap().meaning(app.top().where(), keys)) {
      case Keymap.Lookup.Bound run -> run(app.pending("", app.count()), run.command());
      case Keymap.Lookup.Prefix _ -> Step.of(app.pending(keys, app.count()));
      case Keymap.Lookup.Unbound _ -> Step.of(app.pending("", -1));
    };
  }

  private static boolean digit(Model app, Key key) {
    if (!app.keys().isEmpty() || key.name().length() != 1) return false;
    char c = key.name().charAt(0);
    return c >= '0' && c <= '9';
  }

  private static Step digit(Model app, int digit) {
    int count = Math.min(Math.max(0, app.count()) * 10 + digit, 9_999_999);
    Model counted = app.pending("", count);
    if (!(app.top() instanceof Screen.ReaderScreen reader) || reader.focus() < 0) return Step.of(counted);
    return Step.of(LinkNavigation.jump(counted, reader, count));
  }

  /** Runs a command; the number typed before it is used up. */
  static Step run(Model app, Command command) {
    int count = app.count();
    return command(app.pending("", -1), command, count);
  }

  private static Step command(Model app, Command command, int count) {
    return switch (command) {
      case LEAVE -> leave(app);
      case HELP -> help(app);
      case REDRAW -> Step.of(app, new Effect.Redraw());
      case SUSPEND -> suspend(app);
      case THEME -> Clipboard.themes(app);
      case EDIT -> edit(app);
      default ->
          switch (app.top()) {
            case Screen.PostList posts -> PostListUpdate.run(app, posts, command, count);
            case Screen.TagPicker tags -> TagPickerUpdate.run(app, tags, command);
            case Screen.ReaderScreen reader -> ReaderUpdate.run(app, reader, command, count);
            case Screen.Picker chooser -> PickerUpdate.run(app, chooser, command);
            case Screen.HelpScreen help -> Step.of(shown(app, command, help.top()));
            case Screen.TextScreen text -> Step.of(shown(app, command, text.top()));
          };
    };
  }

  /** One level back from help or shown text, or along it. */
  private static Model shown(Model app, Command command, int top) {
    if (command == Command.QUIT || command == Command.BACK) return app.pop();
    return app.top(
        switch (app.top()) {
          case Screen.HelpScreen help -> new Screen.HelpScreen(help.about(), along(app, command, top));
          case Screen.TextScreen text ->
              new Screen.TextScreen(text.title(), text.note(), text.lines(), along(app, command, top));
          default -> app.top();
        });
  }

  private static int along(Model app, Command command, int at) {
    return Math.max(0, moved(command, at, 1, new ScreenMetrics(app.size()).listRows(), 1_000_000));
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

  static Step leave(Model app) {
    Model kept = ProgressUpdate.place(app);
    Step leaving = Step.of(kept.dirty(false), new Effect.Quit());
    return kept.unsaved()
        ? new Step(leaving.app(), List.of(new Effect.Save(kept.memory()), new Effect.Quit()))
        : leaving;
  }

  private static Step tick(Model app) {
    if (!app.unsaved()) return Step.of(app);
    Model kept = ProgressUpdate.place(app);
    return Step.of(kept.dirty(false), new Effect.Save(kept.memory()));
  }

  private static Step help(Model app) {
    if (app.top() instanceof Screen.HelpScreen) return Step.of(app);
    return Step.of(app.push(new Screen.HelpScreen(app.top().where(), 0)));
  }

  private static Step suspend(Model app) {
    if (!app.preferences().local())
      return Step.of(app.message("There is nothing to suspend to over a network"));
    return Step.of(app, new Effect.Suspend());
  }

  private static Step edit(Model app) {
    if (!app.preferences().local())
      return Step.of(app.message("Posts can be edited only where they lie, not over a network"));
    Screen.ReaderScreen reader = app.top() instanceof Screen.ReaderScreen open ? open : null;
    Entry entry =
        reader != null
            ? reader.opened().entry()
            : app.top() instanceof Screen.PostList ? app.selected() : null;
    if (entry == null) return Step.of(app);
    int line = reader == null ? mistake(entry) : reader.page().sourceLine(reader.top());
    lectern.layout.ReadingPosition place =
        reader == null ? null : reader.page().positionOf(reader.top());
    int ticket = app.ticket() + 1;
    Model waiting = reader == null ? app : app.waiting(new Model.PendingOpen(ticket, app.trail()), ticket);
    return Step.of(waiting, new Effect.Edit(entry, Math.max(1, line), place, ticket));
  }

  /** The line on which a post is broken: there the editor is wanted. */
  private static int mistake(Entry entry) {
    return switch (entry) {
      case Post _ -> 1;
      case BrokenPost broken -> broken.reason().line();
    };
  }
}
