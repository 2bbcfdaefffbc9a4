package lectern.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import lectern.text.TextFolding;

/**
 * Which posts, in which order.
 *
 * @param text all must occur, folded, in title, description, tags or slug; empty: any post
 * @param anyOf of each group, one tag at least
 * @param noneOf none of these
 * @param includeDrafts drafts too
 * @param sort by what; newest first for dates, A first for titles
 * @param reverse the other way round; posts without a date stay last
 * @param since no post from before this day; null: any
 * @param limit at most so many; 0: all
 */
public record Query(
    String text,
    List<List<Tag>> anyOf,
    List<Tag> noneOf,
    boolean includeDrafts,
    Sort sort,
    boolean reverse,
    LocalDate since,
    int limit) {
  public enum Sort {
    DATE,
    TITLE,
    UPDATED
  }

  public static final Query ALL =
      new Query("", List.of(), List.of(), false, Sort.DATE, false, null, 0);

  public Query withText(String words) {
    return new Query(words, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  public Query withTags(List<List<Tag>> with, List<Tag> without) {
    return new Query(text, with, without, includeDrafts, sort, reverse, since, limit);
  }

  public Query withDrafts(boolean drafts) {
    return new Query(text, anyOf, noneOf, drafts, sort, reverse, since, limit);
  }

  public Query withSort(Sort sort) {
    return new Query(text, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  public Query withReverse(boolean reverse) {
    return new Query(text, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  public Query withSince(LocalDate since) {
    return new Query(text, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  public Query withLimit(int limit) {
    return new Query(text, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  /** Adds one {@code --tag} argument: {@code a,b} for "or", {@code !a} for "without". */
  public Query withTagArgument(String argument) {
    List<List<Tag>> with = new ArrayList<>(this.anyOf);
    List<Tag> without = new ArrayList<>(this.noneOf);
    List<Tag> group = new ArrayList<>();
    for (String part : argument.split(",")) {
      String name = part.strip();
      boolean not = name.startsWith("!");
      if (not) name = name.substring(1).strip();
      if (name.startsWith("#")) name = name.substring(1);
      if (!name.isEmpty()) (not ? without : group).add(Tag.of(name));
    }
    if (!group.isEmpty()) with.add(List.copyOf(group));
    return withTags(List.copyOf(with), List.copyOf(without));
  }

  /** Whether anything but drafts is asked to go. */
  public boolean isFiltering() {
    return !text.isBlank() || !anyOf.isEmpty() || !noneOf.isEmpty() || since != null;
  }

  /**
   * The entries that answer, in order; broken posts last, and only where nothing is filtered or
   * their name holds the words.
   */
  public List<Entry> select(Catalog catalog) {
    List<Entry> out = new ArrayList<>();
    String[] folded = text.isBlank() ? new String[0] : TextFolding.fold(text.strip()).split("\\s+");
    for (Entry entry : catalog.entries()) if (matches(entry, folded)) out.add(entry);
    out.sort(comparator());
    return limit > 0 && out.size() > limit
        ? List.copyOf(out.subList(0, limit))
        : Collections.unmodifiableList(out);
  }

  /** Whether an entry answers all but the words. */
  public boolean matchesIgnoringText(Entry entry) {
    return matches(entry, new String[0]);
  }

  private boolean matches(Entry entry, String[] folded) {
    if (!(entry instanceof Post post))
      return anyOf.isEmpty() && noneOf.isEmpty() && since == null && matchesText(entry, folded);
    if (post.draft() && !includeDrafts) return false;
    if (since != null && (post.date().isEmpty() || post.date().get().day().isBefore(since)))
      return false;
    for (Tag tag : noneOf) if (post.tags().contains(tag)) return false;
    for (List<Tag> group : anyOf) if (Collections.disjoint(group, post.tags())) return false;
    return matchesText(entry, folded);
  }

  private static boolean matchesText(Entry entry, String[] folded) {
    if (folded.length == 0) return true;
    String text = searchText(entry);
    for (String word : folded) if (!text.contains(word)) return false;
    return true;
  }

  /** What words are looked for in, folded. */
  public static String searchText(Entry entry) {
    StringBuilder text =
        new StringBuilder(entry.title())
            .append('\n')
            .append(entry.slug())
            .append('\n')
            .append(entry.name());
    if (entry instanceof Post post) {
      text.append('\n').append(post.description());
      for (Tag tag : post.tags()) text.append('\n').append(tag.name());
    }
    return TextFolding.fold(text.toString());
  }

  /** Total: what is equal otherwise is in the order of the names. */
  public Comparator<Entry> comparator() {
    return new EntryComparator(this);
  }

  /** A class of its own, not a lambda: the first of those costs milliseconds at each start. */
  private record EntryComparator(Query query) implements Comparator<Entry> {
    @Override
    public int compare(Entry a, Entry b) {
      boolean left = a instanceof Post;
      boolean right = b instanceof Post;
      if (left != right) return left ? -1 : 1;
      int by = left ? query.comparePosts((Post) a, (Post) b) : 0;
      return by != 0 ? by : a.name().compareTo(b.name());
    }
  }

  private int comparePosts(Post a, Post b) {
    int turn = reverse ? -1 : 1;
    if (sort == Sort.TITLE)
      return turn * TextFolding.fold(a.title()).compareTo(TextFolding.fold(b.title()));
    PostDate left = sortDate(a);
    PostDate right = sortDate(b);
    if (left == null || right == null) return left == right ? 0 : left == null ? 1 : -1;
    return turn * right.compareTo(left);
  }

  private PostDate sortDate(Post post) {
    PostDate date = post.date().orElse(null);
    return sort == Sort.UPDATED ? post.updated().orElse(date) : date;
  }
}
