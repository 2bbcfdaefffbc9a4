package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import lectern.layout.Glyphs;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Query;
import org.jspecify.annotations.Nullable;

/** The whole state of one reader; immutable once published. */
public final class Model {
  /**
   * A post that is being read from disk.
   *
   * @param requestId of the {@link Effect.LoadPost}
   * @param navigation the history from then on
   */
  public record PendingOpen(int requestId, NavigationHistory navigation) {}

  private Size size;
  private FilteredPosts posts;

  /** The list first; the last is shown. */
  private List<Screen> screens = List.of(PostList.INITIAL);

  private Keymap keymap;
  private Preferences preferences;
  private ReaderHistory history;
  private NavigationHistory navigation = NavigationHistory.EMPTY;
  private PendingInput pendingInput = PendingInput.NONE;

  /** The number typed before a command; -1 for none. */
  private int count = -1;

  /** One sentence for the reader, until the next key; empty for none. */
  private String message = "";

  private @Nullable PendingOpen pendingOpen;

  private int lastRequestId;
  private boolean dirty;

  /** Milliseconds since 1970, as the session says. */
  private long now;

  private Model(
      Size size,
      FilteredPosts posts,
      Keymap keymap,
      Preferences preferences,
      ReaderHistory history) {
    this.size = size;
    this.posts = posts;
    this.keymap = keymap;
    this.preferences = preferences;
    this.history = history;
  }

  /** Copy constructor for the withers; the copy is mutated once before it is published. */
  private Model(Model other) {
    size = other.size;
    posts = other.posts;
    screens = other.screens;
    keymap = other.keymap;
    preferences = other.preferences;
    history = other.history;
    navigation = other.navigation;
    pendingInput = other.pendingInput;
    count = other.count;
    message = other.message;
    pendingOpen = other.pendingOpen;
    lastRequestId = other.lastRequestId;
    dirty = other.dirty;
    now = other.now;
  }

  private Model with(Consumer<Model> change) {
    Model copy = new Model(this);
    change.accept(copy);
    return copy;
  }

  /** A model that shows the list. */
  public static Model of(
      Size size,
      Catalog catalog,
      Query query,
      Keymap keymap,
      Preferences preferences,
      ReaderHistory history) {
    return new Model(size, FilteredPosts.of(catalog, query), keymap, preferences, history);
  }

  /**
   * Offers to continue a post that was left half-read on an earlier day.
   *
   * @param today days since 1970 where the reader is
   */
  public Model offerUnfinished(long today) {
    return withPostList(postList().withUnfinished(history.findUnfinished(posts.catalog(), today)));
  }

  public Screen screen() {
    return screens.getLast();
  }

  public PostList postList() {
    return (PostList) screens.getFirst();
  }

  /** The open post, also under a help or an outline. */
  public @Nullable ReaderScreen reader() {
    for (Screen screen : screens) if (screen instanceof ReaderScreen reader) return reader;
    return null;
  }

  /** The open post, where there is one for certain: under its outline, after a search in it. */
  public ReaderScreen openReader() {
    return Objects.requireNonNull(reader());
  }

  /** What is selected in the list, unless that is empty. */
  public @Nullable Entry selectedEntry() {
    List<Entry> shown = posts.shown();
    if (shown.isEmpty()) return null;
    return shown.get(Math.min(postList().selection().index(), shown.size() - 1));
  }

  public Model push(Screen screen) {
    List<Screen> all = new ArrayList<>(screens);
    all.add(screen);
    return withScreens(all);
  }

  /** One level back; the list stays. */
  public Model pop() {
    return screens.size() < 2 ? this : withScreens(screens.subList(0, screens.size() - 1));
  }

  /** Drops all screens but the list: the way out of a screen that cannot be drawn. */
  public Model returnToPostList() {
    return withScreens(screens.subList(0, 1)).withPendingOpen(null, lastRequestId);
  }

  /** With another screen in the place of the one shown. */
  public Model withScreen(Screen screen) {
    return replaceScreen(screens.size() - 1, screen);
  }

