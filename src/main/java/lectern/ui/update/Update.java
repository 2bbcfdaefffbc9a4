package lectern.ui.update;

import java.util.List;
import lectern.post.BrokenPost;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.ui.Command;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.Key;
import lectern.ui.Keymap;
import lectern.ui.Model;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.Step;

/** What an event leads to: the next state, and what should be done outside. Pure. */
public final class Update {
  private Update() {}

  public static Step of(Model app, Event event) {
    Step next = handle(app, event);
    return new Step(Viewport.settle(next.model()), next.effects());
  }

  private static Step handle(Model app, Event event) {
    return switch (event) {
      case Event.KeyPressed pressed -> handleKey(app.message(""), pressed.key());
      case Event.Pasted pasted -> PromptUpdate.paste(app.message(""), pasted.text());
      case Event.Resized resized -> Step.of(PostOpening.relayout(app.size(resized.size())));
      case Event.MousePressed clicked -> MouseUpdate.handle(app.message(""), clicked);
      case Event.Disconnected _ -> quit(app);
      case Event.SuspendRequested _ -> suspend(app);
      case Event.Tick _ -> saveIfDirty(app);
      case Event.FirstFrameShown _ -> PostListUpdate.requestHashes(app);
      case Event.CatalogLoaded loaded -> PostListUpdate.replaceCatalog(app, loaded);
      case Event.LinkedPostFound visited -> LinkNavigation.openFound(app, visited);
      case Event.PostLoaded ready -> Step.of(PostOpening.showLoaded(app, ready));
      case Event.CopyFinished copied -> Step.of(Clipboard.showCopyResult(app, copied));
      case Event.HashesComputed identified ->
          Step.of(ProgressUpdate.applyHashes(app, identified.hashesByPath()));
      case Event.Notice told -> Step.of(app.message(told.message()));
      case Event.Failed failed ->
          Step.of(app.message(failed.message()).pendingOpen(null, app.lastRequestId()));
    };
  }

  private static Step handleKey(Model app, Key key) {
    Step typed = PromptUpdate.handleKey(app, key);
    if (typed != null) return typed;
    if (app.pendingKeys().equals(Clipboard.SET_MARK)
        || app.pendingKeys().equals(Clipboard.JUMP_TO_MARK))
      return Clipboard.handleMarkLetter(app, key);
    boolean begun = app.count() >= 0 || !app.pendingKeys().isEmpty();
    if (begun && key.name().equals("Esc")) return Step.of(app.withPendingInput("", -1));
    if (digit(app, key)) return digit(app, key.name().charAt(0) - '0');
    String keys = app.pendingKeys().isEmpty() ? key.name() : app.pendingKeys() + " " + key.name();
    return switch (app.keymap().lookUp(app.screen().keyContext(), keys)) {
      case Keymap.Lookup.Bound run -> run(app.withPendingInput("", app.count()), run.command());
      case Keymap.Lookup.Prefix _ -> Step.of(app.withPendingInput(keys, app.count()));
      case Keymap.Lookup.Unbound _ -> Step.of(app.withPendingInput("", -1));
    };
  }

  private static boolean digit(Model app, Key key) {
    if (!app.pendingKeys().isEmpty() || key.name().length() != 1) return false;
    char c = key.name().charAt(0);
    return c >= '0' && c <= '9';
  }

  private static Step digit(Model app, int digit) {
    int count = Math.min(Math.max(0, app.count()) * 10 + digit, 9_999_999);
    Model counted = app.withPendingInput("", count);
    if (!(app.screen() instanceof Screen.ReaderScreen reader) || reader.focusIndex() < 0)
      return Step.of(counted);
    return Step.of(LinkNavigation.jump(counted, reader, count));
  }

  /** Runs a command; the number typed before it is used up. */
  public static Step run(Model app, Command command) {
    int count = app.count();
    return dispatch(app.withPendingInput("", -1), command, count);
  }

