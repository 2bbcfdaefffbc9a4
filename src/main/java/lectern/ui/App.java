package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Query;

/**
 * All that one reader's lectern is at one moment. Never changed: {@link Update} makes the next one.
 *
 * @param screens the list first; the last is shown
 * @param keys pressed so far of a sequence, a space between; empty for none
 * @param count the number typed before a command; -1 for none
 * @param message one sentence for the reader, until the next key; empty for none
 * @param waiting for a post that is being read from disk; null for none
 * @param ticket of the last post asked for
 * @param dirty whether there is something to remember that was not saved
 * @param now milliseconds since 1970, as the session says
 */
public record App(
    Size size,
    Shelf shelf,
    List<Screen> screens,
    Keymap keymap,
    Preferences preferences,
    Memory memory,
    Trail trail,
    String keys,
    int count,
    String message,
    Waiting waiting,
    int ticket,
    boolean dirty,
    long now) {
  /** What to do when the post is there. @param trail the trail from then on */
  record Waiting(int ticket, Trail trail) {}

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
    return new App(
        size,
        Shelf.of(catalog, query),
        List.of(posts),
        keymap,
        preferences,
        memory,
        Trail.NONE,
        "",
        -1,
        "",
        null,
        0,
        false,
        0);
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
    return copy(
        size,
        shelf,
        screens,
        preferences,
        memory,
        trail,
        keys,
        count,
        message,
        waiting,
        ticket,
        dirty,
        now);
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
    return new App(
        size,
        shelf,
        screens,
        next,
        preferences,
        memory,
        trail,
        keys,
        count,
        message,
        waiting,
        ticket,
        dirty,
        now);
  }

  App size(Size next) {
    return copy(
        next,
        shelf,
        screens,
        preferences,
        memory,
        trail,
        keys,
        count,
        message,
        waiting,
        ticket,
        dirty,
        now);
  }

  App shelf(Shelf next) {
    return copy(
        size,
        next,
        screens,
        preferences,
        memory,
        trail,
        keys,
        count,
        message,
        waiting,
        ticket,
        dirty,
        now);
  }

  App screens(List<Screen> next) {
    return copy(
        size,
        shelf,
        next,
        preferences,
        memory,
        trail,
        keys,
        count,
        message,
        waiting,
        ticket,
        dirty,
        now);
  }

  /** With other preferences. */
  public App preferences(Preferences next) {
    return copy(
        size, shelf, screens, next, memory, trail, keys, count, message, waiting, ticket, dirty,
        now);
  }

  /** With something new to remember, which should be saved. */
  App memory(Memory next) {
    return copy(
        size,
        shelf,
        screens,
        preferences,
        next,
        trail,
        keys,
        count,
        message,
        waiting,
        ticket,
        true,
        now);
  }

  App trail(Trail next) {
    return copy(
        size,
        shelf,
        screens,
        preferences,
        memory,
        next,
        keys,
        count,
        message,
        waiting,
        ticket,
        dirty,
        now);
  }

  App pending(String keys, int count) {
    return copy(
        size,
        shelf,
        screens,
        preferences,
        memory,
        trail,
        keys,
        count,
        message,
        waiting,
        ticket,
        dirty,
        now);
  }

  /** With a sentence for the reader. */
  public App message(String next) {
    return copy(
        size,
        shelf,
        screens,
        preferences,
        memory,
        trail,
        keys,
        count,
        next,
        waiting,
        ticket,
        dirty,
        now);
  }

  App waiting(Waiting next, int ticket) {
    return copy(
        size,
        shelf,
        screens,
        preferences,
        memory,
        trail,
        keys,
        count,
        message,
        next,
        ticket,
        dirty,
        now);
  }

  App dirty(boolean next) {
    return copy(
        size,
        shelf,
        screens,
        preferences,
        memory,
        trail,
        keys,
        count,
        message,
        waiting,
        ticket,
        next,
        now);
  }

  private App copy(
      Size size,
      Shelf shelf,
      List<Screen> screens,
      Preferences preferences,
      Memory memory,
      Trail trail,
      String keys,
      int count,
      String message,
      Waiting waiting,
      int ticket,
      boolean dirty,
      long now) {
    return new App(
        size,
        shelf,
        screens,
        keymap,
        preferences,
        memory,
        trail,
        keys,
        count,
        message,
        waiting,
        ticket,
        dirty,
        now);
  }
}
