package lectern.ui.update;

import java.util.List;
import java.util.Set;
import lectern.layout.Layout;
import lectern.layout.Page;
import lectern.layout.ReadingPosition;
import lectern.links.FragmentIndex;
import lectern.markdown.Document;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.text.PercentEncoding;
import lectern.ui.Command;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.FocusTarget;
import lectern.ui.LoadedPost;
import lectern.ui.Model;
import lectern.ui.NavigationHistory;
import lectern.ui.OpenTarget;
import lectern.ui.Preferences;
import lectern.ui.ReaderHistory;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.Step;

/** Opens posts, lays them out, and keeps the place. */
public final class PostOpening {
  private static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;

  /** Bytes up to which a post is looked through for links to others when it is opened. */
  private static final long MAX_SCANNED_BYTES = 64 * 1024;

  private PostOpening() {}

  /** Asks for a post. @param trail the one to go on with once it is there */
  public static Step requestPost(Model app, Entry entry, OpenTarget goal, NavigationHistory trail) {
    int ticket = app.lastRequestId() + 1;
    Model waiting = app.pendingOpen(new Model.PendingOpen(ticket, trail), ticket);
    return Step.of(waiting, new Effect.LoadPost(entry, goal, ticket));
  }

  /** Asks for the post behind a path, which may be gone. */
  static Step requestPost(Model app, String path, OpenTarget goal, NavigationHistory trail) {
    Entry entry = app.posts().findByPath(path);
    Screen.ReaderScreen reader = app.readerScreen();
    if (entry == null && reader != null && pathKey(reader.post().entry()).equals(path)) {
      entry = reader.post().entry();
    }
    if (entry == null) return Step.of(app.message("That post is gone: " + path));
    return requestPost(app, entry, goal, trail);
  }

  /** Shows a post that was read, unless its reader has gone elsewhere in the meantime. */
  static Model showLoaded(Model app, Event.PostLoaded ready) {
    if (app.pendingOpen() == null || app.pendingOpen().requestId() != ready.requestId()) return app;
    Model left =
        ProgressUpdate.savePosition(app)
            .navigation(app.pendingOpen().navigation())
            .pendingOpen(null, app.lastRequestId());
    Entry entry = ready.post().entry();
    ReaderHistory.ReadingRecord kept = left.history().records().get(pathKey(entry));
    Document post = ready.post().document();
    List<Document.Link> links = entry.size() <= MAX_SCANNED_BYTES ? post.links() : List.of();
    Document document = RelatedPosts.appendTo(post, links, left.posts(), entry);
    Page page = layOut(left, ready.post(), document, Set.of());
    Screen.ReaderScreen reader =
        new Screen.ReaderScreen(
            ready.post(), document, page, page.headings(), 0, 0, -1, null, Set.of());
    Model shown =
        left.readerScreen() == null ? left.push(reader) : popToReader(left).readerScreen(reader);
    return ProgressUpdate.markRead(goToTarget(shown, reader, ready.target(), kept), ready.post());
  }

  private static Model popToReader(Model app) {
    Model only = app;
    while (!(only.screen() instanceof Screen.ReaderScreen)) only = only.pop();
    return only;
  }

  private static Model goToTarget(
      Model app, Screen.ReaderScreen reader, OpenTarget goal, ReaderHistory.ReadingRecord kept) {
    return switch (goal) {
      case OpenTarget.AtPosition at ->
          scrollTo(app, withFocus(reader, at.focusIndex()), reader.page().relocate(at.position()));
      case OpenTarget.AtFragment fragment -> scrollToFragment(app, reader, fragment.id());
      case OpenTarget.LastPosition _ -> {
        if (kept == null || kept.percentRead() >= 100) yield app;
        int row = reader.page().relocate(kept.position());
        Model there = scrollTo(app, reader, row);
        yield row == 0
            ? there
            : there.message(
                "Where you left it. "
                    + app.keymap().firstKeyLabel(Command.START)
                    + " goes to the start");
      }
    };
  }

  static Model scrollToFragment(Model app, Screen.ReaderScreen reader, String id) {
    if (id.isEmpty() || id.equals("top")) return scrollTo(app, reader, 0);
    int row = reader.page().rowOf(id);
    if (row < 0) row = reader.page().rowOf(PercentEncoding.decode(id));
    if (row < 0) row = rowOfHeading(reader, id);
    if (row < 0) return app.message("There is no section “" + id + "” in this post");
    return scrollTo(app, reader, row);
  }

  /** The row of the heading that other generators give that id; -1 for none. */
  private static int rowOfHeading(Screen.ReaderScreen reader, String fragment) {
    String name = FragmentIndex.normalize(fragment);
    for (Page.Heading heading : reader.headings()) {
      boolean named =
          name.equals(FragmentIndex.normalize(heading.id()))
              || name.equals(FragmentIndex.normalize(heading.title()));
      if (named && !name.isEmpty()) return heading.row();
    }
    return -1;
  }

