package lectern.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suggests known words for a misspelled one. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * The nearest known word.
   *
   * @return null when none is within a third of the wanted word's length in edits (at least 2)
   */
  public static @Nullable String suggest(String wanted, Collection<String> known) {
    List<String> near = suggestAll(wanted, known, 1);
    return near.isEmpty() ? null : near.getFirst();
  }

  /**
   * The end of a sentence about an unknown word: {@code ; did you mean NEAR?}.
   *
   * @param otherwise the end when no known word is near
   */
  public static String clause(String wanted, Collection<String> known, String otherwise) {
    String near = suggest(wanted, known);
    return near == null ? otherwise : "; did you mean " + near + "?";
  }

  /**
   * Known words that are near enough, nearest first.
   *
   * @param limit how many at most
   */
  public static List<String> suggestAll(String wanted, Collection<String> known, int limit) {
    int maxDistance = Math.max(2, wanted.length() / 3);
    List<String> out = new ArrayList<>();
    for (String word : known) if (editDistance(wanted, word) <= maxDistance) out.add(word);
    out.sort((a, b) -> Integer.compare(editDistance(wanted, a), editDistance(wanted, b)));
    return out.size() > limit ? out.subList(0, limit) : out;
  }

  /** Levenshtein distance: insertions, deletions and substitutions of single characters. */
  private static int editDistance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int keep = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(keep, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
