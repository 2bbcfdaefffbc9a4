package lectern.ui.update;

import java.util.Map;
import lectern.layout.ReadingPosition;
import lectern.post.Entry;
import lectern.ui.Effect;
import lectern.ui.Model;
import lectern.ui.ReaderHistory;
import lectern.ui.ReaderScreen;
import lectern.ui.Step;

/** Records reading positions and read marks. */
public final class ProgressUpdate {
  private ProgressUpdate() {}

  /** With the open post marked as read. */
  static Model markRead(Model model) {
    return recordOpenPost(model, model.openReader(), true);
  }

  /** With the position in the open post recorded. */
  public static Model savePosition(Model model) {
    ReaderScreen reader = model.reader();
    if (reader == null) return model;
    ReaderHistory.ReadingRecord old = model.history().records().get(reader.entry().key());
    boolean same =
        old != null
            && old.position().equals(reader.page().positionOf(reader.top()))
            && old.percentRead() == reader.percentRead(model.metrics().pageRows());
    return same ? model : recordOpenPost(model, reader, old == null || old.read());
  }

  private static Model recordOpenPost(Model model, ReaderScreen reader, boolean read) {
    return withRecord(
        model,
        reader.entry(),
        reader.content().post().contentHash(),
        read,
        reader.page().positionOf(reader.top()),
        reader.percentRead(model.metrics().pageRows()));
  }

  /** Toggles the read mark. */
  static Model toggleRead(Model model, Entry entry) {
    ReaderHistory.ReadingRecord old = model.history().records().get(entry.key());
    boolean read = !model.history().isRead(entry);
    return old == null
        ? withRecord(model, entry, "", read, ReadingPosition.START, 0)
        : withRecord(model, entry, old.contentHash(), read, old.position(), old.percentRead());
  }

  private static Model withRecord(
      Model model, Entry entry, String hash, boolean read, ReadingPosition position, int percent) {
    return model.withHistory(
        model
            .history()
            .with(
                new ReaderHistory.ReadingRecord(
                    entry.key(),
                    hash,
                    entry.size(),
                    entry.modified(),
                    read,
                    position,
                    percent,
                    entry.title(),
                    model.now())));
  }

  /** With what the hashes say of files that were touched or moved. */
  static Model applyHashes(Model model, Map<String, String> hashes) {
    ReaderHistory known = model.history().withHashes(model.posts().catalog().entries(), hashes);
    return known == model.history() ? model : model.withHistory(known);
  }

  /** Saves what is unsaved. */
  static Step save(Model model) {
    if (!model.hasUnsavedChanges()) return Step.of(model);
    Model saved = savePosition(model);
    return Step.of(saved.withDirty(false), new Effect.Save(saved.history()));
  }

  /** Saves what is unsaved, and ends the session. */
  public static Step quit(Model model) {
    return save(savePosition(model)).withEffect(new Effect.Quit());
  }
}
