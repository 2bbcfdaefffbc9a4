package lectern.cli;

import lectern.home.UserFiles;
import lectern.post.Catalog;
import lectern.ui.Memory;

/**
 * A reader from afar.
 *
 * @param served where files may be read
 * @param catalog the only posts there are for them
 * @param home where theirs is kept; null for somebody unknown
 */
record RemoteReader(LiveCatalog served, Catalog catalog, UserFiles home) {
  Memory memory() {
    return home == null ? Memory.NONE : home.loadHistory().history();
  }
}
