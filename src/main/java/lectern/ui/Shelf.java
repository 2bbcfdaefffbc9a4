package lectern.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Moment;
import lectern.post.Post;
import lectern.post.Tag;

/**
 * The posts of a catalog that a selection leaves, in order.
 *
 * @param shown what stands in the list
 * @param index of the words of all posts; filled as it is needed
 */
record Shelf(Catalog catalog, Selection selection, List<Entry> shown, Index index) {
  static Shelf of(Catalog catalog, Selection selection) {
    return picked(catalog, selection, new Index(catalog.entries().size()));
  }

  Shelf select(Selection next) {
    return next.equals(selection) ? this : picked(catalog, next, index);
  }

  /** How many entries there would be but for words and tags. */
  int total() {
    if (selection.drafts()) return catalog.entries().size();
    int n = 0;
    for (Entry entry : catalog.entries()) if (!draft(entry)) n++;
    return n;
  }

  /** The entry that a path names; null when it is gone. */
  Entry entry(String path) {
    for (Entry entry : catalog.entries()) if (entry.path().toString().equals(path)) return entry;
    return null;
  }

  /** Where an entry stands in the list, by its path; -1 when it does not. */
  int indexOf(Entry entry) {
    for (int i = 0; i < shown.size(); i++) if (shown.get(i).path().equals(entry.path())) return i;
    return -1;
  }

  /** All tags, those with most posts first. */
  List<Tag> tags() {
    Map<Tag, Integer> counts = new HashMap<>();
    for (Entry entry : catalog.entries()) {
      if (entry instanceof Post post && (selection.drafts() || !post.draft())) {
        for (Tag tag : post.tags()) counts.merge(tag, 1, Integer::sum);
      }
    }
    List<Tag> tags = new ArrayList<>(counts.keySet());
    tags.sort(Comparator.comparing((Tag tag) -> -counts.get(tag)).thenComparing(Tag::key));
    return tags;
  }

  /** How many of the shown posts have each tag: what would remain if it were chosen too. */
  Map<Tag, Integer> remaining() {
    Map<Tag, Integer> counts = new HashMap<>();
    for (Entry entry : shown) {
      if (entry instanceof Post post) for (Tag tag : post.tags()) counts.merge(tag, 1, Integer::sum);
    }
    return counts;
  }

  private static Shelf picked(Catalog catalog, Selection selection, Index index) {
    String[] words = words(selection.words());
    List<Entry> shown = new ArrayList<>();
    List<Entry> entries = catalog.entries();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (fits(entry, selection) && (words.length == 0 || index.has(i, entry, words))) shown.add(entry);
    }
    shown.sort(order(selection));
    return new Shelf(catalog, selection, shown, index);
  }

  private static boolean fits(Entry entry, Selection selection) {
    return switch (entry) {
      case Post post -> (selection.drafts() || !post.draft()) && tagged(post, selection);
      case BrokenPost _ -> selection.with().isEmpty();
    };
  }

  private static boolean tagged(Post post, Selection selection) {
    for (Tag tag : selection.without()) if (post.tags().contains(tag)) return false;
    for (List<Tag> group : selection.with()) {
      boolean one = false;
      for (Tag tag : group) one |= post.tags().contains(tag);
      if (!one) return false;
    }
    return true;
  }

  static boolean draft(Entry entry) {
    return entry instanceof Post post && post.draft();
  }

  private static String[] words(String text) {
    List<String> words = new ArrayList<>();
    String folded = Tag.fold(text);
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

  private static Comparator<Entry> order(Selection selection) {
    Comparator<Entry> order =
        switch (selection.order()) {
          case DATE -> (a, b) -> byTime(a, b, time(a, false), time(b, false), selection.reverse());
          case UPDATED -> (a, b) -> byTime(a, b, time(a, true), time(b, true), selection.reverse());
          case TITLE -> (a, b) -> byTitle(a, b, selection.reverse());
        };
    return order;
  }

  /** The later one first; those without a time last, whichever way round the rest is. */
  private static int byTime(Entry a, Entry b, long left, long right, boolean reverse) {
    if (left == right) return a.name().compareTo(b.name());
    if (left == Long.MIN_VALUE) return 1;
    if (right == Long.MIN_VALUE) return -1;
    return reverse ? Long.compare(left, right) : Long.compare(right, left);
  }

  private static int byTitle(Entry a, Entry b, boolean reverse) {
    int order = a.title().compareToIgnoreCase(b.title());
    if (order == 0) order = a.name().compareTo(b.name());
    return reverse ? -order : order;
  }

  private static long time(Entry entry, boolean updated) {
    if (!(entry instanceof Post post)) return Long.MIN_VALUE;
    Moment moment = post.date().orElse(null);
    if (updated) moment = post.updated().orElse(moment);
    return moment == null ? Long.MIN_VALUE : moment.millis();
  }

  /** The folded words of each entry, made when first searched; entry n of one catalog only. */
  static final class Index {
    private final String[] words;

    Index(int entries) {
      words = new String[entries];
    }

    boolean has(int n, Entry entry, String[] all) {
      String folded = words[n];
      if (folded == null) words[n] = folded = Tag.fold(text(entry));
      for (String word : all) if (!folded.contains(word)) return false;
      return true;
    }

    private static String text(Entry entry) {
      StringBuilder out = new StringBuilder();
      out.append(entry.title()).append('\n').append(entry.slug()).append('\n').append(entry.name());
      if (entry instanceof Post post) {
        out.append('\n').append(post.description());
        for (Tag tag : post.tags()) out.append('\n').append(tag.name()).append(" #").append(tag.name());
      }
      return out.toString();
    }
  }
}
