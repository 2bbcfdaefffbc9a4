package lectern.post;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tag and how many posts carry it. @param tag as most often written first */
public record TagCount(Tag tag, int count) {
  /** Every tag of these posts, most carried first, then by name. */
  public static List<TagCount> of(Iterable<? extends Entry> entries) {
    Map<String, int[]> counts = new HashMap<>();
    Map<String, Tag> tags = new HashMap<>();
    for (Entry entry : entries) {
      if (!(entry instanceof Post post)) continue;
      for (Tag tag : post.tags()) {
        tags.putIfAbsent(tag.key(), tag);
        counts.computeIfAbsent(tag.key(), k -> new int[1])[0]++;
      }
    }
    List<TagCount> out = new ArrayList<>(tags.size());
    for (Tag tag : tags.values()) out.add(new TagCount(tag, counts.get(tag.key())[0]));
    out.sort(
        (a, b) ->
            a.count != b.count
                ? Integer.compare(b.count, a.count)
                : a.tag.key().compareTo(b.tag.key()));
    return out;
  }
}
