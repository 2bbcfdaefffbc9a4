package lectern.text;

/**
 * Repairs text that was UTF-8, was read as Windows-1252 and written out again: {@code â€”} becomes
 * {@code —}.
 *
 * <p>Only where the way back is lossless: a run of characters that are the Windows-1252 readings of
 * one whole UTF-8 sequence. A sequence of two bytes ({@code Ã©}) is repaired only where it makes a
 * letter or sign of Latin-1 or of the Latin, Greek or Cyrillic alphabets and its lead is not a
 * word's capital, because {@code Ã} and {@code Â} are letters too.
 */
public final class Mojibake {
  /**
   * What the bytes 80 to 9F mean in Windows-1252; 0 where nothing is defined (they pass as C1
   * controls).
   */
  private static final String WINDOWS_1252_80_TO_9F =
      "\u20ac\u0000\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u0000\u017d\u0000"
          + "\u0000\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u0000\u017e\u0178";

  private Mojibake() {}

  /** The text with what was damaged repaired; the same object when nothing was. */
  public static String repair(String text) {
    int at = indexOfDamage(text, 0);
    if (at < 0) return text;
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      out.append(text, from, at).appendCodePoint(decode(text, at));
      from = at + sequenceLength(text.charAt(at));
      at = indexOfDamage(text, from);
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The index of the next damaged character at or after an index; -1 for none. */
  public static int indexOfDamage(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0xc2 && c <= 0xf4 && sequenceLength(c) > 1 && decode(text, i) >= 0) return i;
    }
    return -1;
  }

  /** Behind the damaged character that begins at an index. */
  public static int endOfDamage(String text, int at) {
    return at + sequenceLength(text.charAt(at));
  }

  private static int sequenceLength(char lead) {
    if (lead >= 0xf0 && lead <= 0xf4) return 4;
    if (lead >= 0xe0) return 3;
    return lead >= 0xc2 && lead <= 0xdf ? 2 : 1;
  }

  /**
   * The code point whose UTF-8 bytes stand here as Windows-1252; -1 when they are no such thing.
   */
  private static int decode(String text, int i) {
    char lead = text.charAt(i);
    int length = sequenceLength(lead);
    if (i + length > text.length()) return -1;
    int c = lead & (0xff >> (length + 1));
    for (int k = 1; k < length; k++) {
      int b = toWindows1252(text.charAt(i + k));
      if (b < 0x80 || b > 0xbf) return -1;
      c = c << 6 | b & 0x3f;
    }
    return isLikely(text, i, length, c) ? c : -1;
  }

  private static boolean isLikely(String text, int i, int length, int c) {
    if (length == 2) return c >= 0x80 && isLikelyPair(text, i, c);
    if (length == 3) return c >= 0x800 && (c < 0xd800 || c > 0xdfff) && Character.isDefined(c);
    return c >= 0x10000 && c <= 0x10ffff && Character.isDefined(c);
  }

  /**
   * Two characters say little: {@code Ã} before a sign that no word has there, {@code Â} before a
   * sign or a space.
   */
  private static boolean isLikelyPair(String text, int i, int c) {
    char lead = text.charAt(i);
    char second = text.charAt(i + 1);
    boolean spoken =
        Character.isLetter(second)
            && second != '\u00aa'
            && second != '\u00ba'
            && second != '\u0192';
    if (lead == '\u00c2') return !spoken && (c >= 0xa0) && !isClosingQuote(text, i);
    return (lead == '\u00c3' || Character.isLetter(c))
        && !spoken
        && c >= 0xa0
        && !isClosingQuote(text, i);
  }

  /**
   * {@code À» } and {@code Ã” }: a capital that ends a quotation in real text stands after other
   * capitals.
   */
  private static boolean isClosingQuote(String text, int i) {
    char second = text.charAt(i + 1);
    boolean quote =
        second == '\u00bb'
            || second == '\u2019'
            || second == '\u201d'
            || second == '\u201c'
            || second == '\u2026';
    boolean inWord = i + 2 < text.length() && Character.isLetter(text.charAt(i + 2));
    return quote && (!inWord || i > 0 && Character.isUpperCase(text.charAt(i - 1)));
  }

  /** The byte that Windows-1252 writes for a character; -1 for none. */
  private static int toWindows1252(char c) {
    if (c >= 0x80 && c <= 0xff) return c;
    int at = c == 0 ? -1 : WINDOWS_1252_80_TO_9F.indexOf(c);
    return at < 0 ? -1 : 0x80 + at;
  }
}
