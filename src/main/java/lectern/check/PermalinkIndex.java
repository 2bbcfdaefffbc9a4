package lectern.check;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import lectern.library.Library;
import lectern.library.UnreadablePostException;
import lectern.post.Catalog;
import lectern.post.Entry;

/** Posts by the addresses that they will have on their site. */
final class PermalinkIndex {
  private final Path postsRoot;
  private final Catalog catalog;
  private Set<String> declared;

  /**
   * @param root the folder of the posts, absolute
   */
  PermalinkIndex(Path root, Catalog catalog) {
    this.postsRoot = root;
    this.catalog = catalog;
  }

  /**
   * A post by the address it will have: one of address and slug ends with the other; below {@code
   * _posts}, where addresses are made of dates and categories, the last names are the same.
   */
  Path findPost(String address) {
    String last = address.substring(address.lastIndexOf('/') + 1);
    for (Entry entry : catalog.entries()) {
      String slug = entry.slug();
      boolean same =
          slug.equals(address)
              || endsWithSegments(slug, address)
              || endsWithSegments(address, slug);
      boolean dated = entry.name().contains("_posts/") && endsWithSegments("/" + slug, last);
      if (same || dated && !last.isEmpty()) return entry.path();
    }
    return null;
  }

  private static boolean endsWithSegments(String whole, String end) {
    return whole.length() > end.length()
        && whole.endsWith(end)
        && whole.charAt(whole.length() - end.length() - 1) == '/';
  }

  /** Whether a post gives itself this address, or had it once. */
  boolean declaredPermalinks(String address) {
    return declaredPermalinks().contains(address);
  }

  /** Addresses that posts give themselves. */
  private Set<String> declaredPermalinks() {
    if (declared != null) return declared;
    declared = new HashSet<>();
    for (Entry entry : catalog.entries()) {
      try {
        Library.LoadedFile whole = Library.load(entry.path());
        for (String address :
            whole.frontMatterList("permalink", "url", "path", "aliases", "redirect_from"))
          declared.add(
              stripTrailingSlashes(address.startsWith("/") ? address.substring(1) : address));
      } catch (UnreadablePostException unreadable) {
        continue;
      }
    }
    return declared;
  }

  /** Whether posts lie in a folder of this name, below any others. */
  boolean hasPostsIn(String folder) {
    for (Entry entry : catalog.entries()) {
      int slash = entry.name().lastIndexOf('/');
      String parent = slash < 0 ? postsRoot.getFileName() + "" : entry.name().substring(0, slash);
      if (parent.equals(folder) || endsWithSegments(parent, folder)) return true;
    }
    return false;
  }

  /** A path without the slashes at its end. */
  static String stripTrailingSlashes(String path) {
    String bare = path;
    while (bare.endsWith("/") && bare.length() > 1) bare = bare.substring(0, bare.length() - 1);
    return bare;
  }
}
