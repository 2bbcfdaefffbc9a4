package lectern.links;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.text.TextFolding;
import org.jspecify.annotations.Nullable;

/**
 * Posts by their names as wiki links write them: the file's name, with or without folders and
 * extension, in any case; else the title.
 */
final class NoteIndex {
  private final Map<String, List<Entry>> byName = new HashMap<>();
  private final Map<Path, Entry> byPath = new HashMap<>();
  private final Map<String, Entry> byTitle = new HashMap<>();

  NoteIndex(Catalog catalog) {
    for (Entry entry : catalog.entries()) {
      String key = toKey(entry.name());
      byName.computeIfAbsent(LinkPath.lastName(key), _ -> new ArrayList<>(1)).add(entry);
      byPath.put(entry.path(), entry);
      byTitle.putIfAbsent(TextFolding.fold(entry.title()), entry);
    }
  }

  private static String toKey(String name) {
    String extension = LinkPath.extension(name);
    boolean post =
        extension.equals("md") || extension.equals("mdx") || extension.equals("markdown");
    int end = post ? name.length() - extension.length() - 1 : name.length();
    return TextFolding.fold(name.substring(0, end));
  }

  /**
   * Finds a note. Of several with one name, the one in the folder of the link wins, else the one
   * with the shortest path.
   *
   * @param folder of the post with the link, below that of the catalog; empty for the top
   */
  @Nullable Entry find(String name, String folder) {
    String key = toKey(name.startsWith("/") ? name.substring(1) : name);
    Entry best = null;
    for (Entry entry : byName.getOrDefault(LinkPath.lastName(key), List.of())) {
      String path = toKey(entry.name());
      if (!path.equals(key) && !path.endsWith("/" + key)) continue;
      if (best == null || isNearer(entry, best, folder)) best = entry;
    }
    return best != null ? best : byTitle.get(TextFolding.fold(name));
  }

  private static boolean isNearer(Entry entry, Entry than, String folder) {
    boolean here = folderOf(entry.name()).equals(folder);
    boolean there = folderOf(than.name()).equals(folder);
    return here == there ? entry.name().length() < than.name().length() : here;
  }

  /** The folder of a post below that of the catalog, also of one that was opened by its path. */
  String folderOf(Entry entry) {
    Entry known = byPath.get(entry.path());
    return folderOf(known == null ? entry.name() : known.name());
  }

  private static String folderOf(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }
}
