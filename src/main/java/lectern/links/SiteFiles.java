package lectern.links;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files around the posts of a catalog, and the ways of their site, as far as they may be known.
 * Paths are absolute, with {@code /} between names and without dots; the top is the empty path.
 */
public interface SiteFiles {
  /** The folder of the posts; their names are below it. */
  String root();

  /** Whether there is a file or folder. */
  boolean exists(String path);

  /** The path of a file that is found by its name, wherever it lies; null for none. */
  default @Nullable String find(String name) {
    return null;
  }

  /** The folder where the site begins that a folder belongs to; null when nothing says so. */
  @Nullable String siteRoot(@Nullable String folder);

  /** Whether a post that is not in the catalog does not exist in its folder. */
  boolean listsAllPosts();

  /** Folders, besides the usual ones, whose content has addresses from the top of the site. */
  List<String> servedFolders(String folder);

  /** The path of a file that is no post, by its name in lower case; null for none. */
  @Nullable String findByName(String name);

  /** Whether links between posts may be the mere name of a file that lies anywhere. */
  boolean linksByName(String folder);

  /** Whether a page without a translation is served in the default language. */
  boolean fallsBackToDefaultLanguage(String folder);

  /** Whether the site leads an address from its top elsewhere. */
  boolean isRedirected(String folder, String address);

  /** Whether pages of the site may come from elsewhere than its folder. */
  boolean hasForeignPages(String folder);

  /** Whether other sites are served around this one, so that links lead out of it. */
  boolean hasForeignSurroundings(String folder);
}
