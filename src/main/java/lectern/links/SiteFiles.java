package lectern.links;

import org.jspecify.annotations.Nullable;

/**
 * The files around the posts of a catalog, as far as they may be known. Paths are absolute, with
 * {@code /} between names and without dots; the top is the empty path.
 */
public interface SiteFiles {
  /** The folder of the posts; their names are below it. */
  String root();

  /** Whether there is a file or folder. */
  boolean exists(String path);

  /** The folder where the site begins that a folder belongs to; null when nothing says so. */
  String siteRoot(@Nullable String folder);

  /** Whether a post that is not in the catalog does not exist in its folder. */
  boolean listsAllPosts();
}
