package lectern.ui.update;

import java.util.List;
import lectern.post.BrokenPost;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Query;
import lectern.ui.Command;
import lectern.ui.CommonCommand;
import lectern.ui.DisplayText;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.FilteredPosts;
import lectern.ui.Key;
import lectern.ui.ListBanner;
import lectern.ui.Model;
import lectern.ui.Movement;
import lectern.ui.NavigationHistory;
import lectern.ui.OpenTarget;
import lectern.ui.PostList;
import lectern.ui.PostListCommand;
import lectern.ui.Prompt;
import lectern.ui.ReaderScreen;
import lectern.ui.ScreenMetrics;
import lectern.ui.Selection;
import lectern.ui.Step;
import org.jspecify.annotations.Nullable;

/** Events of the list of posts. */
record PostListUpdate(Model model, PostList screen) implements ScreenUpdate {
  private static final String POST_DELETED =
      "This post is gone from the folder; you still see its text";

  @Override
  public Step move(Movement movement, int count) {
    int last = Math.max(0, model.posts().shown().size() - 1);
    boolean numbered = count > 0 && (movement == Movement.START || movement == Movement.END);
    int to =
        numbered
            ? Math.min(count - 1, last)
            : movement.targetIndex(screen.selection().index(), count, visibleEntries(), last);
    return Step.of(model.withSelected(to));
  }

  private int visibleEntries() {
    return model.metrics().visibleEntries(ListBanner.rowCount(model));
  }

  @Override
  public Step run(Command command, int count) {
    Query query = model.posts().query();
    return switch ((PostListCommand) command) {
      case OPEN -> openSelected();
      case FILTER -> Step.of(model.withPostList(screen.withFilter(beginFilter())));
      case TAGS -> Step.of(TagPickerUpdate.open(model));
      case SORT -> Step.of(model.withQuery(query.withSort(nextSort(query.sort()))));
      case REVERSE -> Step.of(model.withQuery(query.withReverse(!query.reverse())));
      case TOGGLE_DRAFTS -> Step.of(toggleDrafts());
      case NEXT_UNREAD -> Step.of(selectUnread(1));
      case PREVIOUS_UNREAD -> Step.of(selectUnread(-1));
      case TOGGLE_READ -> Step.of(toggleRead());
      case CONTINUE -> continueUnfinished();
      case RELOAD -> Step.of(model.withMessage("Reading the folder again"), new Effect.Reload());
    };
  }

  @Override
  public Step close() {
    return ProgressUpdate.quit(model);
  }

  /** Takes the offer away, then the filter, then the tags; never leaves. */
  @Override
  public Step back() {
    Query query = model.posts().query();
    if (screen.unfinished() != null)
      return Step.of(model.withPostList(screen.withUnfinished(null)));
    if (!query.text().isEmpty()) return Step.of(model.withQuery(query.withText("")));
    if (query.hasTags()) return Step.of(model.withQuery(query.withoutTags()));
    return Step.of(
        model.withMessage(model.keymap().firstKeyLabel(CommonCommand.CLOSE) + " leaves"));
  }

  private static Query.Sort nextSort(Query.Sort sort) {
    return switch (sort) {
      case DATE -> Query.Sort.TITLE;
      case TITLE -> Query.Sort.UPDATED;
      case UPDATED, WEIGHT -> Query.Sort.DATE;
    };
  }

  private Step openSelected() {
    Entry entry = model.selectedEntry();
    return entry == null ? Step.of(model) : open(model, entry);
  }

  /** Opens a post from the list: a new navigation history begins. */
  private static Step open(Model model, Entry entry) {
    return PostOpening.requestPost(
        model.withPostList(model.postList().withUnfinished(null)),
        entry,
        OpenTarget.LAST_POSITION,
        NavigationHistory.EMPTY);
  }

  private Step continueUnfinished() {
    if (screen.unfinished() == null)
      return Step.of(model.withMessage("There is no post to continue"));
    Entry entry = model.posts().findByPath(screen.unfinished().path());
    if (entry == null) return Step.of(model.withMessage("That post is gone"));
    return open(model.withSelected(entry), entry);
  }

  private Model toggleDrafts() {
    if (!model.isAvailable(PostListCommand.TOGGLE_DRAFTS))
      return model.withMessage("Drafts are not shown here; that is up to the owner");
    boolean shown = !model.posts().query().includeDrafts();
    return model
        .withQuery(model.posts().query().withDrafts(shown))
        .withMessage(shown ? "Drafts are shown" : "Drafts are hidden");
  }

  private Model selectUnread(int step) {
    List<Entry> shown = model.posts().shown();
    for (int i = screen.selection().index() + step; i >= 0 && i < shown.size(); i += step) {
      if (shown.get(i) instanceof Post && !model.history().isRead(shown.get(i)))
        return model.withSelected(i);
    }
    return model.withMessage(
        step > 0 ? "No unread post further down" : "No unread post further up");
  }

