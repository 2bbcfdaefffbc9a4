package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Query;
import lectern.post.Tag;

/** Which tags a query asks for, and the query with a tag's turn taken. */
final class TagSelection {
  private TagSelection() {}

  static boolean isWith(Query query, Tag tag) {
    for (List<Tag> group : query.anyOf()) if (group.contains(tag)) return true;
    return false;
  }

  static boolean isWithout(Query query, Tag tag) {
    return query.noneOf().contains(tag);
  }

  static boolean any(Query query) {
    return !query.anyOf().isEmpty() || !query.noneOf().isEmpty();
  }

  static Query none(Query query) {
    return query.withTags(List.of(), List.of());
  }

  /** With the tag, without it, either. */
  static Query turned(Query query, Tag tag) {
    if (isWith(query, tag))
      return query.withTags(less(query.anyOf(), tag), plus(query.noneOf(), tag));
    if (isWithout(query, tag)) return query.withTags(query.anyOf(), minus(query.noneOf(), tag));
    return query.withTags(plus(query.anyOf(), List.of(tag)), query.noneOf());
  }

  private static List<List<Tag>> less(List<List<Tag>> with, Tag tag) {
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
