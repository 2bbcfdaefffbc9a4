package lectern.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.links.LinkResolver;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.EntryOrder;
import lectern.post.Post;
import lectern.post.Query;
import lectern.post.Tag;
import lectern.text.TextFolding;
import org.jspecify.annotations.Nullable;

/**
 * The posts of a catalog that match a query, sorted.
 *
 * @param shown the matching entries
 * @param index of all posts of the catalog; filled when it is first needed
 */
public record FilteredPosts(Catalog catalog, Query query, List<Entry> shown, SearchIndex index) {
  public static FilteredPosts of(Catalog catalog, Query query) {
    return filter(catalog, query, new SearchIndex(catalog));
  }

  public FilteredPosts withQuery(Query next) {
    return next.equals(query) ? this : filter(catalog, next, index);
  }

  /** How many entries there would be without text and tags. */
  public int countBeforeFilters() {
    if (query.includeDrafts()) return catalog.entries().size();
    return index.countPublished();
  }

  public boolean hasDrafts() {
    return index.countPublished() < catalog.entries().size();
  }

  /** The entry that a path names, unless it is gone. */
  public @Nullable Entry findByPath(String path) {
    for (Entry entry : catalog.entries()) if (entry.key().equals(path)) return entry;
    return null;
  }

  /** Index of an entry in the list, by its path; -1 when it is not listed. */
  public int indexOf(Entry entry) {
    for (int i = 0; i < shown.size(); i++) if (shown.get(i).path().equals(entry.path())) return i;
    return -1;
  }

  /** All tags, those with most posts first. */
  public List<Tag> tagsByFrequency() {
    Map<Tag, Integer> counts = new HashMap<>();
    for (Entry entry : catalog.entries()) {
      if (query.includeDrafts() || !entry.draft()) {
        for (Tag tag : entry.post().tags()) counts.merge(tag, 1, Integer::sum);
      }
    }
    List<Tag> tags = new ArrayList<>(counts.keySet());
    tags.sort(
        Comparator.comparing((Tag tag) -> -counts.getOrDefault(tag, 0)).thenComparing(Tag::key));
    return tags;
  }

  /** How many of the shown posts have each tag: what would remain if it were chosen too. */
  public Map<Tag, Integer> countPostsByTag() {
    Map<Tag, Integer> counts = new HashMap<>();
    for (Entry entry : shown)
      for (Tag tag : entry.post().tags()) counts.merge(tag, 1, Integer::sum);
    return counts;
  }

  private static FilteredPosts filter(Catalog catalog, Query query, SearchIndex index) {
    String[] words = splitWords(query.text());
    Query rest = query.withText("");
    List<Entry> shown = new ArrayList<>();
    for (int i : index.sortedIndexes(rest)) {
      Entry entry = catalog.entries().get(i);
      if ((words.length == 0 || index.containsAll(i, words)) && rest.matchesIgnoringText(entry))
        shown.add(entry);
      if (query.limit() > 0 && shown.size() == query.limit()) break;
    }
    return new FilteredPosts(catalog, query, shown, index);
  }

  static boolean isDraftPost(Entry entry) {
    return entry instanceof Post post && post.draft();
  }

  private static String[] splitWords(String text) {
    List<String> words = new ArrayList<>();
    String folded = TextFolding.fold(text);
    int start = -1;
    for (int i = 0; i <= folded.length(); i++) {
      boolean gap = i == folded.length() || Character.isWhitespace(folded.charAt(i));
      if (!gap && start < 0) start = i;
      if (gap && start >= 0) {
        words.add(folded.substring(start, i));
        start = -1;
      }
    }
    return words.toArray(new String[0]);
  }

  /**
   * What every query of a catalog uses: folded texts, the last order, tags. Safe to share between
   * threads: a lost race only computes it again.
   */
  public static final class SearchIndex {
    private final Catalog catalog;
    private final List<Entry> entries;
    private final String[] foldedTexts;
    private volatile @Nullable CachedOrder lastOrder;
    private volatile @Nullable LinkResolver links;
    private volatile @Nullable Map<Tag, List<Integer>> publishedByTag;
    private volatile int publishedCount = -1;

    private record CachedOrder(Query.Sort sort, boolean reverse, int[] indexes) {}

    SearchIndex(Catalog catalog) {
      entries = catalog.entries();
      this.catalog = catalog;
      foldedTexts = new String[entries.size()];
    }

    /** Where the links of these posts lead, as far as the catalog tells. */
    public LinkResolver links() {
      LinkResolver known = links;
      return known != null ? known : (links = LinkResolver.of(catalog));
    }

    boolean containsAll(int n, String[] all) {
      String folded = foldedTexts[n];
      if (folded == null) foldedTexts[n] = folded = Query.searchText(entries.get(n));
      for (String word : all) if (!folded.contains(word)) return false;
      return true;
    }

    /** How many entries are no drafts; counted once, since every frame of the list says it. */
    int countPublished() {
      if (publishedCount >= 0) return publishedCount;
      int n = 0;
      for (Entry entry : entries) if (!isDraftPost(entry)) n++;
      return publishedCount = n;
    }

    /**
     * Catalog indexes of published posts with this tag. Thousands of posts lie scattered in memory:
     * to read each of them at every key would take milliseconds.
     */
    public List<Integer> publishedWithTag(Tag tag) {
      Map<Tag, List<Integer>> known = publishedByTag;
      if (known == null) {
        known = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
          if (entries.get(i).draft()) continue;
          for (Tag each : entries.get(i).post().tags())
            known.computeIfAbsent(each, _ -> new ArrayList<>()).add(i);
        }
        publishedByTag = known;
      }
      return known.getOrDefault(tag, List.of());
    }

    /** The order of {@link EntryOrder} by title, with every title folded once. */
    private Comparator<Integer> titleComparator(boolean reverse) {
      String[] folded = new String[entries.size()];
      for (int i = 0; i < folded.length; i++) folded[i] = TextFolding.fold(entries.get(i).title());
      return (a, b) -> {
        boolean unknown = EntryOrder.isUnknown(entries.get(a));
        if (unknown != EntryOrder.isUnknown(entries.get(b))) return unknown ? 1 : -1;
        int by = !unknown ? folded[a].compareTo(folded[b]) : 0;
        if (by != 0) return reverse ? -by : by;
        return entries.get(a).name().compareTo(entries.get(b).name());
      };
    }

    /** Indexes of all entries, in the order that a query asks for. */
    int[] sortedIndexes(Query query) {
      CachedOrder known = lastOrder;
      if (known != null && known.sort == query.sort() && known.reverse == query.reverse())
        return known.indexes;
      Integer[] boxed = new Integer[entries.size()];
      for (int i = 0; i < boxed.length; i++) boxed[i] = i;
      Comparator<Entry> order = EntryOrder.of(query, entries);
      if (query.sort() == Query.Sort.TITLE) Arrays.sort(boxed, titleComparator(query.reverse()));
      else Arrays.sort(boxed, (a, b) -> order.compare(entries.get(a), entries.get(b)));
      int[] plain = new int[boxed.length];
      for (int i = 0; i < plain.length; i++) plain[i] = boxed[i];
      lastOrder = new CachedOrder(query.sort(), query.reverse(), plain);
      return plain;
    }
  }
}
