package lectern.post;

import java.util.List;
import lectern.text.TextFolding;

/**
 * A tag of a post.
 *
 * @param name as its author wrote it
 * @param key the name with case and diacritics folded; tags with equal keys are equal
 */
public record Tag(String name, String key) {
  public static Tag of(String name) {
    return new Tag(name, TextFolding.fold(name));
  }

  /** Whether a tag is this one or below it: {@code a} covers {@code a/b}. */
  public boolean covers(Tag other) {
    return other.key.equals(key)
        || other.key.length() > key.length()
            && other.key.startsWith(key)
            && other.key.charAt(key.length()) == '/';
  }

  /** Whether this tag covers one of several. */
  boolean coversAny(List<Tag> tags) {
    for (Tag tag : tags) if (covers(tag)) return true;
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tag that && that.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
