package lectern.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lectern.text.TextFolding;
import org.jspecify.annotations.Nullable;

/**
 * Which posts, in which order.
 *
 * @param text words that must all occur, folded, in title, description, tags, slug or name; empty
 *     for any post
 * @param anyOf groups of tags; a post has at least one tag of each
 * @param noneOf tags that a post must not have
 * @param includeDrafts whether drafts are selected too
 * @param sort newest first for dates, A first for titles, the smallest first for weights
 * @param reverse reverses the order; posts without a date stay last
 * @param since posts from before this day are left out
 * @param limit how many at most; 0 for all
 */
public record Query(
    String text,
    List<List<Tag>> anyOf,
    List<Tag> noneOf,
    boolean includeDrafts,
    Sort sort,
    boolean reverse,
    @Nullable LocalDate since,
    int limit) {
  public enum Sort {
    DATE,
    TITLE,
    UPDATED,
    WEIGHT
  }

  public static final Query ALL =
      new Query("", List.of(), List.of(), false, Sort.DATE, false, null, 0);

  public Query withText(String text) {
    return new Query(text, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  public Query withTags(List<List<Tag>> anyOf, List<Tag> noneOf) {
    return new Query(text, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  public Query withDrafts(boolean includeDrafts) {
    return new Query(text, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  public Query withSort(Sort sort) {
    return new Query(text, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  public Query withReverse(boolean reverse) {
    return new Query(text, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  public Query withSince(@Nullable LocalDate since) {
    return new Query(text, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  public Query withLimit(int limit) {
    return new Query(text, anyOf, noneOf, includeDrafts, sort, reverse, since, limit);
  }

  /** Adds one {@code --tag} argument: {@code a,b} for "or", {@code !a} for "without". */
  public Query withTagArgument(String argument) {
    List<List<Tag>> required = new ArrayList<>(anyOf);
    List<Tag> excluded = new ArrayList<>(noneOf);
    List<Tag> group = new ArrayList<>();
    for (String part : argument.split(",")) {
      String name = part.strip();
      boolean not = name.startsWith("!");
      if (not) name = name.substring(1).strip();
      if (name.startsWith("#")) name = name.substring(1);
      if (!name.isEmpty()) (not ? excluded : group).add(Tag.of(name));
    }
    if (!group.isEmpty()) required.add(List.copyOf(group));
    return withTags(List.copyOf(required), List.copyOf(excluded));
  }

  /** Whether posts with a tag are asked for. */
  public boolean includes(Tag tag) {
    for (List<Tag> group : anyOf) if (group.contains(tag)) return true;
    return false;
  }

  /** Whether posts without a tag are asked for. */
  public boolean excludes(Tag tag) {
    return noneOf.contains(tag);
  }

  public boolean hasTags() {
    return !anyOf.isEmpty() || !noneOf.isEmpty();
  }

  public Query withoutTags() {
    return withTags(List.of(), List.of());
  }

  /** With posts of a tag asked for, then without it, then either. */
  public Query cycleTag(Tag tag) {
    List<List<Tag>> with = new ArrayList<>();
    for (List<Tag> group : anyOf) {
      List<Tag> left = remove(group, tag);
      if (!left.isEmpty()) with.add(left);
    }
    List<Tag> without = new ArrayList<>(remove(noneOf, tag));
    if (includes(tag)) without.add(tag);
    else if (!excludes(tag)) with.add(List.of(tag));
    return withTags(List.copyOf(with), List.copyOf(without));
  }

  private static List<Tag> remove(List<Tag> tags, Tag tag) {
    List<Tag> left = new ArrayList<>(tags);
    left.remove(tag);
    return List.copyOf(left);
  }

  /**
   * The entries that match, in order; broken posts of which nothing is known last, and only where
   * nothing is filtered or their name contains the words.
   */
  public List<Entry> select(Catalog catalog) {
    List<Entry> out = new ArrayList<>();
    String[] words = text.isBlank() ? new String[0] : TextFolding.fold(text.strip()).split("\\s+");
    for (Entry entry : catalog.entries()) if (matches(entry, words)) out.add(entry);
    out.sort(EntryOrder.of(this, out));
    return limit > 0 && out.size() > limit
        ? List.copyOf(out.subList(0, limit))
        : Collections.unmodifiableList(out);
  }

  /** Whether an entry matches all but {@link #text}. */
  public boolean matchesIgnoringText(Entry entry) {
    return matches(entry, new String[0]);
  }

  private boolean matches(Entry entry, String[] words) {
    Post post = entry.post();
    boolean broken = entry instanceof BrokenPost;
    if (broken && post.tags().isEmpty() && hasTags()) return false;
    if (post.draft() && !includeDrafts && !broken) return false;
    if (since != null && (post.date().isEmpty() || post.date().get().day().isBefore(since)))
      return false;
    for (Tag tag : noneOf) if (tag.coversAny(post.tags())) return false;
    for (List<Tag> group : anyOf) if (!coversAny(group, post.tags())) return false;
    return matchesText(entry, words);
  }

  private static boolean coversAny(List<Tag> group, List<Tag> tags) {
    for (Tag tag : group) if (tag.coversAny(tags)) return true;
    return false;
  }

  private static boolean matchesText(Entry entry, String[] words) {
    if (words.length == 0) return true;
    String text = searchText(entry);
    for (String word : words) if (!text.contains(word)) return false;
    return true;
  }

  /** The folded text of an entry in which words are searched. */
  public static String searchText(Entry entry) {
    StringBuilder text =
        new StringBuilder(entry.title())
            .append('\n')
            .append(entry.slug())
            .append('\n')
            .append(entry.name());
    text.append('\n').append(entry.post().description());
    for (Tag tag : entry.post().tags()) text.append('\n').append(tag.name());
    return TextFolding.fold(text.toString());
  }
}
