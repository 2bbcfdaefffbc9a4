package lectern.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import lectern.Gen;
import lectern.Property;
import org.junit.jupiter.api.Test;

class TextNormalizerTest {
  @Test
  void whatIsTakenForSettledIsItsOwnNfcBesideAnyOther() {
    StringBuilder all = new StringBuilder();
    for (int c = 0xa0; c <= 0xffff; c++) {
      if (Character.isSurrogate((char) c) || !TextNormalizer.isNfcInert((char) c)) continue;
      String one = String.valueOf((char) c);
      assertEquals(one, nfc(one), () -> "U+" + Integer.toHexString(one.charAt(0)));
      for (String before : new String[] {"a", "\u00e9", "\u0430", "\u304b", "\uac00", "\u1100"})
        assertEquals(before + one, nfc(before + one), () -> before + one);
      all.append(one);
    }
    for (int c = 0x1f000; c <= 0x1fbff; c++) all.appendCodePoint(c);
    assertEquals(all.toString(), nfc(all.toString()));
    assertTrue(
        TextNormalizer.isNfcInert('\u2014') && TextNormalizer.isNfcInert('\u4e2d'),
        "dashes and Han are settled");
  }

  @Test
  void textIsAlwaysComposed() {
    Property.check(
        Gen::text,
        text -> {
          String mended = TextNormalizer.normalize(text);
          assertEquals(nfc(mended), mended);
        });
  }

  @Test
  void anAccentAndItsLetterBecomeOne() {
    assertEquals("caf\u00e9", TextNormalizer.normalize("cafe\u0301"));
    assertEquals("\uac01", TextNormalizer.normalize("\uac00\u11a8"));
    assertEquals("\u304c", TextNormalizer.normalize("\u304b\u3099"));
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
