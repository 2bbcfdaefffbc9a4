package lectern.ui;

import java.time.LocalDate;
import lectern.post.MonthNames;
import lectern.post.Post;

/** Dates and numbers in words. */
public final class DisplayText {
  private DisplayText() {}

  /** {@code 2 November 2026}. */
  public static String longDate(LocalDate day) {
    return day.getDayOfMonth() + " " + MonthNames.of(day.getMonthValue()) + " " + day.getYear();
  }

  /** {@code 2 Nov 2026}. */
  public static String shortDate(LocalDate day) {
    String month = MonthNames.of(day.getMonthValue()).substring(0, 3);
    return day.getDayOfMonth() + " " + month + " " + day.getYear();
  }

  /** The date shown beside a post in a list; empty without one. */
  public static String shortDateOf(Post post) {
    return post.date().isPresent() ? shortDate(post.date().get().day()) : "";
  }

  /** {@code 1 post}, {@code 2 posts}. */
  public static String pluralize(int n, String one) {
    return n + " " + one + (n == 1 ? "" : "s");
  }
}
