package lectern.home;

/** The known word that was probably meant. */
final class Near {
  private static final int FAR = 3;

  private Near() {}

  /** The nearest of the words, empty when none is near. */
  static String of(String word, Iterable<String> known) {
    String best = "";
    int least = FAR + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least && distance < Math.max(2, word.length())) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Letters to change, add or take away (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int up = row[j];
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(up, row[j - 1]) + 1);
        corner = up;
      }
    }
    return row[b.length()];
  }
}
