package lectern.text;

/**
 * Removes from the text of posts what a terminal could obey.
 *
 * <p>Removes C0 and C1 controls and DEL (ECMA-48) and the bidirectional embeddings, overrides and
 * isolates (UAX #9); lone surrogates become U+FFFD. A tab or a line break becomes one space, so a
 * span is always on one line; code keeps its tabs by expanding them before it makes spans. {@link
 * Span} calls this for every text and every target, so there is no other way to the screen.
 */
public final class Sanitizer {
  private Sanitizer() {}

  /**
   * @return the same object when nothing had to be removed
   */
  public static String sanitize(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x7f) continue;
      int whole = text.codePointAt(i);
      if (isUnsafe(whole) || isLoneSurrogate(whole)) return sanitizeFrom(text, i);
      if (whole > 0xffff) i++;
    }
    return text;
  }

  /**
   * Whether the code point is a control, or a bidirectional control, that must not reach a
   * terminal.
   */
  public static boolean isUnsafe(int c) {
    return c < 0x20
        || (c >= 0x7f && c <= 0x9f)
        || c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xfeff
        || (c >= 0xfff9 && c <= 0xfffb)
        || (c >= 0xe0000 && c <= 0xe001f);
  }

  private static boolean isLoneSurrogate(int c) {
    return c >= 0xd800 && c <= 0xdfff;
  }

  private static String sanitizeFrom(String text, int from) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\t' || c == '\n' || c == 0x2028 || c == 0x2029) out.append(' ');
      else if (isLoneSurrogate(c)) out.append('\ufffd');
      else if (!isUnsafe(c)) out.appendCodePoint(c);
    }
    return out.toString();
  }
}
