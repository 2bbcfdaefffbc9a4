package lectern.post;

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

  @Override
  public boolean equals(Object other) {
    return other instanceof Tag that && that.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
