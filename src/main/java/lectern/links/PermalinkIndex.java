package lectern.links;

import java.util.HashMap;
import java.util.Map;
import lectern.post.Catalog;
import lectern.post.Entry;
import org.jspecify.annotations.Nullable;

/** Posts by the addresses that they have on their site. */
final class PermalinkIndex {
  private final Catalog catalog;
  private final String folderName;
  private final Map<String, Entry> bySlug = new HashMap<>();
  private final Map<String, Entry> declared = new HashMap<>();

  /**
   * @param folderName of the folder of the posts
   */
  PermalinkIndex(Catalog catalog, String folderName) {
    this.catalog = catalog;
    this.folderName = folderName;
    for (Entry entry : catalog.entries()) {
      bySlug.putIfAbsent(entry.slug(), entry);
      for (String address : entry.post().permalinks()) declared.putIfAbsent(toKey(address), entry);
    }
  }

  private static String toKey(String address) {
    return LinkPath.withoutTrailingSlashes(
        address.startsWith("/") ? address.substring(1) : address);
  }

  /** The post whose front matter gives it this address, or gave it once; null for none. */
  @Nullable Entry findDeclared(String address) {
    return declared.get(address);
  }

  /**
   * The post with this slug, else one whose slug ends with the address or the other way round;
   * below {@code _posts}, where addresses are made of dates and categories, the last names are the
   * same. Null for none.
   */
  @Nullable Entry find(String address) {
    Entry exact = bySlug.get(address);
    if (exact != null) return exact;
    String last = LinkPath.lastName(address);
    for (Entry entry : catalog.entries()) {
      String slug = entry.slug();
      boolean same = endsWithNames(slug, address) || endsWithNames(address, slug);
      boolean dated = entry.name().contains("_posts/") && endsWithNames("/" + slug, last);
      if (same || dated && !last.isEmpty()) return entry;
    }
    return null;
  }

  private static boolean endsWithNames(String path, String end) {
    return path.length() > end.length()
        && path.endsWith(end)
        && path.charAt(path.length() - end.length() - 1) == '/';
  }

  /** Whether posts lie in a folder of this name, below any others. */
  boolean hasPostsIn(String folder) {
    for (Entry entry : catalog.entries()) {
      int slash = entry.name().lastIndexOf('/');
      String parent = slash < 0 ? folderName : entry.name().substring(0, slash);
      if (parent.equals(folder) || endsWithNames(parent, folder)) return true;
    }
    return false;
  }
}
