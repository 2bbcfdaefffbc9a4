package lectern.markdown;

import org.jspecify.annotations.Nullable;

/** Finds what the wiki links of a post name. It is asked only where there are any. */
public interface NoteFinder {
  /** Knows no notes. */
  NoteFinder NONE = new None();

  /**
   * Finds a post.
   *
   * @param name as written, without heading and label
   * @return its address, seen from the post with the link; null for none
   */
  @Nullable String findNote(String name);

  /**
   * Finds a picture or another file that is no post.
   *
   * @param name as written
   * @return its address, seen from the post with the link; null for none
   */
  @Nullable String findFile(String name);

  /** The finder of a text that stands alone. */
  final class None implements NoteFinder {
    private None() {}

    @Override
    public @Nullable String findNote(String name) {
      return null;
    }

    @Override
    public @Nullable String findFile(String name) {
      return null;
    }
  }
}
