package lectern.layout;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import lectern.text.Resources;

/**
 * Finds where words end in scripts that write no spaces between them (UAX #14, class SA).
 *
 * <p>Thai by the dictionary of the JDK; Lao and Khmer by a list of words, so that a run has as few
 * words as possible and as little outside the list; Burmese, which breaks between syllables, by its
 * letters. Nothing is loaded for text in other scripts.
 */
final class WordBreaks {
  /** What a letter outside every word costs, in words. */
  private static final int UNKNOWN_COST = 4;

  private static final char LAO_FIRST = '\u0e80';
  private static final char MYANMAR_FIRST = '\u1000';
  private static final char KHMER_FIRST = '\u1780';

  /** Between two consonants of which the second stands below the first. */
  private static final String STACKERS = "\u17d2\u1039";

  /** Signs of repetition and of the end of a sentence, which begin no row. */
  private static final String NEVER_FIRST = "ฯๆຯໆ។៕៖ៗ၊။";

  private WordBreaks() {}

  /** Whether a character belongs to one of these scripts. */
  static boolean isComplex(char c) {
    return c >= 0x0e00 && c < 0x0f00
        || c >= MYANMAR_FIRST && c < 0x10a0
        || c >= KHMER_FIRST && c < 0x1800;
  }

  /** Whether a row may never be cut between two characters, not even in a word longer than it. */
  static boolean isStacked(char before) {
    return STACKERS.indexOf(before) >= 0;
  }

  /** The indexes in a text at which a word of these scripts ends and another begins. */
  static BitSet find(String text) {
    BitSet out = new BitSet();
    for (int from = 0; from < text.length(); ) {
      char first = text.charAt(from);
      int to = from + 1;
      if (isComplex(first)) {
        while (to < text.length() && script(text.charAt(to)) == script(first)) to++;
        addBreaks(text, from, to, out);
      }
      from = to;
    }
    return out;
  }

  /** The first character of the block; 0 for other scripts. */
  private static char script(char c) {
    if (!isComplex(c)) return 0;
    return c >= KHMER_FIRST
        ? KHMER_FIRST
        : c >= MYANMAR_FIRST ? MYANMAR_FIRST : (char) (c & 0xff80);
  }

  private static void addBreaks(String text, int from, int to, BitSet out) {
    switch (script(text.charAt(from))) {
      case LAO_FIRST -> addListedWords(text, from, to, Lao.WORDS, out);
      case KHMER_FIRST -> addListedWords(text, from, to, Khmer.WORDS, out);
      case MYANMAR_FIRST -> addSyllables(text, from, to, out);
      default -> addThaiWords(text, from, to, out);
    }
  }

  private static void addThaiWords(String text, int from, int to, BitSet out) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.of("th"));
    breaks.setText(text.substring(from, to));
    for (int i = breaks.next(); i != BreakIterator.DONE && from + i < to; i = breaks.next())
      if (mayBegin(text, from + i)) out.set(from + i);
  }

  /** A consonant begins a syllable of Burmese, unless its vowel is killed or it stands below. */
  private static void addSyllables(String text, int from, int to, BitSet out) {
    for (int i = from + 1; i < to; i++) {
      char c = text.charAt(i);
      char next = i + 1 < to ? text.charAt(i + 1) : 0;
      boolean consonant = c <= '\u102a' || c == '\u103f';
      if (consonant && next != '\u103a' && next != '\u1039' && mayBegin(text, i)) out.set(i);
    }
  }

  /** The cheapest way to read a run as words, from its end to its start. */
  private static void addListedWords(String text, int from, int to, String[] words, BitSet out) {
    int length = to - from;
    int[] cost = new int[length + 1];
    int[] next = new int[length + 1];
    for (int i = length - 1; i >= 0; i--) {
      cost[i] = cost[i + 1] + UNKNOWN_COST;
      next[i] = i + 1;
      if (i > 0 && !mayBegin(text, from + i)) continue;
      int low = 0;
      int high = words.length;
      for (int end = i + 1; end <= length; end++) {
        int at = end - i - 1;
        char c = text.charAt(from + end - 1);
        low = lowerBound(words, low, high, at, c);
        high = lowerBound(words, low, high, at, c + 1);
        if (low == high) break;
        boolean whole = words[low].length() == end - i;
        if (whole && cost[end] + 1 <= cost[i] && (end == length || mayBegin(text, from + end))) {
          cost[i] = cost[end] + 1;
          next[i] = end;
        }
      }
    }
    boolean known = true;
    for (int i = 0; i < length; i = next[i]) {
      boolean word = cost[i] == cost[next[i]] + 1;
      if (i > 0 && (word || known)) out.set(from + i);
      known = word;
    }
  }

  /** The first of the words in a range whose character at an index is not below another. */
  private static int lowerBound(String[] words, int low, int high, int at, int c) {
    while (low < high) {
      int middle = (low + high) >>> 1;
      int there = at < words[middle].length() ? words[middle].charAt(at) : -1;
      if (there < c) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a row may begin at an index: with a letter that belongs to nothing before it. */
  private static boolean mayBegin(String text, int i) {
    char c = text.charAt(i);
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    boolean vowelAfter = c >= 0x0e30 && c <= 0x0e33 || c >= 0x0eb0 && c <= 0x0eb3;
    return !mark
        && !vowelAfter
        && NEVER_FIRST.indexOf(c) < 0
        && !isStacked(text.charAt(i - 1))
        && !isLeadingVowel(text.charAt(i - 1));
  }

  /** Vowels that are written before their consonant. */
  private static boolean isLeadingVowel(char c) {
    return c >= 0x0e40 && c <= 0x0e44 || c >= 0x0ec0 && c <= 0x0ec4;
  }

  private static final class Lao {
    static final String[] WORDS = load("words/lao.txt");
  }

  private static final class Khmer {
    static final String[] WORDS = load("words/khmer.txt");
  }

  /**
   * Reads sorted words, one a line, of which the first character says how many characters it has in
   * common with the word before: {@code 0} for none, {@code 1} for one and so on.
   */
  private static String[] load(String name) {
    String file = Resources.read(name);
    List<String> words = new ArrayList<>();
    String last = "";
    for (int from = 0; file != null && from < file.length(); ) {
      int end = file.indexOf('\n', from);
      if (file.charAt(from) != '#') {
        last = last.substring(0, file.charAt(from) - '0').concat(file.substring(from + 1, end));
        words.add(last);
      }
      from = end + 1;
    }
    return words.toArray(new String[0]);
  }
}
