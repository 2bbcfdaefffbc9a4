package lectern.ssh;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import lectern.text.Sanitizer;
import org.jspecify.annotations.Nullable;

/** Writes one line of {@code name=value} pairs for each event; no text of posts, no keys. */
final class EventLog {
  private final PrintStream out;
  private final LongSupplier clock;

  EventLog(PrintStream out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
  }

  /**
   * Writes one line.
   *
   * @param pairs names and values in turn; a pair without a value is left out
   */
  void write(String event, @Nullable Object... pairs) {
    StringBuilder line =
        new StringBuilder("time=")
            .append(Instant.ofEpochMilli(clock.getAsLong()).truncatedTo(ChronoUnit.MILLIS));
    line.append(" event=").append(event);
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      if (pairs[i + 1] != null)
        line.append(' ')
            .append(pairs[i])
            .append('=')
            .append(formatValue(String.valueOf(pairs[i + 1])));
    }
    out.println(line);
  }

  private static String formatValue(String text) {
    String clean = Sanitizer.sanitize(text);
    boolean bare =
        !clean.isEmpty() && clean.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '=');
    return bare ? clean : '"' + clean.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
