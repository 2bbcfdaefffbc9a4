package lectern.ui.update;

import java.util.List;
import java.util.Map;
import lectern.layout.ReadingPosition;
import lectern.post.Entry;
import lectern.ui.LoadedPost;
import lectern.ui.Model;
import lectern.ui.ReaderHistory;
import lectern.ui.Screen;

/** Keeps what a reader would want to find again: places, and what was read. */
public final class ProgressUpdate {
  private ProgressUpdate() {}

  /** Whether the post was read: this very text, not an older one in the same file. */
  public static boolean isRead(Model app, Entry entry) {
    return app.history().isRead(entry);
  }

  /** With the post marked as read, now that it is open. */
  static Model markRead(Model app, LoadedPost opened) {
    Screen.ReaderScreen reader = app.readerScreen();
    ReadingPosition place = reader.page().positionOf(reader.top());
    return app.history(
        app.history()
            .with(
                newRecord(
                    app,
                    opened.entry(),
                    opened.contentHash(),
                    true,
                    place,
                    PostOpening.percentRead(app, reader))));
  }

  /** With the place of the post that is open. */
  public static Model savePosition(Model app) {
    Screen.ReaderScreen reader = app.readerScreen();
    if (reader == null) return app;
    LoadedPost opened = reader.post();
    ReadingPosition place = reader.page().positionOf(reader.top());
    int percent = PostOpening.percentRead(app, reader);
    ReaderHistory.ReadingRecord old =
        app.history().records().get(PostOpening.pathKey(opened.entry()));
    if (old != null && place.equals(old.position()) && old.percentRead() == percent) return app;
    boolean read = old == null || old.read();
    return app.history(
        app.history()
            .with(newRecord(app, opened.entry(), opened.contentHash(), read, place, percent)));
  }

  /** Read becomes unread, and the other way round. */
  static Model toggleRead(Model app, Entry entry) {
    ReaderHistory.ReadingRecord old = app.history().records().get(PostOpening.pathKey(entry));
    boolean read = !isRead(app, entry);
    String hash = old == null ? "" : old.contentHash();
    ReadingPosition place = old == null ? ReadingPosition.START : old.position();
    int percent = old == null ? 0 : old.percentRead();
    return app.history(app.history().with(newRecord(app, entry, hash, read, place, percent)));
  }

  private static ReaderHistory.ReadingRecord newRecord(
      Model app, Entry entry, String hash, boolean read, ReadingPosition place, int percent) {
    return new ReaderHistory.ReadingRecord(
        PostOpening.pathKey(entry),
        hash,
        entry.size(),
        entry.modified(),
        read,
        place,
        percent,
        entry.title(),
        app.now());
  }

  /** The posts whose text must be looked at to know whether they were read. */
  static List<Entry> findEntriesToHash(Model app) {
    return app.history().findEntriesToHash(app.posts().catalog().entries());
  }

  /** With what the texts that were looked at say. */
  static Model applyHashes(Model app, Map<String, String> hashes) {
    ReaderHistory known = app.history().withHashes(app.posts().catalog().entries(), hashes);
    return known == app.history() ? app : app.history(known);
  }
}
