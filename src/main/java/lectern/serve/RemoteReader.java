package lectern.serve;

import lectern.post.Catalog;
import lectern.ui.ReaderHistory;
import lectern.userdata.UserFiles;

/**
 * A reader from afar.
 *
 * @param liveCatalog where files may be read
 * @param catalog the only posts there are for them
 * @param userFiles where theirs is kept; null for somebody unknown
 */
public record RemoteReader(LiveCatalog liveCatalog, Catalog catalog, UserFiles userFiles) {
  public ReaderHistory loadHistory() {
    return userFiles == null ? ReaderHistory.EMPTY : userFiles.loadHistory().history();
  }
}