  private static Step dispatch(Model app, Command command, int count) {
    return switch (command) {
      case LEAVE -> quit(app);
      case HELP -> openHelp(app);
      case REDRAW -> Step.of(app, new Effect.Redraw());
      case SUSPEND -> suspend(app);
      case THEME -> Clipboard.openThemePicker(app);
      case EDIT -> edit(app);
      default ->
          switch (app.screen()) {
            case Screen.PostList posts -> PostListUpdate.run(app, posts, command, count);
            case Screen.TagPicker tags -> TagPickerUpdate.run(app, tags, command);
            case Screen.ReaderScreen reader -> ReaderUpdate.run(app, reader, command, count);
            case Screen.Picker chooser -> PickerUpdate.run(app, chooser, command);
            case Screen.HelpScreen help -> Step.of(runInTextScreen(app, command, help.top()));
            case Screen.TextScreen text -> Step.of(runInTextScreen(app, command, text.top()));
          };
    };
  }

  /** One level back from help or shown text, or along it. */
  private static Model runInTextScreen(Model app, Command command, int top) {
    if (command == Command.QUIT || command == Command.BACK) return app.pop();
    return app.screen(
        switch (app.screen()) {
          case Screen.HelpScreen help ->
              new Screen.HelpScreen(help.context(), scrolledTop(app, command, top));
          case Screen.TextScreen text ->
              new Screen.TextScreen(
                  text.title(), text.note(), text.lines(), scrolledTop(app, command, top));
          default -> app.screen();
        });
  }

  private static int scrolledTop(Model app, Command command, int at) {
    return Math.max(
        0, targetIndex(command, at, 1, new ScreenMetrics(app.size()).listRows(), 1_000_000));
  }

  /**
   * Where a movement leads. @param count typed before it, or 1 @param page rows of a page @param
   * last the last index
   */
  static int targetIndex(Command command, int at, int count, int page, int last) {
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

  public static Step quit(Model app) {
    Model kept = ProgressUpdate.savePosition(app);
    Step leaving = Step.of(kept.withDirty(false), new Effect.Quit());
    return kept.hasUnsavedChanges()
        ? new Step(leaving.model(), List.of(new Effect.Save(kept.history()), new Effect.Quit()))
        : leaving;
  }

  private static Step saveIfDirty(Model app) {
    if (!app.hasUnsavedChanges()) return Step.of(app);
    Model kept = ProgressUpdate.savePosition(app);
    return Step.of(kept.withDirty(false), new Effect.Save(kept.history()));
  }

  private static Step openHelp(Model app) {
    if (app.screen() instanceof Screen.HelpScreen) return Step.of(app);
    return Step.of(app.push(new Screen.HelpScreen(app.screen().keyContext(), 0)));
  }

  private static Step suspend(Model app) {
    if (!app.preferences().local())
      return Step.of(app.message("There is nothing to suspend to over a network"));
    return Step.of(app, new Effect.Suspend());
  }

  private static Step edit(Model app) {
    if (!app.preferences().local())
      return Step.of(app.message("Posts can be edited only where they lie, not over a network"));
    Screen.ReaderScreen reader = app.screen() instanceof Screen.ReaderScreen open ? open : null;
    Entry entry =
        reader != null
            ? reader.post().entry()
            : app.screen() instanceof Screen.PostList ? app.selectedEntry() : null;
    if (entry == null) return Step.of(app);
    int line = reader == null ? errorLine(entry) : reader.page().sourceLine(reader.top());
    lectern.layout.ReadingPosition place =
        reader == null ? null : reader.page().positionOf(reader.top());
    int ticket = app.lastRequestId() + 1;
    Model waiting =
        reader == null
            ? app
            : app.pendingOpen(new Model.PendingOpen(ticket, app.navigation()), ticket);
    return Step.of(waiting, new Effect.Edit(entry, Math.max(1, line), place, ticket));
  }

  /** The line on which a post is broken: there the editor is wanted. */
  private static int errorLine(Entry entry) {
    return switch (entry) {
      case Post _ -> 1;
      case BrokenPost broken -> broken.reason().line();
    };
  }
}
