package lectern.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates as authors write them: ISO dates and date-times with or without zone, {@code
 * 2024-12-18 10:00:00 +0000}, {@code Dec 18, 2024}, {@code 18 December 2024}, {@code Wed, 18 Dec
 * 2024 10:00:00 GMT}, {@code 2024年12月18日}.
 */
public final class DateParser {
  private DateParser() {}

  /**
   * @return null when it is no date; 31 February is none
   */
  public static @Nullable PostDate parse(String text) {
    try {
      return new Scanner(text.strip()).readDate();
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException none) {
      return null;
    }
  }

  private static final class Scanner {
    private final String text;
    private int position;

    Scanner(String s) {
      this.text = s;
    }

    @Nullable PostDate readDate() {
      if (text.length() > 64) return null;
      if (text.indexOf('年') == 4) return readCjkDay();
      LocalDate day =
          hasDigits(0, 8) && (text.length() == 8 || text.charAt(8) == 'T')
              ? readBasicDay()
              : text.length() >= 8
                      && hasDigits(0, 4)
                      && (text.charAt(4) == '-' || text.charAt(4) == '/' || text.charAt(4) == '.')
                  ? readIsoDay()
                  : readSpelledDay();
      if (day == null) return null;
      long millis = PostDate.toEpochDay(day) * 86_400_000L;
      skip(" \t,");
      if (position < text.length()
          && (text.charAt(position) == 'T' || text.charAt(position) == 't')) position++;
      skip(" ");
      if (skipWord("at")) skip(" ");
      if (position == text.length()) return new PostDate(day, millis);
      long time = readTime();
      return time == Long.MIN_VALUE ? null : new PostDate(day, millis + time);
    }

    /** {@code 2024年12月18日}, whatever follows. */
    private @Nullable PostDate readCjkDay() {
      int year = readNumber(4);
      position++;
      int month = readNumber(2);
      if (text.charAt(position++) != '月') return null;
      LocalDate day = LocalDate.of(year, month, readNumber(2));
      return text.startsWith("日", position)
          ? new PostDate(day, PostDate.toEpochDay(day) * 86_400_000L)
          : null;
    }

    /** {@code 20241218}, ISO 8601 without hyphens. */
    private LocalDate readBasicDay() {
      return LocalDate.of(readNumber(4), readNumber(2), readNumber(2));
    }

    private @Nullable LocalDate readIsoDay() {
      int year = readNumber(4);
      char mark = text.charAt(position++);
      int month = readNumber(2);
      if (text.charAt(position++) != mark) return null;
      return LocalDate.of(year, month, readNumber(2));
    }

    private @Nullable LocalDate readSpelledDay() {
      int month = readMonth();
      if (month == 0 && Character.isLetter(text.charAt(0))) {
        // the day of the week
        while (position < text.length() && Character.isLetter(text.charAt(position))) position++;
        skip(". ,");
        month = readMonth();
      }
      int day;
      if (month > 0) {
        skip(". ");
        day = readNumber(2);
        skipOrdinalSuffix();
      } else {
        day = readNumber(2);
        skipOrdinalSuffix();
        skip(". -");
        if (skipWord("of")) skip(" ");
        month = readMonth();
        if (month == 0) return null;
        skip(". -");
      }
      skip(" ,");
      if (!hasDigits(position, 4)) return null;
      return LocalDate.of(readNumber(4), month, day);
    }

    /** Reads a month, from 1; 0 for none. */
    private int readMonth() {
      int end = position;
      while (end < text.length() && Character.isLetter(text.charAt(end))) end++;
      int month = MonthNames.parse(text.substring(position, end));
      if (month > 0) position = end;
      return month;
    }

    private void skipOrdinalSuffix() {
      for (String end : new String[] {"st", "nd", "rd", "th"}) if (skipWord(end)) return;
    }

    private boolean skipWord(String word) {
      if (!text.regionMatches(true, position, word, 0, word.length())) return false;
      int end = position + word.length();
      if (end < text.length() && Character.isLetter(text.charAt(end))) return false;
      position = end;
      return true;
    }

    /** Milliseconds of the day less the zone's offset; {@link Long#MIN_VALUE} for no time. */
    private long readTime() {
      int hour = readNumber(2);
      if (hour > 24 || position >= text.length() || text.charAt(position++) != ':')
        return Long.MIN_VALUE;
      int minute = readNumber(2);
      int second = 0;
      if (position < text.length() && text.charAt(position) == ':') {
        position++;
        second = readNumber(2);
        if (position < text.length()
            && (text.charAt(position) == '.' || text.charAt(position) == ',')) {
          position++;
          while (position < text.length() && Character.isDigit(text.charAt(position))) position++;
        }
      }
      skip(" ");
      if (skipWord("pm") && hour < 12) hour += 12;
      else if (skipWord("am") && hour == 12) hour = 0;
      skip(" ");
      if (minute > 59 || second > 60) return Long.MIN_VALUE;
      long offset = readOffset();
      if (offset == Long.MIN_VALUE) return offset;
      return ((hour * 60L + minute) * 60 + second) * 1000 - offset;
    }

    private long readOffset() {
      if (position == text.length() || skipWord("z") || skipWord("utc") || skipWord("gmt"))
        return position == text.length() ? 0 : skipZoneName();
      char sign = text.charAt(position);
      if (sign != '+' && sign != '-') return skipZoneName();
      position++;
      int hours = readNumber(2);
      if (position < text.length() && text.charAt(position) == ':') position++;
      int minutes =
          position < text.length() && Character.isDigit(text.charAt(position)) ? readNumber(2) : 0;
      long millis = (hours * 60L + minutes) * 60_000;
      return position == text.length() || skipZoneName() == 0
          ? sign == '-' ? -millis : millis
          : Long.MIN_VALUE;
    }

    /** A zone's name ({@code [Europe/Berlin]}, {@code CET}) is ignored: a matter of hours. */
    private long skipZoneName() {
      for (; position < text.length(); position++) {
        char c = text.charAt(position);
        if (!Character.isLetter(c) && "[]()/_ +-".indexOf(c) < 0) return Long.MIN_VALUE;
      }
      return 0;
    }

    private void skip(String characters) {
      while (position < text.length() && characters.indexOf(text.charAt(position)) >= 0) position++;
    }

    private boolean hasDigits(int from, int count) {
      if (from + count > text.length()) return false;
      for (int k = from; k < from + count; k++)
        if (text.charAt(k) < '0' || text.charAt(k) > '9') return false;
      return true;
    }

    private int readNumber(int maxDigits) {
      int from = position;
      while (position < text.length()
          && position - from < maxDigits
          && text.charAt(position) >= '0'
          && text.charAt(position) <= '9') position++;
      return Integer.parseInt(text, from, position, 10);
    }
  }
}