  public Model withPostList(PostList next) {
    return replaceScreen(0, next);
  }

  /** With the open post replaced, wherever it stands in the stack. */
  public Model withReader(ReaderScreen next) {
    int index = screens.size() - 1;
    while (!(screens.get(index) instanceof ReaderScreen)) index--;
    return replaceScreen(index, next);
  }

  private Model replaceScreen(int index, Screen screen) {
    List<Screen> all = new ArrayList<>(screens);
    all.set(index, screen);
    return withScreens(all);
  }

  private Model withScreens(List<Screen> next) {
    return with(copy -> copy.screens = List.copyOf(next));
  }

  /** With an entry of the list selected, by its index. */
  public Model withSelected(int index) {
    return withPostList(postList().withSelection(postList().selection().withIndex(index)));
  }

  /** With an entry selected, if the list shows it. */
  public Model withSelected(@Nullable Entry entry) {
    int index = entry == null ? -1 : posts.indexOf(entry);
    return index < 0 ? this : withSelected(index);
  }

  /** With another query; the selected post stays selected where it is still shown. */
  public Model withQuery(Query query) {
    return withPosts(posts.withQuery(query)).withSelected(0).withSelected(selectedEntry());
  }

  public Model withPosts(FilteredPosts next) {
    return with(copy -> copy.posts = next);
  }

  public Model withSize(Size next) {
    return with(copy -> copy.size = next);
  }

  public Model withKeymap(Keymap next) {
    return with(copy -> copy.keymap = next);
  }

  public Model withPreferences(Preferences next) {
    return with(copy -> copy.preferences = next);
  }

  /** With something new to remember, which should be saved. */
  public Model withHistory(ReaderHistory next) {
    return with(copy -> copy.history = next).withDirty(true);
  }

  public Model withNavigation(NavigationHistory next) {
    return with(copy -> copy.navigation = next);
  }

  /**
   * @param count the number typed before a command; -1 for none
   */
  public Model withPendingInput(PendingInput next, int count) {
    return with(
        copy -> {
          copy.pendingInput = next;
          copy.count = count;
        });
  }

  /** With nothing pending. */
  public Model clearInput() {
    return withPendingInput(PendingInput.NONE, -1);
  }

  public Model withMessage(String next) {
    return with(copy -> copy.message = next);
  }

  public Model withPendingOpen(@Nullable PendingOpen next, int requestId) {
    return with(
        copy -> {
          copy.pendingOpen = next;
          copy.lastRequestId = requestId;
        });
  }

  public Model withDirty(boolean next) {
    return with(copy -> copy.dirty = next);
  }

  public Model withNow(long next) {
    return with(copy -> copy.now = next);
  }

  /** Whether a command can do anything here: over a network some have nothing to do it to. */
  public boolean isAvailable(Command command) {
    if (isLocal()) return true;
    if (command == PostListCommand.TOGGLE_DRAFTS) return posts.hasDrafts();
    return command != CommonCommand.EDIT && command != CommonCommand.SUSPEND;
  }

  public boolean isLocal() {
    return preferences.environment().local();
  }

  public Glyphs glyphs() {
    return preferences.environment().glyphs();
  }

  public ScreenMetrics metrics() {
    return new ScreenMetrics(size);
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

  public Preferences preferences() {
    return preferences;
  }

  public ReaderHistory history() {
    return history;
  }

  public NavigationHistory navigation() {
    return navigation;
  }

  public PendingInput pendingInput() {
    return pendingInput;
  }

  public int count() {
    return count;
  }

  public String message() {
    return message;
  }

  /** The post that is being read from disk. */
  public @Nullable PendingOpen pendingOpen() {
    return pendingOpen;
  }

  public int lastRequestId() {
    return lastRequestId;
  }

  /** Whether something should be saved before long. */
  public boolean hasUnsavedChanges() {
    return dirty;
  }

  /** Milliseconds since 1970. */
  public long now() {
    return now;
  }
}
