package lectern.layout;

import java.util.Arrays;
import java.util.List;

/**
 * How wide the columns of a table are: as wide as their content where there is room; else none
 * narrower than its longest word, as far as that goes, and what is left shared out so that a column
 * with four times the text gets twice the width.
 */
final class ColumnWidths {
  /** A column narrower than this is not worth reading. */
  private static final int LEAST = 8;

  /** A column that needs no more than this is not wrapped while there is another way. */
  private static final int SHORT = 12;

  /** A word longer than this may be cut before the table gives up its columns. */
  private static final int WORD = 2 * LEAST;

  /** Of each column: without any wrapping, and its longest word. */
  private final int[] natural;

  private final int[] words;

  private ColumnWidths(int columns) {
    natural = new int[columns];
    words = new int[columns];
    Arrays.fill(natural, 1);
  }

  /** Columns of each column at a width of the page; null when the table cannot fit. */
  static int[] widths(List<LineBreaker> head, List<List<LineBreaker>> body, int columns, int width) {
    ColumnWidths out = new ColumnWidths(columns);
    out.whole(head);
    for (List<LineBreaker> row : body) out.whole(row);
    int room = width - TableLayout.GAP * Math.max(0, columns - 1);
    if (sum(out.natural) <= room) return out.natural;
    out.words(head);
    for (List<LineBreaker> row : body) out.words(row);
    return out.wrapped(room);
  }

  private void whole(List<LineBreaker> row) {
    for (int i = 0; i < row.size(); i++)
      natural[i] = Math.max(natural[i], row.get(i).naturalWidth());
  }

  private void words(List<LineBreaker> row) {
    for (int i = 0; i < row.size(); i++) words[i] = Math.max(words[i], row.get(i).wordWidth());
  }

  private int[] wrapped(int room) {
    int[] least = least(SHORT);
    if (sum(least) > room) least = least(LEAST);
    if (sum(least) > room) return null;
    keepWords(least, room - sum(least));
    return shared(least, room);
  }

  private int[] least(int shortest) {
    int[] out = new int[natural.length];
    for (int i = 0; i < out.length; i++) {
      int whole = Math.max(shortest, Math.min(words[i], WORD));
      out[i] = Math.max(1, Math.min(natural[i], whole));
    }
    return out;
  }

  /** Gives columns the width of their longest words, the shorter ones first. */
  private void keepWords(int[] least, int room) {
    while (true) {
      int next = -1;
      for (int i = 0; i < least.length; i++) {
        if (words[i] <= least[i]) continue;
        if (next < 0 || words[i] < words[next]) next = i;
      }
      if (next < 0 || words[next] - least[next] > room) return;
      room -= words[next] - least[next];
      least[next] = words[next];
    }
  }

  /** Room by the square root of the text, between the least and all that a column can use. */
  private int[] shared(int[] least, int room) {
    double low = 0;
    double high = room;
    for (int i = 0; i < 24; i++) {
      double level = (low + high) / 2;
      if (sum(at(level, least)) <= room) low = level;
      else high = level;
    }
    int[] out = at(low, least);
    for (int left = room - sum(out); left > 0; left--) {
      int most = widestNeed(out);
      if (most < 0) break;
      out[most]++;
    }
    return out;
  }

  private int[] at(double level, int[] least) {
    int[] out = new int[natural.length];
    for (int i = 0; i < out.length; i++)
      out[i] = Math.clamp((int) (level * Math.sqrt(natural[i])), least[i], natural[i]);
    return out;
  }

  /** The column whose text takes the most rows; -1 when all have what they can use. */
  private int widestNeed(int[] widths) {
    int most = -1;
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] >= natural[i]) continue;
      if (most < 0 || (long) natural[i] * widths[most] > (long) natural[most] * widths[i]) most = i;
    }
    return most;
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int each : widths) sum += each;
    return sum;
  }
}
