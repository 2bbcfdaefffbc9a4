package lectern.code;

/** Colours a code block: a whole block in, one role a character out, so it cannot lose text. */
public final class Highlighter {
  /** UTF-16 units; larger blocks and blocks with longer lines stay plain. */
  private static final int LARGEST = 64 * 1024;

  private static final int LONGEST_LINE = 8 * 1024;

  private Highlighter() {}

  /**
   * What each character of a block is.
   *
   * @param language a name or an alias, any case; unknown or empty gives plain
   * @return as long as the block: {@code ordinal + 1} of the {@link lectern.text.Role}, 0 for plain
   */
  public static byte[] roles(String language, String block) {
    byte[] roles = new byte[block.length()];
    Language found = language.isEmpty() || !withinBounds(block) ? null : Languages.of(language);
    if (found != null) new TokenPainter(block, roles).paint(found, 0, block.length(), 0);
    return roles;
  }

  private static boolean withinBounds(String block) {
    if (block.length() > LARGEST) return false;
    for (int from = 0; from < block.length(); ) {
      int end = block.indexOf('\n', from);
      if (end < 0) end = block.length();
      if (end - from > LONGEST_LINE) return false;
      from = end + 1;
    }
    return true;
  }
}
