package lectern.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Which posts, in which order.
 *
 * @param words all must occur, folded, in title, description, tags or slug; empty: any post
 * @param with of each group, one tag at least
 * @param without none of these
 * @param drafts drafts too
 * @param sort by what; newest first for dates, A first for titles
 * @param reverse the other way round; posts without a date stay last
 * @param since no post from before this day; null: any
 * @param limit at most so many; 0: all
 */
public record Query(
    String words,
    List<List<Tag>> with,
    List<Tag> without,
    boolean drafts,
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

  public Query words(String words) {
    return new Query(words, with, without, drafts, sort, reverse, since, limit);
  }

  public Query tags(List<List<Tag>> with, List<Tag> without) {
    return new Query(words, with, without, drafts, sort, reverse, since, limit);
  }

  public Query drafts(boolean drafts) {
    return new Query(words, with, without, drafts, sort, reverse, since, limit);
  }

  public Query sort(Sort sort) {
    return new Query(words, with, without, drafts, sort, reverse, since, limit);
  }

  public Query reverse(boolean reverse) {
    return new Query(words, with, without, drafts, sort, reverse, since, limit);
  }

  public Query since(LocalDate since) {
    return new Query(words, with, without, drafts, sort, reverse, since, limit);
  }

  public Query limit(int limit) {
    return new Query(words, with, without, drafts, sort, reverse, since, limit);
  }

  /** Adds one {@code --tag} argument: {@code a,b} for "or", {@code !a} for "without". */
  public Query tag(String argument) {
    List<List<Tag>> with = new ArrayList<>(this.with);
    List<Tag> without = new ArrayList<>(this.without);
    List<Tag> group = new ArrayList<>();
    for (String part : argument.split(",")) {
      String name = part.strip();
      boolean not = name.startsWith("!");
      if (not) name = name.substring(1).strip();
      if (name.startsWith("#")) name = name.substring(1);
      if (!name.isEmpty()) (not ? without : group).add(Tag.of(name));
    }
    if (!group.isEmpty()) with.add(List.copyOf(group));
    return tags(List.copyOf(with), List.copyOf(without));
  }

  /** Whether anything but drafts is asked to go. */
  public boolean filters() {
    return !words.isBlank() || !with.isEmpty() || !without.isEmpty() || since != null;
  }

  /**
   * The entries that answer, in order; broken posts last, and only where nothing is filtered or
   * their name holds the words.
   */
  public List<Entry> of(Catalog catalog) {
    List<Entry> out = new ArrayList<>();
    String[] folded = words.isBlank() ? new String[0] : Tag.fold(words.strip()).split("\\s+");
    for (Entry entry : catalog.entries()) if (answers(entry, folded)) out.add(entry);
    out.sort(order());
    return limit > 0 && out.size() > limit
        ? List.copyOf(out.subList(0, limit))
        : Collections.unmodifiableList(out);
  }

  /** Whether an entry answers all but the words. */
  public boolean admits(Entry entry) {
    return answers(entry, new String[0]);
  }

  private boolean answers(Entry entry, String[] folded) {
    if (!(entry instanceof Post post))
      return with.isEmpty() && without.isEmpty() && since == null && holds(entry, folded);
    if (post.draft() && !drafts) return false;
    if (since != null && (post.date().isEmpty() || post.date().get().day().isBefore(since)))
      return false;
    for (Tag tag : without) if (post.tags().contains(tag)) return false;
    for (List<Tag> group : with) if (Collections.disjoint(group, post.tags())) return false;
    return holds(entry, folded);
  }

  private static boolean holds(Entry entry, String[] folded) {
    if (folded.length == 0) return true;
    String text = haystack(entry);
    for (String word : folded) if (!text.contains(word)) return false;
    return true;
  }

  /** What words are looked for in, folded. */
  public static String haystack(Entry entry) {
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
    return Tag.fold(text.toString());
  }

  /** Total: what is equal otherwise is in the order of the names. */
  public Comparator<Entry> order() {
    return new EntryComparator(this);
  }

  /** A class of its own, not a lambda: the first of those costs milliseconds at each start. */
  private record EntryComparator(Query query) implements Comparator<Entry> {
    @Override
    public int compare(Entry a, Entry b) {
      boolean left = a instanceof Post;
      boolean right = b instanceof Post;
      if (left != right) return left ? -1 : 1;
      int by = left ? query.compare((Post) a, (Post) b) : 0;
      return by != 0 ? by : a.name().compareTo(b.name());
    }
  }

  private int compare(Post a, Post b) {
    int turn = reverse ? -1 : 1;
    if (sort == Sort.TITLE) return turn * Tag.fold(a.title()).compareTo(Tag.fold(b.title()));
    PostDate left = moment(a);
    PostDate right = moment(b);
    if (left == null || right == null) return left == right ? 0 : left == null ? 1 : -1;
    return turn * right.compareTo(left);
  }

  private PostDate moment(Post post) {
    PostDate date = post.date().orElse(null);
    return sort == Sort.UPDATED ? post.updated().orElse(date) : date;
  }
}
