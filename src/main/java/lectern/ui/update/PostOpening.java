package lectern.ui.update;

import java.util.List;
import java.util.Set;
import lectern.markdown.Document;
import lectern.post.Entry;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.LoadedPost;
import lectern.ui.Model;
import lectern.ui.Movement;
import lectern.ui.NavigationHistory;
import lectern.ui.OpenTarget;
import lectern.ui.ReaderHistory;
import lectern.ui.ReaderScreen;
import lectern.ui.Step;
import org.jspecify.annotations.Nullable;

/** Opens posts. */
public final class PostOpening {
  /** Bytes up to which a post is searched for links to others when it is opened. */
  private static final long MAX_SCANNED_BYTES = 64 * 1024;

  private PostOpening() {}

  /**
   * Asks for a post.
   *
   * @param navigation the history once the post is there
   */
  public static Step requestPost(
      Model model, Entry entry, OpenTarget target, NavigationHistory navigation) {
    int requestId = model.lastRequestId() + 1;
    return Step.of(
        model.withPendingOpen(new Model.PendingOpen(requestId, navigation), requestId),
        new Effect.LoadPost(entry, target, requestId));
  }

  /** To a place in the open post or another. */
  static Step goTo(Model model, NavigationHistory.Location to, NavigationHistory navigation) {
    ReaderScreen reader = model.reader();
    ReaderScreen open = reader != null && to.path().equals(reader.entry().key()) ? reader : null;
    if (open != null && model.screen() == open) {
      int row = open.page().relocate(to.position());
      return Step.of(
          PageScroll.scrollTo(
              model.withNavigation(navigation), open.withFocus(to.focusIndex()), row));
    }
    Entry entry = model.posts().findByPath(to.path());
    if (entry == null && open != null) entry = open.entry();
    if (entry == null) return Step.of(model.withMessage("That post is gone: " + to.path()));
    OpenTarget target = new OpenTarget.AtPosition(to.position(), to.focusIndex());
    return requestPost(model, entry, target, navigation);
  }

  /** Shows a post that was read, unless its reader has gone elsewhere in the meantime. */
  static Model showLoaded(Model model, Event.PostLoaded loaded) {
    Model.PendingOpen pending = model.pendingOpen();
    if (pending == null || pending.requestId() != loaded.requestId()) return model;
    Model left =
        ProgressUpdate.savePosition(model)
            .withNavigation(pending.navigation())
            .withPendingOpen(null, model.lastRequestId());
    Entry entry = loaded.post().entry();
    ReaderHistory.ReadingRecord record = left.history().records().get(entry.key());
    ReaderScreen reader = layOut(left, loaded.post());
    Model shown = left.reader() == null ? left.push(reader) : popToReader(left).withReader(reader);
    return ProgressUpdate.markRead(goToTarget(shown, reader, loaded.target(), record));
  }

  private static ReaderScreen layOut(Model model, LoadedPost post) {
    boolean small = post.entry().size() <= MAX_SCANNED_BYTES;
    List<Document.Link> links = small ? post.document().links() : List.of();
    Document document = RelatedPosts.appendTo(post.document(), links, model.posts(), post.entry());
    return ReaderScreen.of(post, document, PageScroll.layOut(model, post, document, Set.of()));
  }

  private static Model popToReader(Model model) {
    Model popped = model;
    while (!(popped.screen() instanceof ReaderScreen)) popped = popped.pop();
    return popped;
  }

  private static Model goToTarget(
      Model model,
      ReaderScreen reader,
      OpenTarget target,
      ReaderHistory.@Nullable ReadingRecord record) {
    return switch (target) {
      case OpenTarget.AtPosition at ->
          PageScroll.scrollTo(
              model, reader.withFocus(at.focusIndex()), reader.page().relocate(at.position()));
      case OpenTarget.AtFragment fragment ->
          PageScroll.scrollToFragment(model, reader, fragment.id());
      case OpenTarget.LastPosition _ -> goToLastPosition(model, reader, record);
    };
  }

  private static Model goToLastPosition(
      Model model, ReaderScreen reader, ReaderHistory.@Nullable ReadingRecord record) {
    if (record == null || record.percentRead() >= 100) return model;
    int row = reader.page().relocate(record.position());
    Model scrolled = PageScroll.scrollTo(model, reader, row);
    if (row == 0) return scrolled;
    String start = model.keymap().firstKeyLabel(Movement.START);
    return scrolled.withMessage("Where you left it. " + start + " goes to the start");
  }
}
