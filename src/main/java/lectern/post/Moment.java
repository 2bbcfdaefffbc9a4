package lectern.post;

import java.time.LocalDate;

/**
 * A date as an author gave it.
 *
 * @param day the day in the zone the author wrote it in: what is shown
 * @param millis since 1970, UTC, for sorting; start of the day where no time was given
 */
public record Moment(LocalDate day, long millis) implements Comparable<Moment> {
  @Override
  public int compareTo(Moment other) {
    return Long.compare(millis, other.millis);
  }
}
