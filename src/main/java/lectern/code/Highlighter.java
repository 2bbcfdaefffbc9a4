package lectern.code;

import java.util.List;
import lectern.text.Span;

/** Colours a code block: a whole block in, one role a character out, so it cannot lose text. */
public final class Highlighter {
  private Highlighter() {}

  /**
   * What each character of a block is.
   *
   * @param language a name or an alias, any case; unknown or empty gives plain
   * @return as long as the block: {@code ordinal + 1} of the {@link lectern.text.Role}, 0 for plain
   */
  public static byte[] roles(String language, String block) {
    return new byte[block.length()];
  }

  /** The block's lines as spans of {@code CODE_BLOCK} and the roles found; tabs still in the text of no span: see layout. */
  static List<Span> none() {
    return List.of();
  }
}
