package lectern.ui.update;

import java.util.List;
import lectern.post.Entry;
import lectern.post.Query;
import lectern.ui.Command;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.FilteredPosts;
import lectern.ui.ListBanner;
import lectern.ui.Model;
import lectern.ui.NavigationHistory;
import lectern.ui.OpenTarget;
import lectern.ui.Phrases;
import lectern.ui.Prompt;
import lectern.ui.Screen;
import lectern.ui.ScreenMetrics;
import lectern.ui.Step;
import lectern.ui.TagSelection;

/** The keys of the list of posts. */
public final class PostListUpdate {
  private static final String POST_DELETED =
      "This post is gone from the folder; you still see its text";

  private PostListUpdate() {}

  static Step run(Model app, Screen.PostList posts, Command command, int count) {
    return switch (command) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP, START, END ->
          Step.of(app.postList(posts.withSelected(selectedAfter(app, posts, command, count))));
      case READ -> openSelected(app);
      case FILTER ->
          Step.of(
              app.postList(
                  posts.filterPrompt(
                      Prompt.of(filterWords(app)), filterWords(app), app.selectedEntry())));
      case TAGS -> Step.of(TagPickerUpdate.open(app));
      case SORT ->
          Step.of(
              applyQuery(app, app.posts().query().withSort(nextSort(app.posts().query().sort()))));
      case REVERSE ->
          Step.of(applyQuery(app, app.posts().query().withReverse(!app.posts().query().reverse())));
      case DRAFTS -> toggleDrafts(app);
      case NEXT_UNREAD -> Step.of(selectUnread(app, posts, 1));
      case PREVIOUS_UNREAD -> Step.of(selectUnread(app, posts, -1));
      case TOGGLE_READ -> Step.of(toggleRead(app));
      case CONTINUE -> resumeUnfinished(app, posts);
      case REREAD -> Step.of(app.message("Reading the folder again"), new Effect.Reload());
      case QUIT -> Update.quit(app);
      case BACK -> Step.of(clearOneFilter(app, posts));
      default -> Step.of(app);
    };
  }

  private static int selectedAfter(Model app, Screen.PostList posts, Command command, int count) {
    int last = Math.max(0, app.posts().shown().size() - 1);
    boolean there = count > 0 && (command == Command.START || command == Command.END);
    if (there) return Math.min(count - 1, last);
    int page = new ScreenMetrics(app.size()).visibleEntries(ListBanner.rowCount(app));
    return Update.targetIndex(command, posts.selected(), count, page, last);
  }

  private static Query.Sort nextSort(Query.Sort sort) {
    return switch (sort) {
      case DATE -> Query.Sort.TITLE;
      case TITLE -> Query.Sort.UPDATED;
      case UPDATED -> Query.Sort.DATE;
    };
  }

  static String filterWords(Model app) {
    return app.posts().query().text();
  }

  private static Step openSelected(Model app) {
    Entry entry = app.selectedEntry();
    return entry == null ? Step.of(app) : openPost(app, entry);
  }

  /** Opens a post from the list: a new trail begins. */
  public static Step openPost(Model app, Entry entry) {
    Model calm = app.postList(app.postList().unfinished(null));
    return PostOpening.requestPost(calm, entry, OpenTarget.LAST_POSITION, NavigationHistory.EMPTY);
  }

  private static Step resumeUnfinished(Model app, Screen.PostList posts) {
    if (posts.unfinished() == null) return Step.of(app.message("There is no post to continue"));
    Entry entry = app.posts().findByPath(posts.unfinished().path());
    if (entry == null) return Step.of(app.message("That post is gone"));
    int at = app.posts().indexOf(entry);
    return openPost(at < 0 ? app : app.postList(posts.withSelected(at)), entry);
  }

  /** With another selection; the post that was selected stays so, where it is still shown. */
  public static Model applyQuery(Model app, Query next) {
    Entry selected = app.selectedEntry();
    FilteredPosts shelf = app.posts().withQuery(next);
    int at = selected == null ? -1 : shelf.indexOf(selected);
    return app.posts(shelf).postList(app.postList().withSelected(Math.max(0, at)));
  }

  /** With the selection there was before, and the bar on the post it was on. */
  static Model restoreQuery(Model app, Query before, Entry on) {
    Model back = applyQuery(app, before);
    int at = on == null ? -1 : back.posts().indexOf(on);
    return at < 0 ? back : back.postList(back.postList().withSelected(at));
  }

  private static Step toggleDrafts(Model app) {
    if (!app.isAvailable(Command.DRAFTS))
      return Step.of(app.message("Drafts are not shown here; that is up to the owner"));
    boolean shown = !app.posts().query().includeDrafts();
    Model next = applyQuery(app, app.posts().query().withDrafts(shown));
    return Step.of(next.message(shown ? "Drafts are shown" : "Drafts are hidden"));
  }

  /** Esc in the list takes the filter away, then the tags; it never leaves. */
  private static Model clearOneFilter(Model app, Screen.PostList posts) {
    if (posts.unfinished() != null) return app.postList(posts.unfinished(null));
    Query query = app.posts().query();
    if (!query.text().isEmpty()) return applyQuery(app, query.withText(""));
    if (TagSelection.hasTagFilter(query)) return applyQuery(app, TagSelection.clearTags(query));
    return app.message(app.keymap().firstKeyLabel(Command.QUIT) + " leaves");
  }

  private static Model selectUnread(Model app, Screen.PostList posts, int step) {
    List<Entry> shown = app.posts().shown();
    for (int i = posts.selected() + step; i >= 0 && i < shown.size(); i += step) {
      if (shown.get(i) instanceof lectern.post.Post && !ProgressUpdate.isRead(app, shown.get(i)))
        return app.postList(posts.withSelected(i));
    }
    return app.message(step > 0 ? "No unread post further down" : "No unread post further up");
  }

  private static Model toggleRead(Model app) {
    Entry entry = app.selectedEntry();
    if (entry == null) return app;
    Model toggled = ProgressUpdate.toggleRead(app, entry);
    return toggled.message(
        ProgressUpdate.isRead(toggled, entry) ? "Marked as read" : "Marked as unread");
  }

  /** The folder was read again: filter, order, selection and the open post stay. */
  static Step replaceCatalog(Model app, Event.CatalogLoaded loaded) {
    Entry selected = app.selectedEntry();
    int index = app.postList().selected();
    FilteredPosts shelf = FilteredPosts.of(loaded.catalog(), app.posts().query());
    int at = selected == null ? -1 : shelf.indexOf(selected);
    Model next = app.posts(shelf).postList(app.postList().withSelected(at < 0 ? index : at));
    if (loaded.requested())
      next = next.message(Phrases.pluralize(loaded.catalog().entries().size(), "post"));
    next = TagPickerUpdate.refresh(next);
    return reloadOpenPost(requestHashes(next), app);
  }

  /** Has the posts looked at whose files do not tell whether they were read. */
  static Step requestHashes(Model app) {
    List<Entry> doubtful = ProgressUpdate.findEntriesToHash(app);
    return doubtful.isEmpty() ? Step.of(app) : Step.of(app, new Effect.HashPosts(doubtful));
  }

  /** The open post is read again when its file changed; its place is kept. */
  private static Step reloadOpenPost(Step next, Model before) {
    Screen.ReaderScreen reader = before.readerScreen();
    if (reader == null || before.pendingOpen() != null) return next;
    Entry old = reader.post().entry();
    Entry now = next.model().posts().findByPath(PostOpening.pathKey(old));
    if (now == null) return new Step(next.model().message(POST_DELETED), next.effects());
    if (next.model().message().equals(POST_DELETED))
      next = new Step(next.model().message(""), next.effects());
    boolean same = old.modified() == now.modified() && old.size() == now.size();
    if (same) return next;
    OpenTarget goal = new OpenTarget.AtPosition(reader.page().positionOf(reader.top()), -1);
    Step again = PostOpening.requestPost(next.model(), now, goal, before.navigation());
    return new Step(again.model(), next.effects()).withEffect(again.effects().getFirst());
  }
}
