package lectern.ui;

import java.util.List;
import lectern.layout.Page;
import lectern.post.Entry;

/** The keys of a post that is open. */
final class ReaderUpdate {
  private static final int SIDEWAYS = 8;
  private static final int NARROWEST = 20;
  private static final int STEP = 4;

  private ReaderUpdate() {}

  static Step run(Model app, Screen.ReaderScreen reader, Command command, int count) {
    return switch (command) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP ->
          Step.of(scrolled(app, reader, command, count));
      case START, END -> Step.of(ends(app, reader, command, count));
      case PERCENT -> Step.of(percent(app, reader, count));
      case SEARCH -> Step.of(app.reader(SearchUpdate.begin(reader)));
      case NEXT_HIT -> Step.of(SearchUpdate.next(app, reader, Math.max(1, count)));
      case PREVIOUS_HIT -> Step.of(SearchUpdate.next(app, reader, -Math.max(1, count)));
      case OUTLINE -> Step.of(PickerUpdate.outline(app, reader));
      case NEXT_HEADING -> Step.of(heading(app, reader, Math.max(1, count)));
      case PREVIOUS_HEADING -> Step.of(heading(app, reader, -Math.max(1, count)));
      case NEXT_LINK -> Step.of(LinkNavigation.step(app, reader, 1));
      case PREVIOUS_LINK -> Step.of(LinkNavigation.step(app, reader, -1));
      case FOLLOW -> LinkNavigation.follow(app, reader);
      case OLDER -> older(app, reader);
      case NEWER -> newer(app, reader);
      case NEXT_POST -> neighbour(app, reader, Math.max(1, count));
      case PREVIOUS_POST -> neighbour(app, reader, -Math.max(1, count));
      case COPY_CODE -> Clipboard.code(app, reader);
      case COPY_ADDRESS -> Clipboard.address(app, reader);
      case SET_MARK -> Step.of(app.pending(Clipboard.SET, -1).message("Mark: press a letter"));
      case GO_MARK -> Step.of(app.pending(Clipboard.GO, -1).message("Go to mark: press its letter"));
      case WRAP_CODE -> Step.of(wrap(app));
      case RIGHT -> Step.of(right(app, reader));
      case LEFT ->
          reader.left() > 0
              ? Step.of(app.reader(reader.left(Math.max(0, reader.left() - SIDEWAYS))))
              : back(app, reader);
      case NARROWER -> Step.of(width(app, -STEP));
      case WIDER -> Step.of(width(app, STEP));
      case BACK -> back(app, reader);
      case QUIT -> Step.of(closed(app));
      default -> Step.of(app);
    };
  }

  private static Model scrolled(Model app, Screen.ReaderScreen reader, Command command, int count) {
    int rows = new ScreenMetrics(app.size()).pageRows();
    int page = Math.max(1, rows - (rows > 6 ? 2 : 0));
    int to = Update.moved(command, reader.top(), count, page, Integer.MAX_VALUE);
    Model moved = PostOpening.scrolled(app, reader, to - reader.top());
    boolean stuck = moved.reader().top() == reader.top();
    if (!stuck || to <= reader.top()) return moved;
    return moved.message("End of the post");
  }

  private static Model ends(Model app, Screen.ReaderScreen reader, Command command, int count) {
    if (count > 0) return PostOpening.to(app, reader, count - 1);
    return PostOpening.to(app, reader, command == Command.START ? 0 : PostOpening.lastTop(app, reader));
  }

  private static Model percent(Model app, Screen.ReaderScreen reader, int count) {
    if (count < 0) return app.message("A number first: 50%");
    return PostOpening.to(
        app, reader, (int) (PostOpening.lastTop(app, reader) * (long) Math.min(100, count) / 100));
  }

  private static Model heading(Model app, Screen.ReaderScreen reader, int step) {
    List<Page.Heading> headings = reader.headings();
    int at = PostOpening.heading(reader, reader.top());
    boolean on = at >= 0 && headings.get(at).row() == reader.top();
    int to = step > 0 ? at + step : (on ? at : at + 1) + step;
    if (headings.isEmpty()) return app.message("This post has no headings");
    if (to < 0) return PostOpening.to(app, reader, 0);
    int last = headings.size() - 1;
    if (at == last && to > last) return app.message("No heading further down");
    return PostOpening.to(app, reader, headings.get(Math.min(to, last)).row());
  }

  private static Step older(Model app, Screen.ReaderScreen reader) {
    List<NavigationHistory.Location> back = app.trail().back();
    if (back.isEmpty()) return Step.of(app.message("Nothing further back"));
    return go(app, reader, back.getLast(), app.trail().older(PostOpening.here(reader)));
  }

  private static Step newer(Model app, Screen.ReaderScreen reader) {
    List<NavigationHistory.Location> forward = app.trail().forward();
    if (forward.isEmpty()) return Step.of(app.message("Nothing further forward"));
    return go(app, reader, forward.getLast(), app.trail().newer(PostOpening.here(reader)));
  }

  /** To a place in this post or another. */
  static Step go(Model app, Screen.ReaderScreen reader, NavigationHistory.Location to, NavigationHistory trail) {
    if (reader != null && to.path().equals(PostOpening.key(reader.opened().entry()))) {
      Screen.ReaderScreen back = PostOpening.focused(reader, to.focus());
      return Step.of(PostOpening.to(app.trail(trail), back, reader.page().relocate(to.place())));
    }
    return PostOpening.ask(app, to.path(), new OpenTarget.AtPosition(to.place(), to.focus()), trail);
  }

  /** The post after this one in the list, or before it; the list's bar goes along. */
  private static Step neighbour(Model app, Screen.ReaderScreen reader, int step) {
    int at = app.shelf().indexOf(reader.opened().entry());
    if (at < 0) return Step.of(app.message("This post is not in the list"));
    int last = app.shelf().shown().size() - 1;
    if (step > 0 && at == last) return Step.of(app.message("This is the last post of the list"));
    if (step < 0 && at == 0) return Step.of(app.message("This is the first post of the list"));
    int to = ScreenMetrics.clamp(at + step, last);
    Entry entry = app.shelf().shown().get(to);
    Model moved = app.posts(app.posts().at(to));
    return PostOpening.ask(moved, entry, OpenTarget.KEPT, app.trail().left(PostOpening.here(reader)));
  }

  private static Model wrap(Model app) {
    boolean wrap = !app.preferences().wrapCode();
    Model next = PostOpening.again(app.preferences(app.preferences().wrapCode(wrap)));
    String right = app.keymap().key(Command.RIGHT);
    return next.message(
        wrap
            ? "Long lines of code are wrapped"
            : "Long lines of code are not wrapped; " + right + " shows the rest");
  }

  private static Model right(Model app, Screen.ReaderScreen reader) {
    if (app.preferences().wrapCode()) return app;
    int widest = 0;
    int columns = new ScreenMetrics(app.size()).pageColumns(app.preferences().width());
    for (lectern.text.Line line : ReaderView.visible(app, reader))
      widest = Math.max(widest, line.width());
    int most = Math.max(0, widest - columns);
    return reader.left() >= most
        ? app
        : app.reader(reader.left(Math.min(most, reader.left() + SIDEWAYS)));
  }

  private static Model width(Model app, int step) {
    ScreenMetrics geometry = new ScreenMetrics(app.size());
    int now = geometry.pageColumns(app.preferences().width());
    int to = Math.max(Math.min(NARROWEST, now), now + step);
    int fits = geometry.pageColumns(to);
    if (fits == now)
      return app.message(step > 0 ? "As wide as the screen" : "As narrow as it gets");
    return PostOpening.again(app.preferences(app.preferences().width(fits))).message(fits + " columns");
  }

  /** One thing back: the search lights, the focus, the link that was followed, the list. */
  private static Step back(Model app, Screen.ReaderScreen reader) {
    if (reader.find() != null) return Step.of(app.reader(reader.find(null)));
    if (reader.focus() >= 0) return Step.of(app.reader(reader.focus(-1)));
    if (!app.trail().back().isEmpty()) return older(app, reader);
    return Step.of(closed(app));
  }

  /** Back to the list, with the bar on what was read. */
  private static Model closed(Model app) {
    Model kept = ProgressUpdate.place(app);
    int at = kept.shelf().indexOf(kept.reader().opened().entry());
    Model list = kept.pop().waiting(null, kept.ticket());
    return at < 0 ? list : list.posts(list.posts().at(at));
  }
}
