package lectern.text;

/** How a row continues in the next one, so that search and copying can join wrapped rows. */
public enum LineBreak {
  /** The row ends where the text ends. */
  HARD,
  /** Wrapped at a space, which stands on neither row. */
  SOFT,
  /** Cut inside a word; nothing stands between the two rows. */
  FORCED
}
