package lectern.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The words that were probably meant. Loaded only where somebody made a mistake. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * The nearest of the known words, no further than a third of the wanted one's length (at least 2
   * edits); null for none.
   */
  public static String suggest(String wanted, Collection<String> known) {
    List<String> near = suggestAll(wanted, known, 1);
    return near.isEmpty() ? null : near.getFirst();
  }

  /** At most so many known words, nearest first. */
  public static List<String> suggestAll(String wanted, Collection<String> known, int most) {
    int limit = Math.max(2, wanted.length() / 3);
    List<String> out = new ArrayList<>();
    for (String word : known) if (editDistance(wanted, word) <= limit) out.add(word);
    out.sort((a, b) -> Integer.compare(editDistance(wanted, a), editDistance(wanted, b)));
    return out.size() > most ? out.subList(0, most) : out;
  }

  /** Levenshtein's distance: single characters put in, taken out or changed. */
  public static int editDistance(String a, String b) {
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
