package lectern.post;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.text.TextFolding;
import org.jspecify.annotations.Nullable;

/**
 * The order that a query asks for; a total one: entries that are equal otherwise are in the order
 * of their names. Posts without a date stand in the order that their site gives them by weights: in
 * each folder its own page first, then by weight.
 */
public final class EntryOrder implements Comparator<Entry> {
  private final Query.Sort sort;
  private final int direction;

  /** Weight of a folder, which its page has, by the folder's path; null: no entry has a weight. */
  private final @Nullable Map<String, Double> folderWeights;

  private EntryOrder(Query query, @Nullable Map<String, Double> folderWeights) {
    this.sort = query.sort();
    this.direction = query.reverse() ? -1 : 1;
    this.folderWeights = folderWeights;
  }

  /**
   * @param entries that will be sorted
   */
  public static EntryOrder of(Query query, List<Entry> entries) {
    @Nullable Map<String, Double> weights = null;
    for (Entry entry : entries) {
      double weight = entry.post().weight();
      if (weight == Double.POSITIVE_INFINITY) continue;
      if (weights == null) weights = new HashMap<>();
      int slash = entry.name().lastIndexOf('/');
      if (slash > 0 && isFolderPage(entry.name(), slash + 1))
        weights.put(entry.name().substring(0, slash), weight);
    }
    return new EntryOrder(query, weights);
  }

  /** Whether nothing is known of an entry by which it could be sorted. */
  public static boolean isUnknown(Entry entry) {
    return entry instanceof BrokenPost
        && entry.post().date().isEmpty()
        && entry.title().equals(entry.name());
  }

  @Override
  public int compare(Entry a, Entry b) {
    boolean unknown = isUnknown(a);
    if (unknown != isUnknown(b)) return unknown ? 1 : -1;
    int by = unknown ? 0 : comparePosts(a.post(), b.post());
    return by != 0 ? by : a.name().compareTo(b.name());
  }

  private int comparePosts(Post a, Post b) {
    if (sort == Query.Sort.WEIGHT) return direction * comparePlaces(a, b);
    if (sort == Query.Sort.TITLE)
      return direction * TextFolding.fold(a.title()).compareTo(TextFolding.fold(b.title()));
    PostDate left = sortDate(a);
    PostDate right = sortDate(b);
    if (left == null && right == null) return comparePlaces(a, b);
    if (left == null || right == null) return left == null ? 1 : -1;
    return direction * right.compareTo(left);
  }

  private @Nullable PostDate sortDate(Post post) {
    PostDate date = post.date().orElse(null);
    return sort == Query.Sort.UPDATED ? post.updated().orElse(date) : date;
  }

  /** By the weights of the first files or folders in which two paths differ. */
  private int comparePlaces(Post a, Post b) {
    Map<String, Double> weights = folderWeights;
    if (weights == null) return 0;
    int from = 0;
    int endA = a.name().indexOf('/');
    int endB = b.name().indexOf('/');
    while (endA >= 0 && endA == endB && a.name().regionMatches(from, b.name(), from, endA - from)) {
      from = endA + 1;
      endA = a.name().indexOf('/', from);
      endB = b.name().indexOf('/', from);
    }
    boolean page = endA < 0 && isFolderPage(a.name(), from);
    if (page != (endB < 0 && isFolderPage(b.name(), from))) return page ? -1 : 1;
    return Double.compare(weightOf(a, endA, weights), weightOf(b, endB, weights));
  }

  /**
   * @param end where the name of a folder ends in the path; -1: the post's own weight is asked for
   */
  private static double weightOf(Post post, int end, Map<String, Double> folderWeights) {
    if (end < 0) return post.weight();
    Double weight = folderWeights.get(post.name().substring(0, end));
    return weight == null ? Double.POSITIVE_INFINITY : weight;
  }

  private static boolean isFolderPage(String name, int from) {
    return name.startsWith("_index.", from) || name.startsWith("index.", from);
  }
}
