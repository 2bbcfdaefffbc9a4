package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Query;
import lectern.ui.update.PostOpening;
import lectern.ui.update.Update;

/**
 * All that one reader's lectern is at one moment. Never changed once it is handed out: {@link
 * Update} makes the next one, by the methods here that take a value and return another App.
 */
public final class Model {
  /** What to do when the post is there. @param trail the trail from then on */
  public record PendingOpen(int requestId, NavigationHistory navigation) {}

  private Size size;
  private FilteredPosts posts;

  /** The list first; the last is shown. */
  private List<Screen> screens;

  private Keymap keymap;
  private Preferences preferences;
  private ReaderHistory history;
  private NavigationHistory navigation = NavigationHistory.EMPTY;

  /** Pressed so far of a sequence, a space between; empty for none. */
  private String pendingKeys = "";

  /** The number typed before a command; -1 for none. */
  private int count = -1;

  /** One sentence for the reader, until the next key; empty for none. */
  private String message = "";

  /** For a post that is being read from disk; null for none. */
  private PendingOpen pendingOpen;

  /** Of the last post asked for. */
  private int lastRequestId;

  /** Whether there is something to remember that was not saved. */
  private boolean dirty;

  /** Milliseconds since 1970, as the session says. */
  private long now;

  private Model() {}

  /** To be changed in one thing by its maker, and then never again. */
  private Model(Model other) {
    size = other.size;
    posts = other.posts;
    screens = other.screens;
    keymap = other.keymap;
    preferences = other.preferences;
    history = other.history;
    navigation = other.navigation;
    pendingKeys = other.pendingKeys;
    count = other.count;
    message = other.message;
    pendingOpen = other.pendingOpen;
    lastRequestId = other.lastRequestId;
    dirty = other.dirty;
    now = other.now;
  }

  /** A lectern that shows the list. */
  public static Model of(
      Size size,
      Catalog catalog,
      Query query,
      Keymap keymap,
      Preferences preferences,
      ReaderHistory memory) {
    Screen.PostList posts =
        Screen.PostList.INITIAL.unfinished(
            PostOpening.findUnfinished(catalog, memory, preferences.todayEpochDay()));
    Model app = new Model();
    app.size = size;
    app.keymap = keymap;
    app.posts = FilteredPosts.of(catalog, query);
    app.screens = List.of(posts);
    app.preferences = preferences;
    app.history = memory;
    return app;
  }

  /** The same, about to open a post at once. The effect that comes with it reads the post. */
  public Step openPost(Entry entry, OpenTarget goal) {
    return PostOpening.requestPost(this, entry, goal, navigation);
  }

  /** The list, whatever was open: the way out of a screen that cannot be drawn. */
  public Model returnToPostList() {
    return screens(List.of(screens.getFirst())).pendingOpen(null, lastRequestId);
  }

  public Model withNow(long now) {
    Model app = new Model(this);
    app.now = now;
    return app;
  }

  /** Whether something should be saved before long. */
  public boolean hasUnsavedChanges() {
    return dirty;
  }

  public Screen screen() {
    return screens.getLast();
  }

  public Screen.PostList postList() {
    return (Screen.PostList) screens.getFirst();
  }

  /** The post being read, also under a help or an outline; null for none. */
  public Screen.ReaderScreen readerScreen() {
    for (Screen screen : screens) if (screen instanceof Screen.ReaderScreen reader) return reader;
    return null;
  }

  /** What is selected in the list; null when it is empty. */
  public Entry selectedEntry() {
    List<Entry> shown = posts.shown();
    return shown.isEmpty() ? null : shown.get(Math.min(postList().selected(), shown.size() - 1));
  }

  public Model push(Screen screen) {
    List<Screen> all = new ArrayList<>(screens);
    all.add(screen);
    return screens(List.copyOf(all));
  }

  public Model pop() {
    return screens.size() < 2 ? this : screens(List.copyOf(screens.subList(0, screens.size() - 1)));
  }

  /** With another screen in the place of the one shown. */
  public Model screen(Screen screen) {
    return screen == screen() ? this : popUnchecked().push(screen);
  }

  /** With the post being read replaced, wherever it stands in the stack. */
  public Model readerScreen(Screen.ReaderScreen next) {
    List<Screen> all = new ArrayList<>(screens);
    for (int i = 0; i < all.size(); i++)
      if (all.get(i) instanceof Screen.ReaderScreen) all.set(i, next);
    return screens(List.copyOf(all));
  }

  public Model postList(Screen.PostList next) {
    List<Screen> all = new ArrayList<>(screens);
    all.set(0, next);
    return screens(List.copyOf(all));
  }

  private Model popUnchecked() {
    return screens(List.copyOf(screens.subList(0, screens.size() - 1)));
  }

  public Model keymap(Keymap next) {
    Model app = new Model(this);
    app.keymap = next;
    return app;
  }

  public Model size(Size next) {
    Model app = new Model(this);
    app.size = next;
    return app;
  }

  public Model posts(FilteredPosts next) {
    Model app = new Model(this);
    app.posts = next;
    return app;
  }

  Model screens(List<Screen> next) {
    Model app = new Model(this);
    app.screens = next;
    return app;
  }

  /** With other preferences. */
  public Model preferences(Preferences next) {
    Model app = new Model(this);
    app.preferences = next;
    return app;
  }

  /** With something new to remember, which should be saved. */
  public Model history(ReaderHistory next) {
    Model app = new Model(this);
    app.history = next;
    app.dirty = true;
    return app;
  }

  public Model navigation(NavigationHistory next) {
    Model app = new Model(this);
    app.navigation = next;
    return app;
  }

  public Model withPendingInput(String keys, int count) {
    Model app = new Model(this);
    app.pendingKeys = keys;
    app.count = count;
    return app;
  }

  /** With a sentence for the reader. */
  public Model message(String next) {
    Model app = new Model(this);
    app.message = next;
    return app;
  }

  public Model pendingOpen(PendingOpen next, int ticket) {
    Model app = new Model(this);
    app.pendingOpen = next;
    app.lastRequestId = ticket;
    return app;
  }

  public Model withDirty(boolean next) {
    Model app = new Model(this);
    app.dirty = next;
    return app;
  }

  public Size size() {
    return size;
  }

  public FilteredPosts posts() {
    return posts;
  }

  public List<Screen> screens() {
    return screens;
  }

  public Keymap keymap() {
    return keymap;
  }

  /** Whether a command can do anything here: over a network some have nothing to do it to. */
  public boolean isAvailable(Command command) {
    if (preferences.local()) return true;
    if (command != Command.DRAFTS) return command != Command.EDIT && command != Command.SUSPEND;
    for (lectern.post.Entry entry : posts.catalog().entries())
      if (FilteredPosts.isDraftPost(entry)) return true;
    return false;
  }

  public Preferences preferences() {
    return preferences;
  }

  public ReaderHistory history() {
    return history;
  }

  public NavigationHistory navigation() {
    return navigation;
  }

  public String pendingKeys() {
    return pendingKeys;
  }

  public int count() {
    return count;
  }

  public String message() {
    return message;
  }

  public PendingOpen pendingOpen() {
    return pendingOpen;
  }

  public int lastRequestId() {
    return lastRequestId;
  }

  public long now() {
    return now;
  }
}
