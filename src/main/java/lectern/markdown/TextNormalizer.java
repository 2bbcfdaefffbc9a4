package lectern.markdown;

import java.text.Normalizer;
import lectern.text.Mojibake;

/** Repairs mojibake in text and normalizes it to NFC; code is left as it is. */
final class TextNormalizer {
  private TextNormalizer() {}

  static Inline.Text toText(String text) {
    return new Inline.Text(normalize(text));
  }

  /** NFC, so that a letter and its accent are one cluster of one column on every terminal. */
  static String normalize(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0xc2) return compose(Mojibake.repair(text));
    }
    return text;
  }

  private static String compose(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isNfcInert(text.charAt(i))) return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
    return text;
  }

  /**
   * Whether a character is its own NFC next to any other (UAX #15 §9: quick check "yes", combining
   * class 0, and nothing here composes with its neighbour). Not all such characters, only frequent
   * ones.
   */
  static boolean isNfcInert(char c) {
    return c < 0x300
        || c >= 0x400 && c <= 0x482
        || c >= 0x2002 && c <= 0x20cf
        || c >= 0x2190 && c <= 0x2328
        || c >= 0x232b && c <= 0x2adb
        || c >= 0x3041 && c <= 0x3098
        || c >= 0x309b && c <= 0x30ff
        || c >= 0x4e00 && c <= 0x9fff
        || c >= 0xac00 && c <= 0xd7a3
        || c >= 0xff01 && c <= 0xff9d
        || c >= 0xfe00 && c <= 0xfe0f
        // emoji: U+1F000 to U+1FBFF
        || c >= 0xd83c && c <= 0xd83e
        || Character.isLowSurrogate(c);
  }
}
