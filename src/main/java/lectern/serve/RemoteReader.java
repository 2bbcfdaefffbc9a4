package lectern.serve;

import lectern.post.Catalog;
import lectern.ui.ReaderHistory;
import lectern.userdata.UserFiles;
import org.jspecify.annotations.Nullable;

/**
 * A reader over SSH, as one command sees them.
 *
 * @param liveCatalog resolves files of posts
 * @param catalog posts as of the start of the command
 * @param userFiles kept for a reader with a key
 */
public record RemoteReader(
    LiveCatalog liveCatalog, Catalog catalog, @Nullable UserFiles userFiles) {
  /** Reading positions and marks; empty without a key. */
  public ReaderHistory loadHistory() {
    return userFiles == null ? ReaderHistory.EMPTY : userFiles.loadHistory().history();
  }
}