  private Model toggleRead() {
    Entry entry = model.selectedEntry();
    if (entry == null) return model;
    Model toggled = ProgressUpdate.toggleRead(model, entry);
    return toggled.withMessage(
        toggled.history().isRead(entry) ? "Marked as read" : "Marked as unread");
  }

  @Override
  public @Nullable Step type(Key key) {
    PostList.FilterInput filter = screen.filter();
    if (filter == null) return null;
    Prompt prompt = filter.prompt();
    return switch (key.name()) {
      case "Enter" ->
          Step.of(
              model
                  .withPostList(screen.withFilter(null))
                  .withHistory(model.history().withSearch(model.posts().query().text())));
      case "Backspace" -> prompt.text().isEmpty() ? cancelFilter(filter) : editFilter(filter, key);
      case "Up" -> move(Movement.UP, -1);
      case "Down" -> move(Movement.DOWN, -1);
      case "PgUp" -> move(Movement.PAGE_UP, -1);
      case "PgDn" -> move(Movement.PAGE_DOWN, -1);
      default ->
          PromptKeys.cancels(model, key)
              ? cancelFilter(filter)
              : PromptKeys.isCommand(model, key) ? null : editFilter(filter, key);
    };
  }

  @Override
  public Step edit() {
    Entry entry = model.selectedEntry();
    if (entry == null) return Step.of(model);
    int line = entry instanceof BrokenPost broken ? broken.reason().line() : 1;
    return Step.of(model, new Effect.Edit(entry, Math.max(1, line), null, 0));
  }

  @Override
  public Step paste(String text) {
    PostList.FilterInput filter = screen.filter() == null ? beginFilter() : screen.filter();
    return filterBy(filter.withPrompt(filter.prompt().insert(text)));
  }

  private PostList.FilterInput beginFilter() {
    String text = model.posts().query().text();
    return new PostList.FilterInput(Prompt.of(text), text, model.selectedEntry());
  }

  private Step editFilter(PostList.FilterInput filter, Key key) {
    return filterBy(filter.withPrompt(filter.prompt().handleKey(key, model.history().searches())));
  }

  private Step filterBy(PostList.FilterInput filter) {
    Model next = model.withQuery(model.posts().query().withText(filter.prompt().text()));
    return Step.of(next.withPostList(next.postList().withFilter(filter)));
  }

  private Step cancelFilter(PostList.FilterInput filter) {
    Model before =
        model
            .withQuery(model.posts().query().withText(filter.previousText()))
            .withSelected(filter.previousEntry());
    return Step.of(before.withPostList(before.postList().withFilter(null)));
  }

  @Override
  public @Nullable Step activate(int index) {
    List<Entry> shown = model.posts().shown();
    if (index < 0 || index >= shown.size()) return null;
    Model closed = model.withPostList(screen.withFilter(null)).withSelected(index);
    return open(closed, shown.get(index));
  }

  @Override
  public @Nullable Step click(int row, int column) {
    ScreenMetrics metrics = model.metrics();
    int inList = row - metrics.firstListRow() - ListBanner.rowCount(model);
    boolean outside = inList < 0 || row - metrics.firstListRow() >= metrics.listRows();
    return outside ? null : activate(screen.selection().top() + inList / metrics.rowsPerEntry());
  }

  @Override
  public Model settle() {
    Selection settled = screen.selection().settle(visibleEntries(), model.posts().shown().size());
    return model.withPostList(screen.withSelection(settled));
  }

  /** The folder was read again: filter, order, selection and the open post stay. */
  static Step replaceCatalog(Model model, Event.CatalogLoaded loaded) {
    Model next =
        model
            .withPosts(FilteredPosts.of(loaded.catalog(), model.posts().query()))
            .withSelected(model.selectedEntry());
    if (loaded.requested())
      next = next.withMessage(DisplayText.pluralize(loaded.catalog().entries().size(), "post"));
    Step step = requestHashes(TagPickerUpdate.refresh(next));
    ReaderScreen reader = model.reader();
    return reader != null && model.pendingOpen() == null ? reloadOpenPost(step, reader) : step;
  }

  /** Asks for hashes of the posts whose files do not tell whether they were read. */
  static Step requestHashes(Model model) {
    List<Entry> unknown = model.history().findEntriesToHash(model.posts().catalog().entries());
    return unknown.isEmpty() ? Step.of(model) : Step.of(model, new Effect.HashPosts(unknown));
  }

  /** The open post is read again when its file changed; its position is kept. */
  private static Step reloadOpenPost(Step step, ReaderScreen reader) {
    Model model = step.model();
    Entry old = reader.entry();
    Entry now = model.posts().findByPath(old.key());
    if (now == null) return new Step(model.withMessage(POST_DELETED), step.effects());
    if (model.message().equals(POST_DELETED)) model = model.withMessage("");
    if (old.modified() == now.modified() && old.size() == now.size())
      return new Step(model, step.effects());
    OpenTarget target = new OpenTarget.AtPosition(reader.page().positionOf(reader.top()), -1);
    Step again = PostOpening.requestPost(model, now, target, model.navigation());
    return new Step(again.model(), step.effects()).withEffect(again.effects().getFirst());
  }
}
