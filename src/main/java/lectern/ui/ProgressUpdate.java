package lectern.ui;

import java.util.List;
import java.util.Map;
import lectern.layout.ReadingPosition;
import lectern.post.Entry;

/** Keeps what a reader would want to find again: places, and what was read. */
final class ProgressUpdate {
  private ProgressUpdate() {}

  /** Whether the post was read: this very text, not an older one in the same file. */
  static boolean isRead(Model app, Entry entry) {
    return app.memory().read(entry);
  }

  /** With the post marked as read, now that it is open. */
  static Model read(Model app, LoadedPost opened) {
    Screen.ReaderScreen reader = app.reader();
    ReadingPosition place = reader.page().positionOf(reader.top());
    return app.memory(
        app.memory()
            .with(
                kept(
                    app,
                    opened.entry(),
                    opened.hash(),
                    true,
                    place,
                    PostOpening.percent(app, reader))));
  }

  /** With the place of the post that is open. */
  static Model place(Model app) {
    Screen.ReaderScreen reader = app.reader();
    if (reader == null) return app;
    LoadedPost opened = reader.opened();
    ReadingPosition place = reader.page().positionOf(reader.top());
    int percent = PostOpening.percent(app, reader);
    ReaderHistory.ReadingRecord old = app.memory().posts().get(PostOpening.key(opened.entry()));
    if (old != null && place.equals(old.place()) && old.percent() == percent) return app;
    boolean read = old == null || old.read();
    return app.memory(
        app.memory().with(kept(app, opened.entry(), opened.hash(), read, place, percent)));
  }

  /** Read becomes unread, and the other way round. */
  static Model toggle(Model app, Entry entry) {
    ReaderHistory.ReadingRecord old = app.memory().posts().get(PostOpening.key(entry));
    boolean read = !isRead(app, entry);
    String hash = old == null ? "" : old.hash();
    ReadingPosition place = old == null ? ReadingPosition.START : old.place();
    int percent = old == null ? 0 : old.percent();
    return app.memory(app.memory().with(kept(app, entry, hash, read, place, percent)));
  }

  private static ReaderHistory.ReadingRecord kept(
      Model app, Entry entry, String hash, boolean read, ReadingPosition place, int percent) {
    return new ReaderHistory.ReadingRecord(
        PostOpening.key(entry),
        hash,
        PostOpening.size(entry),
        PostOpening.modified(entry),
        read,
        place,
        percent,
        entry.title(),
        app.now());
  }

  /** The posts whose text must be looked at to know whether they were read. */
  static List<Entry> doubtful(Model app) {
    return app.memory().doubtful(app.shelf().catalog().entries());
  }

  /** With what the texts that were looked at say. */
  static Model identified(Model app, Map<String, String> hashes) {
    ReaderHistory known = app.memory().identified(app.shelf().catalog().entries(), hashes);
    return known == app.memory() ? app : app.memory(known);
  }
}
