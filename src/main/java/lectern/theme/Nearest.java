package lectern.theme;

import java.util.Locale;
import lectern.text.Role;

/** The role whose name was probably meant; loaded only for a theme file with a mistake in it. */
final class Nearest {
  private Nearest() {}

  static String role(String wanted) {
    Role best = Role.DECOR;
    int least = Integer.MAX_VALUE;
    for (Role role : Role.values()) {
      int distance = distance(wanted, role.name());
      if (distance < least) {
        least = distance;
        best = role;
      }
    }
    return best.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Levenshtein's. */
  private static int distance(String a, String b) {
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
