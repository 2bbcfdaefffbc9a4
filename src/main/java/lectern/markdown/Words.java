package lectern.markdown;

import java.text.Normalizer;
import lectern.text.Mojibake;

/** Text of a post as it is shown: repaired and composed. Code is never touched. */
final class Words {
  private Words() {}

  /**
   * What was misread as Windows-1252 is repaired; then NFC, so that an accent and its letter are
   * one cluster of one column on every terminal.
   */
  static String mended(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0xc2) return composed(Mojibake.repair(text));
    }
    return text;
  }

  private static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x300) return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
    return text;
  }
}
