package lectern.code;

/** Highlights a code block: gives a role for each character, so no text can get lost. */
public final class Highlighter {
  /** UTF-16 units; larger blocks, and those with longer lines, stay plain. */
  private static final int MAX_LENGTH = 64 * 1024;

  private static final int MAX_LINE_LENGTH = 8 * 1024;

  private Highlighter() {}

  /**
   * Finds the role of each character of a block.
   *
   * @param language a name or an alias in any case; unknown or empty for plain text
   * @return for each UTF-16 unit the {@code ordinal + 1} of its {@link lectern.text.Role}, 0 for
   *     none
   */
  public static byte[] highlight(String language, String block) {
    byte[] roles = new byte[block.length()];
    Language found = language.isEmpty() || !isWithinLimits(block) ? null : Languages.find(language);
    if (found != null)
      new TokenPainter(block, roles, new Lexers()).paintLanguage(found, 0, block.length(), 0);
    return roles;
  }

  private static boolean isWithinLimits(String block) {
    if (block.length() > MAX_LENGTH) return false;
    for (int from = 0; from < block.length(); ) {
      int end = block.indexOf('\n', from);
      if (end < 0) end = block.length();
      if (end - from > MAX_LINE_LENGTH) return false;
      from = end + 1;
    }
    return true;
  }
}
