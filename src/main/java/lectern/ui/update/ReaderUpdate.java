package lectern.ui.update;

import java.util.List;
import lectern.layout.Page;
import lectern.post.Entry;
import lectern.ui.Command;
import lectern.ui.Model;
import lectern.ui.NavigationHistory;
import lectern.ui.OpenTarget;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.Step;
import lectern.ui.view.ReaderView;

/** The keys of a post that is open. */
final class ReaderUpdate {
  private static final int SCROLL_COLUMNS = 8;
  private static final int MIN_WIDTH = 20;
  private static final int WIDTH_STEP = 4;

  private ReaderUpdate() {}

  static Step run(Model app, Screen.ReaderScreen reader, Command command, int count) {
    return switch (command) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP ->
          Step.of(scroll(app, reader, command, count));
      case START, END -> Step.of(goToLine(app, reader, command, count));
      case PERCENT -> Step.of(goToPercent(app, reader, count));
      case SEARCH -> Step.of(app.readerScreen(SearchUpdate.begin(reader)));
      case NEXT_HIT -> Step.of(SearchUpdate.goToMatch(app, reader, Math.max(1, count)));
      case PREVIOUS_HIT -> Step.of(SearchUpdate.goToMatch(app, reader, -Math.max(1, count)));
      case OUTLINE -> Step.of(PickerUpdate.openOutline(app, reader));
      case NEXT_HEADING -> Step.of(goToHeading(app, reader, Math.max(1, count)));
      case PREVIOUS_HEADING -> Step.of(goToHeading(app, reader, -Math.max(1, count)));
      case NEXT_LINK -> Step.of(LinkNavigation.focusNext(app, reader, 1));
      case PREVIOUS_LINK -> Step.of(LinkNavigation.focusNext(app, reader, -1));
      case FOLLOW -> LinkNavigation.follow(app, reader);
      case OLDER -> goBack(app, reader);
      case NEWER -> goForward(app, reader);
      case NEXT_POST -> openNeighbour(app, reader, Math.max(1, count));
      case PREVIOUS_POST -> openNeighbour(app, reader, -Math.max(1, count));
      case COPY_CODE -> Clipboard.copyCode(app, reader);
      case COPY_ADDRESS -> Clipboard.copyAddress(app, reader);
      case SET_MARK ->
          Step.of(app.withPendingInput(Clipboard.SET_MARK, -1).message("Mark: press a letter"));
      case GO_MARK ->
          Step.of(
              app.withPendingInput(Clipboard.JUMP_TO_MARK, -1)
                  .message("Go to mark: press its letter"));
      case WRAP_CODE -> Step.of(toggleCodeWrap(app));
      case RIGHT -> Step.of(scrollRight(app, reader));
      case LEFT ->
          reader.scrollColumn() > 0
              ? Step.of(
                  app.readerScreen(
                      reader.scrollColumn(Math.max(0, reader.scrollColumn() - SCROLL_COLUMNS))))
              : stepBack(app, reader);
      case NARROWER -> Step.of(changeWidth(app, -WIDTH_STEP));
      case WIDER -> Step.of(changeWidth(app, WIDTH_STEP));
      case BACK -> stepBack(app, reader);
      case QUIT -> Step.of(close(app));
      default -> Step.of(app);
    };
  }

  private static Model scroll(Model app, Screen.ReaderScreen reader, Command command, int count) {
    int rows = new ScreenMetrics(app.size()).pageRows();
    int page = Math.max(1, rows - (rows > 6 ? 2 : 0));
    int to = Update.targetIndex(command, reader.top(), count, page, Integer.MAX_VALUE);
    Model moved = PostOpening.scrollBy(app, reader, to - reader.top());
    boolean stuck = moved.readerScreen().top() == reader.top();
    if (!stuck || to <= reader.top()) return moved;
    return moved.message("End of the post");
  }

  private static Model goToLine(Model app, Screen.ReaderScreen reader, Command command, int count) {
    if (count > 0) return PostOpening.scrollTo(app, reader, count - 1);
    return PostOpening.scrollTo(
        app, reader, command == Command.START ? 0 : PostOpening.lastTop(app, reader));
  }

  private static Model goToPercent(Model app, Screen.ReaderScreen reader, int count) {
    if (count < 0) return app.message("A number first: 50%");
    return PostOpening.scrollTo(
        app, reader, (int) (PostOpening.lastTop(app, reader) * (long) Math.min(100, count) / 100));
  }

  private static Model goToHeading(Model app, Screen.ReaderScreen reader, int step) {
    List<Page.Heading> headings = reader.headings();
    int at = PostOpening.headingIndexAt(reader, reader.top());
    boolean on = at >= 0 && headings.get(at).row() == reader.top();
    int to = step > 0 ? at + step : (on ? at : at + 1) + step;
    if (headings.isEmpty()) return app.message("This post has no headings");
    if (to < 0) return PostOpening.scrollTo(app, reader, 0);
    int last = headings.size() - 1;
    if (at == last && to > last) return app.message("No heading further down");
    return PostOpening.scrollTo(app, reader, headings.get(Math.min(to, last)).row());
  }

  private static Step goBack(Model app, Screen.ReaderScreen reader) {
    List<NavigationHistory.Location> back = app.navigation().back();
    if (back.isEmpty()) return Step.of(app.message("Nothing further back"));
    return goTo(
        app, reader, back.getLast(), app.navigation().goBack(PostOpening.currentLocation(reader)));
  }

  private static Step goForward(Model app, Screen.ReaderScreen reader) {
    List<NavigationHistory.Location> forward = app.navigation().forward();
    if (forward.isEmpty()) return Step.of(app.message("Nothing further forward"));
    return goTo(
        app,
        reader,
        forward.getLast(),
        app.navigation().goForward(PostOpening.currentLocation(reader)));
  }

  /** To a place in this post or another. */
  static Step goTo(
      Model app,
      Screen.ReaderScreen reader,
      NavigationHistory.Location to,
      NavigationHistory trail) {
    if (reader != null && to.path().equals(PostOpening.pathKey(reader.post().entry()))) {
      Screen.ReaderScreen back = PostOpening.withFocus(reader, to.focusIndex());
      return Step.of(
          PostOpening.scrollTo(app.navigation(trail), back, reader.page().relocate(to.position())));
    }
    return PostOpening.requestPost(
        app, to.path(), new OpenTarget.AtPosition(to.position(), to.focusIndex()), trail);
  }

  /** The post after this one in the list, or before it; the list's bar goes along. */
  private static Step openNeighbour(Model app, Screen.ReaderScreen reader, int step) {
    int at = app.posts().indexOf(reader.post().entry());
    if (at < 0) return Step.of(app.message("This post is not in the list"));
    int last = app.posts().shown().size() - 1;
    if (step > 0 && at == last) return Step.of(app.message("This is the last post of the list"));
    if (step < 0 && at == 0) return Step.of(app.message("This is the first post of the list"));
    int to = ScreenMetrics.clamp(at + step, last);
    Entry entry = app.posts().shown().get(to);
    Model moved = app.postList(app.postList().withSelected(to));
    return PostOpening.requestPost(
        moved,
        entry,
        OpenTarget.LAST_POSITION,
        app.navigation().leave(PostOpening.currentLocation(reader)));
  }

  private static Model toggleCodeWrap(Model app) {
    boolean wrap = !app.preferences().wrapCode();
    Model next = PostOpening.relayout(app.preferences(app.preferences().wrapCode(wrap)));
    String right = app.keymap().firstKeyLabel(Command.RIGHT);
    return next.message(
        wrap
            ? "Long lines of code are wrapped"
            : "Long lines of code are not wrapped; " + right + " shows the rest");
  }

  private static Model scrollRight(Model app, Screen.ReaderScreen reader) {
    if (app.preferences().wrapCode()) return app;
    int widest = 0;
    int columns = new ScreenMetrics(app.size()).pageColumns(app.preferences().width());
    for (lectern.text.Line line : ReaderView.visibleLines(app, reader))
      widest = Math.max(widest, line.width());
    int most = Math.max(0, widest - columns);
    return reader.scrollColumn() >= most
        ? app
        : app.readerScreen(
            reader.scrollColumn(Math.min(most, reader.scrollColumn() + SCROLL_COLUMNS)));
  }

  private static Model changeWidth(Model app, int step) {
    ScreenMetrics geometry = new ScreenMetrics(app.size());
    int now = geometry.pageColumns(app.preferences().width());
    int to = Math.max(Math.min(MIN_WIDTH, now), now + step);
    int fits = geometry.pageColumns(to);
    if (fits == now)
      return app.message(step > 0 ? "As wide as the screen" : "As narrow as it gets");
    return PostOpening.relayout(app.preferences(app.preferences().width(fits)))
        .message(fits + " columns");
  }

  /** One thing back: the search lights, the focus, the link that was followed, the list. */
  private static Step stepBack(Model app, Screen.ReaderScreen reader) {
    if (reader.search() != null) return Step.of(app.readerScreen(reader.search(null)));
    if (reader.focusIndex() >= 0) return Step.of(app.readerScreen(reader.focusIndex(-1)));
    if (!app.navigation().back().isEmpty()) return goBack(app, reader);
    return Step.of(close(app));
  }

  /** Back to the list, with the bar on what was read. */
  private static Model close(Model app) {
    Model kept = ProgressUpdate.savePosition(app);
    int at = kept.posts().indexOf(kept.readerScreen().post().entry());
    Model list = kept.pop().pendingOpen(null, kept.lastRequestId());
    return at < 0 ? list : list.postList(list.postList().withSelected(at));
  }
}
