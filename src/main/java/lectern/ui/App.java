package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Query;

/**
 * All that one reader's lectern is at one moment. Never changed once it is handed out: {@link
 * Update} makes the next one, by the methods here that take a value and return another App.
 */
public final class App {
  /** What to do when the post is there. @param trail the trail from then on */
  record Waiting(int ticket, Trail trail) {}

  private Size size;
  private Shelf shelf;

  /** The list first; the last is shown. */
  private List<Screen> screens;

  private Keymap keymap;
  private Preferences preferences;
  private Memory memory;
  private Trail trail = Trail.NONE;

  /** Pressed so far of a sequence, a space between; empty for none. */
  private String keys = "";

  /** The number typed before a command; -1 for none. */
  private int count = -1;

  /** One sentence for the reader, until the next key; empty for none. */
  private String message = "";

  /** For a post that is being read from disk; null for none. */
  private Waiting waiting;

  /** Of the last post asked for. */
  private int ticket;

  /** Whether there is something to remember that was not saved. */
  private boolean dirty;

  /** Milliseconds since 1970, as the session says. */
  private long now;

  private App() {}

  /** To be changed in one thing by its maker, and then never again. */
  private App(App other) {
    size = other.size;
    shelf = other.shelf;
    screens = other.screens;
    keymap = other.keymap;
    preferences = other.preferences;
    memory = other.memory;
    trail = other.trail;
    keys = other.keys;
    count = other.count;
    message = other.message;
    waiting = other.waiting;
    ticket = other.ticket;
    dirty = other.dirty;
    now = other.now;
  }

  /** A lectern that shows the list. */
  public static App of(
      Size size,
      Catalog catalog,
      Query query,
      Keymap keymap,
      Preferences preferences,
      Memory memory) {
    Screen.Posts posts =
        Screen.Posts.FIRST.resume(Reading.resume(catalog, memory, preferences.today()));
    App app = new App();
    app.size = size;
    app.keymap = keymap;
    app.shelf = Shelf.of(catalog, query);
    app.screens = List.of(posts);
    app.preferences = preferences;
    app.memory = memory;
    return app;
  }

  /** The same, about to open a post at once. The effect that comes with it reads the post. */
  public Next opening(Entry entry, Goal goal) {
    return Reading.ask(this, entry, goal, trail);
  }

  /** The list, whatever was open: the way out of a screen that cannot be drawn. */
  public App home() {
    return screens(List.of(screens.getFirst())).waiting(null, ticket);
  }

  public App at(long now) {
    App app = new App(this);
    app.now = now;
    return app;
  }

  /** Whether something should be saved before long. */
  public boolean unsaved() {
    return dirty;
  }

  Screen top() {
    return screens.getLast();
  }

  Screen.Posts posts() {
    return (Screen.Posts) screens.getFirst();
  }

  /** The post being read, also under a help or an outline; null for none. */
  Screen.Reader reader() {
    for (Screen screen : screens) if (screen instanceof Screen.Reader reader) return reader;
    return null;
  }

  /** What is selected in the list; null when it is empty. */
  Entry selected() {
    List<Entry> shown = shelf.shown();
    return shown.isEmpty() ? null : shown.get(Math.min(posts().selected(), shown.size() - 1));
  }

  App push(Screen screen) {
    List<Screen> all = new ArrayList<>(screens);
    all.add(screen);
    return screens(List.copyOf(all));
  }

  App pop() {
    return screens.size() < 2 ? this : screens(List.copyOf(screens.subList(0, screens.size() - 1)));
  }

  /** With another screen in the place of the one shown. */
  App top(Screen screen) {
    return screen == top() ? this : pop0().push(screen);
  }

  /** With the post being read replaced, wherever it stands in the stack. */
  App reader(Screen.Reader next) {
    List<Screen> all = new ArrayList<>(screens);
    for (int i = 0; i < all.size(); i++) if (all.get(i) instanceof Screen.Reader) all.set(i, next);
    return screens(List.copyOf(all));
  }

  App posts(Screen.Posts next) {
    List<Screen> all = new ArrayList<>(screens);
    all.set(0, next);
    return screens(List.copyOf(all));
  }

  private App pop0() {
    return screens(List.copyOf(screens.subList(0, screens.size() - 1)));
  }

  App keymap(Keymap next) {
    App app = new App(this);
    app.keymap = next;
    return app;
  }

  App size(Size next) {
    App app = new App(this);
    app.size = next;
    return app;
  }

  App shelf(Shelf next) {
    App app = new App(this);
    app.shelf = next;
    return app;
  }

  App screens(List<Screen> next) {
    App app = new App(this);
    app.screens = next;
    return app;
  }

  /** With other preferences. */
  public App preferences(Preferences next) {
    App app = new App(this);
    app.preferences = next;
    return app;
  }

  /** With something new to remember, which should be saved. */
  App memory(Memory next) {
    App app = new App(this);
    app.memory = next;
    app.dirty = true;
    return app;
  }

  App trail(Trail next) {
    App app = new App(this);
    app.trail = next;
    return app;
  }

  App pending(String keys, int count) {
    App app = new App(this);
    app.keys = keys;
    app.count = count;
    return app;
  }

  /** With a sentence for the reader. */
  public App message(String next) {
    App app = new App(this);
    app.message = next;
    return app;
  }

  App waiting(Waiting next, int ticket) {
    App app = new App(this);
    app.waiting = next;
    app.ticket = ticket;
    return app;
  }

  App dirty(boolean next) {
    App app = new App(this);
    app.dirty = next;
    return app;
  }

  public Size size() {
    return size;
  }

  Shelf shelf() {
    return shelf;
  }

  List<Screen> screens() {
    return screens;
  }

  Keymap keymap() {
    return keymap;
  }

  /** Whether a command can do anything here: over a network some have nothing to do it to. */
  boolean offers(Command command) {
    if (preferences.local()) return true;
    if (command != Command.DRAFTS) return command != Command.EDIT && command != Command.SUSPEND;
    for (lectern.post.Entry entry : shelf.catalog().entries()) if (Shelf.draft(entry)) return true;
    return false;
  }

  public Preferences preferences() {
    return preferences;
  }

  Memory memory() {
    return memory;
  }

  Trail trail() {
    return trail;
  }

  String keys() {
    return keys;
  }

  int count() {
    return count;
  }

  String message() {
    return message;
  }

  Waiting waiting() {
    return waiting;
  }

  int ticket() {
    return ticket;
  }

  long now() {
    return now;
  }
}
