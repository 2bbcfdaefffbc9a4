package lectern.markdown.dialect;

/**
 * CJK characters as the CJK-friendly amendments to CommonMark define them: wide, full or half width
 * and no emoji, or Hangul; and the selectors of ideographic variants, which follow one.
 */
final class Cjk {
  /** First and last code points; gaps that no character is assigned to are closed. */
  private static final int[] RANGES = {
    0x1100, 0x11ff, 0x20a9, 0x20a9, 0x2329, 0x232a, 0x2630, 0x2637, 0x268a, 0x268f, 0x2e80, 0x2fff,
    0x3001, 0x303e, 0x3041, 0xa4c6, 0xa960, 0xa97c, 0xac00, 0xd7fb, 0xf900, 0xfaff, 0xfe10, 0xfe19,
    0xfe30, 0xfe6b, 0xff01, 0xffee, 0x16fe0, 0x18df2, 0x1aff0, 0x1b2fb, 0x1d300, 0x1d376, 0x1f200,
    0x1f202, 0x1f210, 0x1f219, 0x1f21b, 0x1f22e, 0x1f230, 0x1f231, 0x1f237, 0x1f237, 0x1f23b,
    0x1f23b, 0x1f240, 0x1f265, 0x20000, 0x3fffd, 0xe0100, 0xe01ef
  };

  private Cjk() {}

  static boolean contains(int c) {
    if (c < RANGES[0]) return false;
    for (int i = 0; i < RANGES.length; i += 2) if (c <= RANGES[i + 1]) return c >= RANGES[i];
    return false;
  }
}
