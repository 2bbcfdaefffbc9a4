package lectern.post;

import java.time.LocalDate;

/**
 * A date as its author wrote it.
 *
 * @param day in the zone that the author wrote: what is shown
 * @param millis since 1970, UTC, for sorting; start of the day where no time was given
 */
public record PostDate(LocalDate day, long millis) implements Comparable<PostDate> {
  /**
   * As {@link LocalDate#toEpochDay}, without loading more of java.time. Counts in years that begin
   * in March, so that the leap day is their last.
   */
  public static long toEpochDay(LocalDate day) {
    long year = day.getMonthValue() < 3 ? day.getYear() - 1L : day.getYear();
    int month = (day.getMonthValue() + 9) % 12;
    long leaps = Math.floorDiv(year, 4L) - Math.floorDiv(year, 100L) + Math.floorDiv(year, 400L);
    return year * 365 + leaps + (month * 153 + 2) / 5 + day.getDayOfMonth() - 719_469;
  }

  @Override
  public int compareTo(PostDate other) {
    return Long.compare(millis, other.millis);
  }
}
