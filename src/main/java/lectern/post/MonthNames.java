package lectern.post;

/** English names of months. */
public final class MonthNames {
  private static final String[] NAMES =
      ("January February March April May June July August September October November December")
          .split(" ");

  private MonthNames() {}

  /**
   * @param month from 1
   */
  public static String of(int month) {
    return NAMES[month - 1];
  }

  /**
   * Reads a name or an abbreviation of three letters or more; case is ignored.
   *
   * @return the month, from 1; 0 for none
   */
  static int parse(String word) {
    if (word.equalsIgnoreCase("sept")) return 9;
    for (int i = 0; word.length() >= 3 && i < NAMES.length; i++)
      if (NAMES[i].regionMatches(true, 0, word, 0, word.length())) return i + 1;
    return 0;
  }
}
