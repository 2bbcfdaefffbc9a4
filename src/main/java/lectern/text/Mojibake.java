package lectern.text;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/**
 * Repairs text that was UTF-8, was read as Windows-1252 and written out again: {@code â€”} becomes
 * {@code —}.
 *
 * <p>Right text is never changed, so a text is touched only where it holds evidence that no right
 * text gives: a sequence {@code â€x} or {@code ðŸxx}; two pairs such as {@code Ã©}, a capital
 * inside a word of small letters or a sign before one; three sequences in a row that are letters of
 * one script other than Latin. What French puts after a letter (a no-break space, a quotation mark,
 * an ellipsis) is no evidence, and a no-break space is never part of what is repaired.
 */
public final class Mojibake {
  /**
   * What the bytes 80 to 9F mean in Windows-1252; 0 where nothing is defined (they pass as C1
   * controls).
   */
  private static final String WINDOWS_1252_80_TO_9F =
      "\u20ac\u0000\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u0000\u017d\u0000"
          + "\u0000\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u0000\u017e\u0178";

  /** Signs that right text writes directly after a capital letter. */
  private static final String FOLLOWS_WORDS = "‘’‚“”„«»‹›…–—•·™®°†‡‰¹²³";

  private static final String QUOTES_AND_BULLET = "‘’‚“”„«»‹›•";

  private Mojibake() {}

  /**
   * A damaged place.
   *
   * @param start index of its first character
   * @param end index behind its last character
   * @param original what it was before the damage
   */
  public record Damage(int start, int end, String original) {}

