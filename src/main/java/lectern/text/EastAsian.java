package lectern.text;

/** Which characters belong to the scripts of East Asia, for wrapping and joining lines. */
public final class EastAsian {
  private EastAsian() {}

  /** Whether a line may end before or after the character, as in Chinese, Japanese and Korean. */
  public static boolean contains(int c) {
    return c >= 0x2e80 && c < 0xd7a4 && c != 0x3000
        || c >= 0xf900 && c < 0xfb00
        || c >= 0xff01 && c < 0xffef
        || c >= 0x20000 && c < 0x3fffe;
  }

  /** Chinese and Japanese; Korean puts spaces between its words. */
  public static boolean isWrittenWithoutSpaces(int c) {
    return contains(c) && !(c >= 0xac00 && c < 0xd7a4 || c >= 0x3130 && c < 0x3190);
  }
}
