package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Tag;

/**
 * Which posts stand in the list, and in what order.
 *
 * @param words all of them must be found; empty for any
 * @param with of each group a post has one tag at least
 * @param without a post has none of these
 * @param drafts whether drafts are shown too
 */
public record Selection(
    String words, List<List<Tag>> with, List<Tag> without, Order order, boolean reverse, boolean drafts) {
  public static final Selection ALL = new Selection("", List.of(), List.of(), Order.DATE, false, false);

  /** What comes first. */
  public enum Order {
    DATE("newest first"),
    TITLE("by title"),
    UPDATED("last changed first");

    private final String words;

    Order(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    Order next() {
      return this == DATE ? TITLE : this == TITLE ? UPDATED : DATE;
    }
  }

  Selection words(String words) {
    return new Selection(words, with, without, order, reverse, drafts);
  }

  Selection sorted(Order order) {
    return new Selection(words, with, without, order, reverse, drafts);
  }

  Selection reversed() {
    return new Selection(words, with, without, order, !reverse, drafts);
  }

  Selection drafts(boolean shown) {
    return new Selection(words, with, without, order, reverse, shown);
  }

  Selection noTags() {
    return new Selection(words, List.of(), List.of(), order, reverse, drafts);
  }

  boolean isWith(Tag tag) {
    for (List<Tag> group : with) if (group.contains(tag)) return true;
    return false;
  }

  boolean isWithout(Tag tag) {
    return without.contains(tag);
  }

  boolean hasTags() {
    return !with.isEmpty() || !without.isEmpty();
  }

  /** A tag's turn: with it, without it, either. */
  Selection turned(Tag tag) {
    if (isWith(tag)) return new Selection(words, less(tag), plus(without, tag), order, reverse, drafts);
    if (isWithout(tag)) return new Selection(words, with, minus(without, tag), order, reverse, drafts);
    return new Selection(words, plus(with, List.of(tag)), without, order, reverse, drafts);
  }

  private List<List<Tag>> less(Tag tag) {
    List<List<Tag>> groups = new ArrayList<>();
    for (List<Tag> group : with) {
      List<Tag> rest = minus(group, tag);
      if (!rest.isEmpty()) groups.add(rest);
    }
    return List.copyOf(groups);
  }

  private static <T> List<T> plus(List<T> list, T more) {
    List<T> all = new ArrayList<>(list);
    all.add(more);
    return List.copyOf(all);
  }

  private static List<Tag> minus(List<Tag> tags, Tag tag) {
    List<Tag> rest = new ArrayList<>(tags);
    rest.remove(tag);
    return List.copyOf(rest);
  }
}
