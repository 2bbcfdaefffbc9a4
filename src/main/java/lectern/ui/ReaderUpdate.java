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

  static Next run(App app, Screen.Reader reader, Command command, int count) {
    return switch (command) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP ->
          Next.of(scrolled(app, reader, command, count));
      case START, END -> Next.of(ends(app, reader, command, count));
      case PERCENT -> Next.of(percent(app, reader, count));
      case SEARCH -> Next.of(app.reader(SearchUpdate.begin(reader)));
      case NEXT_HIT -> Next.of(SearchUpdate.next(app, reader, Math.max(1, count)));
      case PREVIOUS_HIT -> Next.of(SearchUpdate.next(app, reader, -Math.max(1, count)));
      case OUTLINE -> Next.of(PickerUpdate.outline(app, reader));
      case NEXT_HEADING -> Next.of(heading(app, reader, Math.max(1, count)));
      case PREVIOUS_HEADING -> Next.of(heading(app, reader, -Math.max(1, count)));
      case NEXT_LINK -> Next.of(LinkNavigation.step(app, reader, 1));
      case PREVIOUS_LINK -> Next.of(LinkNavigation.step(app, reader, -1));
      case FOLLOW -> LinkNavigation.follow(app, reader);
      case OLDER -> older(app, reader);
      case NEWER -> newer(app, reader);
      case NEXT_POST -> neighbour(app, reader, Math.max(1, count));
      case PREVIOUS_POST -> neighbour(app, reader, -Math.max(1, count));
      case COPY_CODE -> Clipboard.code(app, reader);
      case COPY_ADDRESS -> Clipboard.address(app, reader);
      case SET_MARK -> Next.of(app.pending(Clipboard.SET, -1).message("Mark: press a letter"));
      case GO_MARK -> Next.of(app.pending(Clipboard.GO, -1).message("Go to mark: press its letter"));
      case WRAP_CODE -> Next.of(wrap(app));
      case RIGHT -> Next.of(right(app, reader));
      case LEFT ->
          reader.left() > 0
              ? Next.of(app.reader(reader.left(Math.max(0, reader.left() - SIDEWAYS))))
              : back(app, reader);
      case NARROWER -> Next.of(width(app, -STEP));
      case WIDER -> Next.of(width(app, STEP));
      case BACK -> back(app, reader);
      case QUIT -> Next.of(closed(app));
      default -> Next.of(app);
    };
  }

  private static App scrolled(App app, Screen.Reader reader, Command command, int count) {
    int rows = new Geometry(app.size()).pageRows();
    int page = Math.max(1, rows - (rows > 6 ? 2 : 0));
    int to = Update.moved(command, reader.top(), count, page, Integer.MAX_VALUE);
    App moved = Reading.scrolled(app, reader, to - reader.top());
    boolean stuck = moved.reader().top() == reader.top();
    if (!stuck || to <= reader.top()) return moved;
    return moved.message("End of the post");
  }

  private static App ends(App app, Screen.Reader reader, Command command, int count) {
    if (count > 0) return Reading.to(app, reader, count - 1);
    return Reading.to(app, reader, command == Command.START ? 0 : Reading.lastTop(app, reader));
  }

  private static App percent(App app, Screen.Reader reader, int count) {
    if (count < 0) return app.message("A number first: 50%");
    return Reading.to(
        app, reader, (int) (Reading.lastTop(app, reader) * (long) Math.min(100, count) / 100));
  }

  private static App heading(App app, Screen.Reader reader, int step) {
    List<Page.Heading> headings = reader.headings();
    int at = Reading.heading(reader, reader.top());
    boolean on = at >= 0 && headings.get(at).row() == reader.top();
    int to = step > 0 ? at + step : (on ? at : at + 1) + step;
    if (headings.isEmpty()) return app.message("This post has no headings");
    if (to < 0) return Reading.to(app, reader, 0);
    int last = headings.size() - 1;
    if (at == last && to > last) return app.message("No heading further down");
    return Reading.to(app, reader, headings.get(Math.min(to, last)).row());
  }

  private static Next older(App app, Screen.Reader reader) {
    List<Trail.Stop> back = app.trail().back();
    if (back.isEmpty()) return Next.of(app.message("Nothing further back"));
    return go(app, reader, back.getLast(), app.trail().older(Reading.here(reader)));
  }

  private static Next newer(App app, Screen.Reader reader) {
    List<Trail.Stop> forward = app.trail().forward();
    if (forward.isEmpty()) return Next.of(app.message("Nothing further forward"));
    return go(app, reader, forward.getLast(), app.trail().newer(Reading.here(reader)));
  }

  /** To a place in this post or another. */
  static Next go(App app, Screen.Reader reader, Trail.Stop to, Trail trail) {
    if (reader != null && to.path().equals(Reading.key(reader.opened().entry()))) {
      Screen.Reader back = Reading.focused(reader, to.focus());
      return Next.of(Reading.to(app.trail(trail), back, reader.page().relocate(to.place())));
    }
    return Reading.ask(app, to.path(), new Goal.At(to.place(), to.focus()), trail);
  }

  /** The post after this one in the list, or before it; the list's bar goes along. */
  private static Next neighbour(App app, Screen.Reader reader, int step) {
    int at = app.shelf().indexOf(reader.opened().entry());
    if (at < 0) return Next.of(app.message("This post is not in the list"));
    int last = app.shelf().shown().size() - 1;
    if (step > 0 && at == last) return Next.of(app.message("This is the last post of the list"));
    if (step < 0 && at == 0) return Next.of(app.message("This is the first post of the list"));
    int to = Geometry.clamp(at + step, last);
    Entry entry = app.shelf().shown().get(to);
    App moved = app.posts(app.posts().at(to));
    return Reading.ask(moved, entry, Goal.KEPT, app.trail().left(Reading.here(reader)));
  }

  private static App wrap(App app) {
    boolean wrap = !app.preferences().wrapCode();
    App next = Reading.again(app.preferences(app.preferences().wrapCode(wrap)));
    String right = app.keymap().key(Command.RIGHT);
    return next.message(
        wrap
            ? "Long lines of code are wrapped"
            : "Long lines of code are not wrapped; " + right + " shows the rest");
  }

  private static App right(App app, Screen.Reader reader) {
    if (app.preferences().wrapCode()) return app;
    int widest = 0;
    int columns = new Geometry(app.size()).pageColumns(app.preferences().width());
    for (lectern.text.Line line : ReaderView.visible(app, reader))
      widest = Math.max(widest, line.width());
    int most = Math.max(0, widest - columns);
    return reader.left() >= most
        ? app
        : app.reader(reader.left(Math.min(most, reader.left() + SIDEWAYS)));
  }

  private static App width(App app, int step) {
    Geometry geometry = new Geometry(app.size());
    int now = geometry.pageColumns(app.preferences().width());
    int to = Math.max(Math.min(NARROWEST, now), now + step);
    int fits = geometry.pageColumns(to);
    if (fits == now)
      return app.message(step > 0 ? "As wide as the screen" : "As narrow as it gets");
    return Reading.again(app.preferences(app.preferences().width(fits))).message(fits + " columns");
  }

  /** One thing back: the search lights, the focus, the link that was followed, the list. */
  private static Next back(App app, Screen.Reader reader) {
    if (reader.find() != null) return Next.of(app.reader(reader.find(null)));
    if (reader.focus() >= 0) return Next.of(app.reader(reader.focus(-1)));
    if (!app.trail().back().isEmpty()) return older(app, reader);
    return Next.of(closed(app));
  }

  /** Back to the list, with the bar on what was read. */
  private static App closed(App app) {
    App kept = Keeping.place(app);
    int at = kept.shelf().indexOf(kept.reader().opened().entry());
    App list = kept.pop().waiting(null, kept.ticket());
    return at < 0 ? list : list.posts(list.posts().at(at));
  }
}