  /** The text with what was damaged repaired; the same object when nothing was. */
  public static String repair(String text) {
    if (!isDamaged(text)) return text;
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    Sequences sequences = new Sequences(text);
    while (sequences.next()) {
      if (!sequences.isRepairable()) continue;
      out.append(text, from, sequences.start).appendCodePoint(sequences.codePoint);
      from = sequences.end;
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The first damaged place that {@link #repair} would repair; null for none. */
  public static @Nullable Damage find(String text) {
    if (!isDamaged(text)) return null;
    Sequences sequences = new Sequences(text);
    while (sequences.next())
      if (sequences.isRepairable())
        return new Damage(sequences.start, sequences.end, Character.toString(sequences.codePoint));
    return null;
  }

  private static boolean isDamaged(String text) {
    Sequences sequences = new Sequences(text);
    int pairs = 0;
    while (sequences.next()) {
      if (sequences.isConclusive() || sequences.isLongRun()) return true;
      if (sequences.isUnlikelyPair() && ++pairs == 2) return true;
    }
    return false;
  }

  /** The byte that Windows-1252 writes for a character; -1 for none. */
  private static int toWindows1252(char c) {
    if (c >= 0x80 && c <= 0xff) return c;
    int at = c == 0 ? -1 : WINDOWS_1252_80_TO_9F.indexOf(c);
    return at < 0 ? -1 : 0x80 + at;
  }

  /** The runs of characters in a text that are the Windows-1252 reading of one UTF-8 sequence. */
  private static final class Sequences {
    private final String text;
    private int start;
    private int end;
    private int codePoint;

    /** The code point before the sequence, as it was before the damage; 0 for none. */
    private int before;

    /** Whether the sequence before ends where this one starts. */
    private boolean adjacent;

    private @Nullable UnicodeScript runScript;
    private int runLength;
    private int signsInRun;

    Sequences(String text) {
      this.text = text;
    }

    /** Goes to the next sequence; false when there is none. */
    boolean next() {
      int last = codePoint;
      for (int i = end; i < text.length(); i++) {
        int c = text.charAt(i) < 0xc2 ? -1 : decode(text, i);
        if (c < 0) continue;
        before = i == 0 ? 0 : i == end ? last : text.codePointBefore(i);
        adjacent = i == end && i > 0;
        start = i;
        end = i + sequenceLength(text.charAt(i));
        codePoint = c;
        return true;
      }
      return false;
    }

    /** {@code â€x} or {@code ðŸxx}, which nobody writes. */
    boolean isConclusive() {
      char second = text.charAt(start + 1);
      return text.charAt(start) == 'â' ? second == '€' : text.charAt(start) == 'ð';
    }

    /** Whether this is the third or a later letter in a row of one script that is not Latin. */
    boolean isLongRun() {
      @Nullable UnicodeScript script = script(codePoint);
      if (script == UnicodeScript.LATIN || script == UnicodeScript.COMMON) script = null;
      boolean goesOn = script != null && script == runScript && adjacent;
      runLength = goesOn ? runLength + 1 : 1;
      signsInRun = (goesOn ? signsInRun : 0) + (onlyFollowsWords() ? 0 : 1);
      runScript = script;
      return script != null && runLength >= 3 && signsInRun >= 2;
    }

    /** Whether this is a pair that right text does not hold; one alone may still be a misprint. */
    boolean isUnlikelyPair() {
      char lead = text.charAt(start);
      char second = text.charAt(start + 1);
      if (lead == 'Â')
        return "°£©®§¡¿½¼¾µ¢¥ªº´".indexOf(second) >= 0
            && (Character.isDigit(before)
                || !Character.isLetter(before) && FOLLOWS_WORDS.indexOf(second) < 0);
      return (lead == 'Ã' || lead == 'Ä' || lead == 'Å')
          && QUOTES_AND_BULLET.indexOf(second) < 0
          && isInSmallLetters();
    }

    /** Whether a small letter was here, inside or at the beginning of a word of small letters. */
    private boolean isInSmallLetters() {
      if (!Character.isLowerCase(codePoint)) return false;
      boolean leads = Character.isLowerCase(after());
      if (Character.isLowerCase(before)) return leads || !isAfterUnitPrefix();
      return leads && !onlyFollowsWords();
    }

    /** {@code 5 mÅ±1}: the sign of the ångström after a letter that stands alone. */
    private boolean isAfterUnitPrefix() {
      return text.charAt(start) == 'Å'
          && (start < 2 || !Character.isLetter(text.charAt(start - 2)));
    }

    /** In a text that is known to be damaged: whether this sequence is part of it. */
    boolean isRepairable() {
      UnicodeScript script = script(codePoint);
      if (text.charAt(start) == 'Â') return isRepairableSign();
      if (isConclusive()) return true;
      if (script == UnicodeScript.LATIN) return isRepairableLetter();
      if (script == UnicodeScript.COMMON) return end - start > 2 && !onlyFollowsWords();
      return start > 0 && script(before) == script || script(after()) == script;
    }

    private boolean isRepairableSign() {
      char second = text.charAt(start + 1);
      if (FOLLOWS_WORDS.indexOf(second) < 0) return !Character.isUpperCase(before);
      return QUOTES_AND_BULLET.indexOf(second) < 0
          && (Character.isLowerCase(before) || Character.isDigit(before));
    }

    private boolean isRepairableLetter() {
      if (isInSmallLetters()) return true;
      char second = text.charAt(start + 1);
      if (!Character.isLowerCase(codePoint) && Character.isLetter(after()))
        return QUOTES_AND_BULLET.indexOf(second) < 0 && second != '…';
      return end - start == 2
          && !onlyFollowsWords()
          && !Character.isLetter(before)
          && !Character.isLetter(after());
    }

    /** The code point after the sequence, as it was before the damage; 0 for none. */
    private int after() {
      if (end >= text.length()) return 0;
      int c = decode(text, end);
      return c < 0 ? text.codePointAt(end) : c;
    }

    private boolean onlyFollowsWords() {
      for (int i = start + 1; i < end; i++)
        if (FOLLOWS_WORDS.indexOf(text.charAt(i)) < 0) return false;
      return true;
    }

    private static UnicodeScript script(int codePoint) {
      UnicodeScript script = UnicodeScript.of(codePoint);
      boolean japanese = script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
      return japanese ? UnicodeScript.HAN : script;
    }

    private static int sequenceLength(char lead) {
      if (lead >= 0xf0 && lead <= 0xf4) return 4;
      if (lead >= 0xe0) return 3;
      return 2;
    }

    /**
     * The code point whose UTF-8 bytes stand here as Windows-1252; -1 when they are no such thing
     * or hold a no-break space.
     */
    private static int decode(String text, int i) {
      char lead = text.charAt(i);
      if (lead < 0xc2 || lead > 0xf4) return -1;
      int length = sequenceLength(lead);
      if (i + length > text.length()) return -1;
      int c = lead & (0xff >> (length + 1));
      for (int k = 1; k < length; k++) {
        int b = toWindows1252(text.charAt(i + k));
        if (b < 0x80 || b > 0xbf || b == 0xa0) return -1;
        c = c << 6 | b & 0x3f;
      }
      return isWellFormed(c, length) ? c : -1;
    }

    private static boolean isWellFormed(int c, int length) {
      if (length == 2) return c >= 0xa0;
      int least = length == 3 ? 0x800 : 0x10000;
      return c >= least && Character.isDefined(c) && (c < 0xd800 || c > 0xdfff);
    }
  }
}
