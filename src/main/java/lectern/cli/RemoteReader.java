package lectern.cli;

import lectern.home.UserFiles;
import lectern.post.Catalog;
import lectern.ui.ReaderHistory;

/**
 * A reader from afar.
 *
 * @param liveCatalog where files may be read
 * @param catalog the only posts there are for them
 * @param userFiles where theirs is kept; null for somebody unknown
 */
record RemoteReader(LiveCatalog liveCatalog, Catalog catalog, UserFiles userFiles) {
  ReaderHistory loadHistory() {
    return userFiles == null ? ReaderHistory.EMPTY : userFiles.loadHistory().history();
  }
}
