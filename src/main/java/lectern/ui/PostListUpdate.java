package lectern.ui;

import java.util.List;
import lectern.post.Entry;
import lectern.post.Query;

/** The keys of the list of posts. */
final class PostListUpdate {
  private static final String GONE = "This post is gone from the folder; you still see its text";

  private PostListUpdate() {}

  static Next run(App app, Screen.Posts posts, Command command, int count) {
    return switch (command) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP, START, END ->
          Next.of(app.posts(posts.at(moved(app, posts, command, count))));
      case READ -> read(app);
      case FILTER ->
          Next.of(app.posts(posts.typing(Prompt.of(words(app)), words(app), app.selected())));
      case TAGS -> Next.of(TagPickerUpdate.open(app));
      case SORT ->
          Next.of(select(app, app.shelf().query().withSort(next(app.shelf().query().sort()))));
      case REVERSE ->
          Next.of(select(app, app.shelf().query().withReverse(!app.shelf().query().reverse())));
      case DRAFTS -> drafts(app);
      case NEXT_UNREAD -> Next.of(unread(app, posts, 1));
      case PREVIOUS_UNREAD -> Next.of(unread(app, posts, -1));
      case TOGGLE_READ -> Next.of(toggle(app));
      case CONTINUE -> resume(app, posts);
      case REREAD -> Next.of(app.message("Reading the folder again"), new Effect.Reread());
      case QUIT -> Update.leave(app);
      case BACK -> Next.of(back(app, posts));
      default -> Next.of(app);
    };
  }

  private static int moved(App app, Screen.Posts posts, Command command, int count) {
    int last = Math.max(0, app.shelf().shown().size() - 1);
    boolean there = count > 0 && (command == Command.START || command == Command.END);
    if (there) return Math.min(count - 1, last);
    int page = new Geometry(app.size()).entries(ListBanner.rows(app));
    return Update.moved(command, posts.selected(), count, page, last);
  }

  private static Query.Sort next(Query.Sort sort) {
    return switch (sort) {
      case DATE -> Query.Sort.TITLE;
      case TITLE -> Query.Sort.UPDATED;
      case UPDATED -> Query.Sort.DATE;
    };
  }

  static String words(App app) {
    return app.shelf().query().text();
  }

  private static Next read(App app) {
    Entry entry = app.selected();
    return entry == null ? Next.of(app) : open(app, entry);
  }

  /** Opens a post from the list: a new trail begins. */
  static Next open(App app, Entry entry) {
    App calm = app.posts(app.posts().resume(null));
    return Reading.ask(calm, entry, Goal.KEPT, Trail.NONE);
  }

  private static Next resume(App app, Screen.Posts posts) {
    if (posts.resume() == null) return Next.of(app.message("There is no post to continue"));
    Entry entry = app.shelf().entry(posts.resume().path());
    if (entry == null) return Next.of(app.message("That post is gone"));
    int at = app.shelf().indexOf(entry);
    return open(at < 0 ? app : app.posts(posts.at(at)), entry);
  }

  /** With another selection; the post that was selected stays so, where it is still shown. */
  static App select(App app, Query next) {
    Entry selected = app.selected();
    Shelf shelf = app.shelf().select(next);
    int at = selected == null ? -1 : shelf.indexOf(selected);
    return app.shelf(shelf).posts(app.posts().at(Math.max(0, at)));
  }

  /** With the selection there was before, and the bar on the post it was on. */
  static App restored(App app, Query before, Entry on) {
    App back = select(app, before);
    int at = on == null ? -1 : back.shelf().indexOf(on);
    return at < 0 ? back : back.posts(back.posts().at(at));
  }

  private static Next drafts(App app) {
    if (!app.offers(Command.DRAFTS))
      return Next.of(app.message("Drafts are not shown here; that is up to the owner"));
    boolean shown = !app.shelf().query().includeDrafts();
    App next = select(app, app.shelf().query().withDrafts(shown));
    return Next.of(next.message(shown ? "Drafts are shown" : "Drafts are hidden"));
  }

  /** Esc in the list takes the filter away, then the tags; it never leaves. */
  private static App back(App app, Screen.Posts posts) {
    if (posts.resume() != null) return app.posts(posts.resume(null));
    Query query = app.shelf().query();
    if (!query.text().isEmpty()) return select(app, query.withText(""));
    if (TagSelection.any(query)) return select(app, TagSelection.none(query));
    return app.message(app.keymap().key(Command.QUIT) + " leaves");
  }

  private static App unread(App app, Screen.Posts posts, int step) {
    List<Entry> shown = app.shelf().shown();
    for (int i = posts.selected() + step; i >= 0 && i < shown.size(); i += step) {
      if (shown.get(i) instanceof lectern.post.Post && !Keeping.isRead(app, shown.get(i)))
        return app.posts(posts.at(i));
    }
    return app.message(step > 0 ? "No unread post further down" : "No unread post further up");
  }

  private static App toggle(App app) {
    Entry entry = app.selected();
    if (entry == null) return app;
    App toggled = Keeping.toggle(app, entry);
    return toggled.message(Keeping.isRead(toggled, entry) ? "Marked as read" : "Marked as unread");
  }

  /** The folder was read again: filter, order, selection and the open post stay. */
  static Next loaded(App app, Event.Loaded loaded) {
    Entry selected = app.selected();
    int index = app.posts().selected();
    Shelf shelf = Shelf.of(loaded.catalog(), app.shelf().query());
    int at = selected == null ? -1 : shelf.indexOf(selected);
    App next = app.shelf(shelf).posts(app.posts().at(at < 0 ? index : at));
    if (loaded.asked()) next = next.message(Phrases.count(loaded.catalog().entries().size(), "post"));
    next = TagPickerUpdate.loaded(next);
    return reopened(identify(next), app);
  }

  /** Has the posts looked at whose files do not tell whether they were read. */
  static Next identify(App app) {
    List<Entry> doubtful = Keeping.doubtful(app);
    return doubtful.isEmpty() ? Next.of(app) : Next.of(app, new Effect.Identify(doubtful));
  }

  /** The open post is read again when its file changed; its place is kept. */
  private static Next reopened(Next next, App before) {
    Screen.Reader reader = before.reader();
    if (reader == null || before.waiting() != null) return next;
    Entry old = reader.opened().entry();
    Entry now = next.app().shelf().entry(Reading.key(old));
    if (now == null) return new Next(next.app().message(GONE), next.effects());
    if (next.app().message().equals(GONE)) next = new Next(next.app().message(""), next.effects());
    boolean same =
        Reading.modified(old) == Reading.modified(now) && Reading.size(old) == Reading.size(now);
    if (same) return next;
    Goal goal = new Goal.At(reader.page().positionOf(reader.top()), -1);
    Next again = Reading.ask(next.app(), now, goal, before.trail());
    return new Next(again.app(), next.effects()).and(again.effects().getFirst());
  }
}
