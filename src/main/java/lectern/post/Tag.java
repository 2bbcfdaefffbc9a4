package lectern.post;

import java.text.Normalizer;
import java.util.Locale;
import lectern.text.TextFolding;

/**
 * A tag of a post.
 *
 * @param name as its author wrote it
 * @param key what makes two tags one: case and accents folded
 */
public record Tag(String name, String key) {
  public static Tag of(String name) {
    return new Tag(name, fold(name));
  }

  /**
   * Case and accents folded ({@link TextFolding}, lower case, then NFC): how words are compared
   * everywhere.
   */
  public static String fold(String text) {
    boolean ascii = true;
    boolean folded = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f) ascii = false;
      if (c >= 'A' && c <= 'Z') folded = false;
    }
    if (ascii) return folded ? text : text.toLowerCase(Locale.ROOT);
    String plain = TextFolding.removeDiacritics(text).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
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
