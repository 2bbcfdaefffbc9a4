package lectern.post;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A tag and how many posts have it.
 *
 * @param tag as the first of these posts writes it
 */
public record TagCount(Tag tag, int count) implements Comparable<TagCount> {
  /** Every tag of these posts, the most frequent first, then by name. */
  public static List<TagCount> countAll(Iterable<? extends Entry> entries) {
    Map<String, int[]> counts = new HashMap<>();
    Map<String, Tag> tags = new HashMap<>();
    for (Entry entry : entries) {
      for (Tag tag : entry.post().tags()) {
        tags.putIfAbsent(tag.key(), tag);
        int[] count = counts.get(tag.key());
        if (count == null) counts.put(tag.key(), count = new int[1]);
        count[0]++;
      }
    }
    List<TagCount> out = new ArrayList<>(tags.size());
    for (Tag tag : tags.values())
      out.add(new TagCount(tag, Objects.requireNonNull(counts.get(tag.key()))[0]));
    Collections.sort(out);
    return out;
  }

  @Override
  public int compareTo(TagCount other) {
    return count != other.count
        ? Integer.compare(other.count, count)
        : tag.key().compareTo(other.tag.key());
  }
}
