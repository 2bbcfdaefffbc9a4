package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.post.Query;
import lectern.post.Tag;

/** Which tags a query asks for, and the query with a tag's turn taken. */
public final class TagSelection {
  private TagSelection() {}

  public static boolean isIncluded(Query query, Tag tag) {
    for (List<Tag> group : query.anyOf()) if (group.contains(tag)) return true;
    return false;
  }

  public static boolean isExcluded(Query query, Tag tag) {
    return query.noneOf().contains(tag);
  }

  public static boolean hasTagFilter(Query query) {
    return !query.anyOf().isEmpty() || !query.noneOf().isEmpty();
  }

  public static Query clearTags(Query query) {
    return query.withTags(List.of(), List.of());
  }

  /** With the tag, without it, either. */
  public static Query cycleTag(Query query, Tag tag) {
    if (isIncluded(query, tag))
      return query.withTags(removeFromGroups(query.anyOf(), tag), append(query.noneOf(), tag));
    if (isExcluded(query, tag)) return query.withTags(query.anyOf(), remove(query.noneOf(), tag));
    return query.withTags(append(query.anyOf(), List.of(tag)), query.noneOf());
  }

  private static List<List<Tag>> removeFromGroups(List<List<Tag>> with, Tag tag) {
    List<List<Tag>> groups = new ArrayList<>();
    for (List<Tag> group : with) {
      List<Tag> rest = remove(group, tag);
      if (!rest.isEmpty()) groups.add(rest);
    }
    return List.copyOf(groups);
  }

  private static <T> List<T> append(List<T> list, T more) {
    List<T> all = new ArrayList<>(list);
    all.add(more);
    return List.copyOf(all);
  }

  private static List<Tag> remove(List<Tag> tags, Tag tag) {
    List<Tag> rest = new ArrayList<>(tags);
    rest.remove(tag);
    return List.copyOf(rest);
  }
}
