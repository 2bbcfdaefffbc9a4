package lectern.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds case and diacritics, for comparing what people type with what people wrote.
 *
 * <p>Unicode decomposes é and Å into a letter and a mark; letters that it does not decompose (ø, ł,
 * ß, æ) are listed here. Marks that make another letter or are a vowel of their own, as in Thai,
 * the scripts of India and Japanese, stay.
 */
public final class TextFolding {
  private static final String INSEPARABLE_LETTERS = "øØłŁđĐħĦŧŦıßẞæÆœŒþÞðÐĳĲŀĿŉſﬀﬁﬂﬃﬄ";
  private static final String[] BASE_LETTERS = {
    "o", "O", "l", "L", "d", "D", "h", "H", "t", "T", "i", "ss", "SS", "ae", "AE", "oe", "OE", "th",
    "TH", "d", "D", "ij", "IJ", "l", "L", "n", "s", "ff", "fi", "fl", "ffi", "ffl"
  };

  private TextFolding() {}

  /** Case and diacritics folded: without diacritics, in lower case, composed (NFC). */
  public static String fold(String text) {
    boolean ascii = true;
    boolean folded = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f) ascii = false;
      if (c >= 'A' && c <= 'Z') folded = false;
    }
    if (ascii) return folded ? text : text.toLowerCase(Locale.ROOT);
    String plain = removeDiacritics(text).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /** Without diacritics; case stays. */
  public static String removeDiacritics(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (c < 0x80) out.append(c);
      else if (!isDiacritic(c)) appendBaseLetter(c, out);
    }
    return out.toString();
  }

  private static void appendBaseLetter(char c, StringBuilder out) {
    int at = INSEPARABLE_LETTERS.indexOf(c);
    if (at < 0) out.append(c);
    else out.append(BASE_LETTERS[at]);
  }

  private static boolean isDiacritic(char c) {
    if (c < 0x300 || Character.getType(c) != Character.NON_SPACING_MARK) return false;
    boolean vowel = c >= 0x900 && c < 0x1ab0 || c >= 0xa800 && c < 0xac00;
    return !vowel && c != '\u3099' && c != '\u309a';
  }
}
