package lectern.ui;

import java.util.List;
import lectern.post.Entry;
import lectern.post.Query;

/** The keys of the list of posts. */
final class PostListUpdate {
  private static final String GONE = "This post is gone from the folder; you still see its text";

  private PostListUpdate() {}

  static Step run(Model app, Screen.PostList posts, Command command, int count) {
    return switch (command) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP, START, END ->
          Step.of(app.posts(posts.at(moved(app, posts, command, count))));
      case READ -> read(app);
      case FILTER ->
          Step.of(app.posts(posts.typing(Prompt.of(words(app)), words(app), app.selected())));
      case TAGS -> Step.of(TagPickerUpdate.open(app));
      case SORT ->
          Step.of(select(app, app.shelf().query().withSort(next(app.shelf().query().sort()))));
      case REVERSE ->
          Step.of(select(app, app.shelf().query().withReverse(!app.shelf().query().reverse())));
      case DRAFTS -> drafts(app);
      case NEXT_UNREAD -> Step.of(unread(app, posts, 1));
      case PREVIOUS_UNREAD -> Step.of(unread(app, posts, -1));
      case TOGGLE_READ -> Step.of(toggle(app));
      case CONTINUE -> resume(app, posts);
      case REREAD -> Step.of(app.message("Reading the folder again"), new Effect.Reload());
      case QUIT -> Update.leave(app);
      case BACK -> Step.of(back(app, posts));
      default -> Step.of(app);
    };
  }

  private static int moved(Model app, Screen.PostList posts, Command command, int count) {
    int last = Math.max(0, app.shelf().shown().size() - 1);
    boolean there = count > 0 && (command == Command.START || command == Command.END);
    if (there) return Math.min(count - 1, last);
    int page = new ScreenMetrics(app.size()).entries(ListBanner.rows(app));
    return Update.moved(command, posts.selected(), count, page, last);
  }

  private static Query.Sort next(Query.Sort sort) {
    return switch (sort) {
      case DATE -> Query.Sort.TITLE;
      case TITLE -> Query.Sort.UPDATED;
      case UPDATED -> Query.Sort.DATE;
    };
  }

  static String words(Model app) {
    return app.shelf().query().text();
  }

  private static Step read(Model app) {
    Entry entry = app.selected();
    return entry == null ? Step.of(app) : open(app, entry);
  }

  /** Opens a post from the list: a new trail begins. */
  static Step open(Model app, Entry entry) {
    Model calm = app.posts(app.posts().resume(null));
    return PostOpening.ask(calm, entry, OpenTarget.KEPT, NavigationHistory.NONE);
  }

  private static Step resume(Model app, Screen.PostList posts) {
    if (posts.resume() == null) return Step.of(app.message("There is no post to continue"));
    Entry entry = app.shelf().entry(posts.resume().path());
    if (entry == null) return Step.of(app.message("That post is gone"));
    int at = app.shelf().indexOf(entry);
    return open(at < 0 ? app : app.posts(posts.at(at)), entry);
  }

  /** With another selection; the post that was selected stays so, where it is still shown. */
  static Model select(Model app, Query next) {
    Entry selected = app.selected();
    FilteredPosts shelf = app.shelf().select(next);
    int at = selected == null ? -1 : shelf.indexOf(selected);
    return app.shelf(shelf).posts(app.posts().at(Math.max(0, at)));
  }

  /** With the selection there was before, and the bar on the post it was on. */
  static Model restored(Model app, Query before, Entry on) {
    Model back = select(app, before);
    int at = on == null ? -1 : back.shelf().indexOf(on);
    return at < 0 ? back : back.posts(back.posts().at(at));
  }

  private static Step drafts(Model app) {
    if (!app.offers(Command.DRAFTS))
      return Step.of(app.message("Drafts are not shown here; that is up to the owner"));
    boolean shown = !app.shelf().query().includeDrafts();
    Model next = select(app, app.shelf().query().withDrafts(shown));
    return Step.of(next.message(shown ? "Drafts are shown" : "Drafts are hidden"));
  }

  /** Esc in the list takes the filter away, then the tags; it never leaves. */
  private static Model back(Model app, Screen.PostList posts) {
    if (posts.resume() != null) return app.posts(posts.resume(null));
    Query query = app.shelf().query();
    if (!query.text().isEmpty()) return select(app, query.withText(""));
    if (TagSelection.any(query)) return select(app, TagSelection.none(query));
    return app.message(app.keymap().key(Command.QUIT) + " leaves");
  }

  private static Model unread(Model app, Screen.PostList posts, int step) {
    List<Entry> shown = app.shelf().shown();
    for (int i = posts.selected() + step; i >= 0 && i < shown.size(); i += step) {
      if (shown.get(i) instanceof lectern.post.Post && !ProgressUpdate.isRead(app, shown.get(i)))
        return app.posts(posts.at(i));
    }
    return app.message(step > 0 ? "No unread post further down" : "No unread post further up");
  }

  private static Model toggle(Model app) {
    Entry entry = app.selected();
    if (entry == null) return app;
    Model toggled = ProgressUpdate.toggle(app, entry);
    return toggled.message(ProgressUpdate.isRead(toggled, entry) ? "Marked as read" : "Marked as unread");
  }

  /** The folder was read again: filter, order, selection and the open post stay. */
  static Step loaded(Model app, Event.CatalogLoaded loaded) {
    Entry selected = app.selected();
    int index = app.posts().selected();
    FilteredPosts shelf = FilteredPosts.of(loaded.catalog(), app.shelf().query());
    int at = selected == null ? -1 : shelf.indexOf(selected);
    Model next = app.shelf(shelf).posts(app.posts().at(at < 0 ? index : at));
    if (loaded.asked()) next = next.message(Phrases.count(loaded.catalog().entries().size(), "post"));
    next = TagPickerUpdate.loaded(next);
    return reopened(identify(next), app);
  }

  /** Has the posts looked at whose files do not tell whether they were read. */
  static Step identify(Model app) {
    List<Entry> doubtful = ProgressUpdate.doubtful(app);
    return doubtful.isEmpty() ? Step.of(app) : Step.of(app, new Effect.HashPosts(doubtful));
  }

  /** The open post is read again when its file changed; its place is kept. */
  private static Step reopened(Step next, Model before) {
    Screen.ReaderScreen reader = before.reader();
    if (reader == null || before.waiting() != null) return next;
    Entry old = reader.opened().entry();
    Entry now = next.app().shelf().entry(PostOpening.key(old));
    if (now == null) return new Step(next.app().message(GONE), next.effects());
    if (next.app().message().equals(GONE)) next = new Step(next.app().message(""), next.effects());
    boolean same =
        PostOpening.modified(old) == PostOpening.modified(now) && PostOpening.size(old) == PostOpening.size(now);
    if (same) return next;
    OpenTarget goal = new OpenTarget.AtPosition(reader.page().positionOf(reader.top()), -1);
    Step again = PostOpening.ask(next.app(), now, goal, before.trail());
    return new Step(again.app(), next.effects()).and(again.effects().getFirst());
  }
}