  /** With a row at the top of the screen, even where the page then ends above the bottom. */
  public static Model scrollTo(Model app, Screen.ReaderScreen reader, int row) {
    return withTop(
        app, reader, ScreenMetrics.clamp(row, Math.max(0, reader.page().lines().size() - 1)));
  }

  /** Scrolls; the end of the page does not leave the bottom of the screen. */
  static Model scrollBy(Model app, Screen.ReaderScreen reader, int rows) {
    int most = Math.max(lastTop(app, reader), rows > 0 ? reader.top() : 0);
    if (rows > 0 && reader.top() >= most) return app;
    return withTop(app, reader, ScreenMetrics.clamp(reader.top() + rows, most));
  }

  private static Model withTop(Model app, Screen.ReaderScreen reader, int row) {
    Screen.ReaderScreen next = reader.top(row);
    Model moved = app.readerScreen(next);
    return row == reader.top() && reader == app.readerScreen() ? moved : moved.withDirty(true);
  }

  /** The row at the top when the last one is at the bottom. */
  public static int lastTop(Model app, Screen.ReaderScreen reader) {
    return Math.max(0, reader.page().lines().size() - new ScreenMetrics(app.size()).pageRows());
  }

  /** How far one is, 0 to 100. */
  public static int percentRead(Model app, Screen.ReaderScreen reader) {
    int last = lastTop(app, reader);
    return last == 0 ? 100 : Math.min(100, (int) (reader.top() * 100L / last));
  }

  private static Page layOut(Model app, LoadedPost post, Document document, Set<Integer> folded) {
    Preferences preferences = app.preferences();
    int columns = new ScreenMetrics(app.size()).pageColumns(preferences.width());
    return Layout.of(
        post.header(),
        document,
        new Layout.Options(
            columns, preferences.glyphs(), false, false, preferences.wrapCode(), folded));
  }

  /**
   * The page laid out again, after a resize or another change of looks; the same block stays at the
   * top.
   */
  static Model relayout(Model app) {
    Screen.ReaderScreen reader = app.readerScreen();
    if (reader == null) return app;
    ReadingPosition place = reader.page().positionOf(reader.top());
    Page page = layOut(app, reader.post(), reader.document(), reader.toggledDetails());
    Screen.ReaderScreen next = reader.page(page).scrollColumn(0);
    int row = reader.top() == 0 ? 0 : page.rowOf(place);
    next = next.top(ScreenMetrics.clamp(row, Math.max(0, page.lines().size() - 1)));
    if (reader.search() != null) next = next.search(reader.search().rerunOn(page));
    return app.readerScreen(withFocus(next, next.focusIndex()));
  }

  static NavigationHistory.Location currentLocation(Screen.ReaderScreen reader) {
    return new NavigationHistory.Location(
        pathKey(reader.post().entry()),
        reader.page().positionOf(reader.top()),
        reader.focusIndex());
  }

  /** With a link or fold in focus, if the page has so many. */
  static Screen.ReaderScreen withFocus(Screen.ReaderScreen reader, int focus) {
    return reader.focusIndex(focus < FocusTarget.findAll(reader.page()).size() ? focus : -1);
  }

  /** What a post is remembered by. */
  public static String pathKey(Entry entry) {
    return entry.path().toString();
  }

  public static int minutes(Entry entry) {
    return switch (entry) {
      case Post post -> post.readingMinutes();
      case BrokenPost _ -> 1;
    };
  }

  /** The post left half-read on an earlier day, the last one; null when there is none. */
  public static ReaderHistory.ReadingRecord findUnfinished(
      Catalog catalog, ReaderHistory memory, long today) {
    ReaderHistory.ReadingRecord last = null;
    for (ReaderHistory.ReadingRecord kept : memory.records().values()) {
      if (last == null || kept.changedAt() > last.changedAt()) last = kept;
    }
    if (last == null || last.percentRead() >= 100 || last.percentRead() <= 0) return null;
    if (Math.floorDiv(last.changedAt(), DAY_MILLIS) >= today) return null;
    for (Entry entry : catalog.entries()) if (pathKey(entry).equals(last.path())) return last;
    return null;
  }

  static List<Page.Heading> headings(Screen.ReaderScreen reader) {
    return reader.headings();
  }

  /** Index of the heading that a row stands under; -1 above the first. */
  public static int headingIndexAt(Screen.ReaderScreen reader, int row) {
    List<Page.Heading> headings = reader.headings();
    int low = 0;
    int high = headings.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (headings.get(middle).row() <= row) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
