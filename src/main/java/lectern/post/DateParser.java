package lectern.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Dates as authors write them: ISO dates and date-times with or without zone, {@code 2024-12-18
 * 10:00:00 +0000}, {@code Dec 18, 2024}, {@code 18 December 2024}, {@code Wed, 18 Dec 2024 10:00:00
 * GMT}. Read by hand: a formatter costs more than the rest of the post when first used.
 */
public final class DateParser {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String[] FULL = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
  };

  private DateParser() {}

  /**
   * @return null when it is no date; a day that no calendar has (31 February) is none
   */
  public static PostDate parse(String text) {
    try {
      return new Scanner(text.strip()).moment();
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException none) {
      return null;
    }
  }

  private static final class Scanner {
    private final String s;
    private int i;

    Scanner(String s) {
      this.s = s;
    }

    PostDate moment() {
      if (s.length() > 64) return null;
      LocalDate day =
          digits(0, 8) && (s.length() == 8 || s.charAt(8) == 'T')
              ? basic()
              : s.length() >= 8
                      && digits(0, 4)
                      && (s.charAt(4) == '-' || s.charAt(4) == '/' || s.charAt(4) == '.')
                  ? iso()
                  : spelled();
      if (day == null) return null;
      long millis = PostDate.epochDay(day) * 86_400_000L;
      skip(" \t,");
      if (i < s.length() && (s.charAt(i) == 'T' || s.charAt(i) == 't')) i++;
      skip(" ");
      if (word("at")) skip(" ");
      if (i == s.length()) return new PostDate(day, millis);
      long time = time();
      return time == Long.MIN_VALUE ? null : new PostDate(day, millis + time);
    }

    /** {@code 20241218}, ISO 8601 without hyphens. */
    private LocalDate basic() {
      return LocalDate.of(number(4), number(2), number(2));
    }

    private LocalDate iso() {
      int year = number(4);
      char mark = s.charAt(i++);
      int month = number(2);
      if (s.charAt(i++) != mark) return null;
      return LocalDate.of(year, month, number(2));
    }

    private LocalDate spelled() {
      int month = month();
      if (month == 0 && Character.isLetter(s.charAt(0))) {
        // the day of the week
        while (i < s.length() && Character.isLetter(s.charAt(i))) i++;
        skip(". ,");
        month = month();
      }
      int day;
      if (month > 0) {
        skip(". ");
        day = number(2);
        ordinal();
      } else {
        day = number(2);
        ordinal();
        skip(". -");
        if (word("of")) skip(" ");
        month = month();
        if (month == 0) return null;
        skip(". -");
      }
      skip(" ,");
      if (!digits(i, 4)) return null;
      return LocalDate.of(number(4), month, day);
    }

    /** The month that stands here, from 1, and steps over it; 0 for none. */
    private int month() {
      int end = i;
      while (end < s.length() && Character.isLetter(s.charAt(end))) end++;
      String word = s.substring(i, end).toLowerCase(Locale.ROOT);
      if (word.length() < 3) return 0;
      int at = MONTHS.indexOf(word.substring(0, 3));
      if (at < 0 || at % 3 != 0 || !FULL[at / 3].startsWith(word) && !word.equals("sept")) return 0;
      i = end;
      return at / 3 + 1;
    }

    private void ordinal() {
      for (String end : new String[] {"st", "nd", "rd", "th"}) if (word(end)) return;
    }

    private boolean word(String word) {
      if (!s.regionMatches(true, i, word, 0, word.length())) return false;
      int end = i + word.length();
      if (end < s.length() && Character.isLetter(s.charAt(end))) return false;
      i = end;
      return true;
    }

    /** Milliseconds of the day, less the zone's offset; the least long when it is no time. */
    private long time() {
      int hour = number(2);
      if (hour > 24 || i >= s.length() || s.charAt(i++) != ':') return Long.MIN_VALUE;
      int minute = number(2);
      int second = 0;
      if (i < s.length() && s.charAt(i) == ':') {
        i++;
        second = number(2);
        if (i < s.length() && (s.charAt(i) == '.' || s.charAt(i) == ',')) {
          i++;
          while (i < s.length() && Character.isDigit(s.charAt(i))) i++;
        }
      }
      skip(" ");
      if (word("pm") && hour < 12) hour += 12;
      else if (word("am") && hour == 12) hour = 0;
      skip(" ");
      if (minute > 59 || second > 60) return Long.MIN_VALUE;
      long offset = offset();
      if (offset == Long.MIN_VALUE) return offset;
      return ((hour * 60L + minute) * 60 + second) * 1000 - offset;
    }

    private long offset() {
      if (i == s.length() || word("z") || word("utc") || word("gmt"))
        return i == s.length() ? 0 : zoneName();
      char sign = s.charAt(i);
      if (sign != '+' && sign != '-') return zoneName();
      i++;
      int hours = number(2);
      if (i < s.length() && s.charAt(i) == ':') i++;
      int minutes = i < s.length() && Character.isDigit(s.charAt(i)) ? number(2) : 0;
      long millis = (hours * 60L + minutes) * 60_000;
      return i == s.length() || zoneName() == 0 ? sign == '-' ? -millis : millis : Long.MIN_VALUE;
    }

    /**
     * A zone's name ({@code [Europe/Berlin]}, {@code CET}) is let stand: it moves a post by hours
     * at most.
     */
    private long zoneName() {
      for (; i < s.length(); i++) {
        char c = s.charAt(i);
        if (!Character.isLetter(c) && "[]()/_ +-".indexOf(c) < 0) return Long.MIN_VALUE;
      }
      return 0;
    }

    private void skip(String these) {
      while (i < s.length() && these.indexOf(s.charAt(i)) >= 0) i++;
    }

    private boolean digits(int from, int count) {
      if (from + count > s.length()) return false;
      for (int k = from; k < from + count; k++)
        if (s.charAt(k) < '0' || s.charAt(k) > '9') return false;
      return true;
    }

    private int number(int most) {
      int from = i;
      while (i < s.length() && i - from < most && s.charAt(i) >= '0' && s.charAt(i) <= '9') i++;
      return Integer.parseInt(s, from, i, 10);
    }
  }
}
