package lectern.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.post.Catalog;
import lectern.post.Entry;
import org.jspecify.annotations.Nullable;

/** Posts by the addresses that they have on their site. */
final class PermalinkIndex {
  private final Map<String, Entry> bySlug = new HashMap<>();
  private final Map<String, List<Entry>> byLastName = new HashMap<>();
  private final Map<String, Entry> declared = new HashMap<>();

  /** Addresses by the names of the posts that give them to themselves. */
  private final Map<String, List<String>> addressesOf = new HashMap<>();

  /** The folders of posts, with any number of names before them left out. */
  private final Set<String> folders = new HashSet<>();

  /**
   * @param folderName of the folder of the posts
   */
  PermalinkIndex(Catalog catalog, String folderName) {
    for (Entry entry : catalog.entries()) {
      String slug = entry.slug();
      bySlug.putIfAbsent(slug, entry);
      byLastName.computeIfAbsent(LinkPath.lastName(slug), _ -> new ArrayList<>()).add(entry);
      for (String address : entry.post().permalinks()) declare(toKey(address), entry);
      int slash = entry.name().lastIndexOf('/');
      addFolder(slash < 0 ? folderName : entry.name().substring(0, slash));
    }
  }

  private void declare(String address, Entry entry) {
    declared.putIfAbsent(address, entry);
    addressesOf.computeIfAbsent(entry.name(), _ -> new ArrayList<>()).add(address);
  }

  private void addFolder(String folder) {
    if (!folders.add(folder)) return;
    for (int at = folder.indexOf('/'); at >= 0; at = folder.indexOf('/', at + 1))
      folders.add(folder.substring(at + 1));
  }

  private static String toKey(String address) {
    return LinkPath.withoutTrailingSlashes(
        address.startsWith("/") ? address.substring(1) : address);
  }

  /** The post whose front matter gives it this address, or gave it once; null for none. */
  @Nullable Entry findDeclared(String address) {
    return declared.get(address);
  }

  /** The addresses that a post gives itself, without the slashes around them. */
  List<String> declaredBy(String name) {
    return addressesOf.getOrDefault(name.startsWith("/") ? name.substring(1) : name, List.of());
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
    if (last.isEmpty()) return null;
    for (Entry entry : byLastName.getOrDefault(last, List.of())) {
      String slug = entry.slug();
      boolean same = endsWithNames(slug, address) || endsWithNames(address, slug);
      if (same || entry.name().contains("_posts/")) return entry;
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
    return folders.contains(folder);
  }
}
