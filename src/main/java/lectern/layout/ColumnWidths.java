package lectern.layout;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the widths of a table's columns: those of their content where there is room; else at
 * least those of their longest words where possible, and the rest is distributed so that a column
 * with four times the text gets twice the width.
 */
final class ColumnWidths {
  /** Narrower columns are not readable. */
  private static final int MIN_WIDTH = 8;

  /** Columns that need no more than this are not wrapped where possible. */
  private static final int UNWRAPPED_WIDTH = 12;

  /** Longer words may be cut before the table is laid out without columns. */
  private static final int MAX_WORD_WIDTH = 2 * MIN_WIDTH;

  /** Columns on the terminal for each column of the table, without wrapping. */
  private final int[] naturalWidths;

  /** The same for the longest word. */
  private final int[] wordWidths;

  private ColumnWidths(int columns) {
    naturalWidths = new int[columns];
    wordWidths = new int[columns];
    Arrays.fill(naturalWidths, 1);
  }

  /**
   * @param width of the page
   * @return the width of each column, if the table can fit
   */
  static int @Nullable [] of(
      List<LineBreaker> head, List<List<LineBreaker>> body, int columns, int width) {
    ColumnWidths out = new ColumnWidths(columns);
    out.measureNaturalWidths(head);
    for (List<LineBreaker> row : body) out.measureNaturalWidths(row);
    int room = width - TableLayout.COLUMN_GAP * Math.max(0, columns - 1);
    if (sum(out.naturalWidths) <= room) return out.naturalWidths;
    out.measureWords(head);
    for (List<LineBreaker> row : body) out.measureWords(row);
    return out.fit(room);
  }

  private void measureNaturalWidths(List<LineBreaker> row) {
    for (int i = 0; i < row.size(); i++)
      naturalWidths[i] = Math.max(naturalWidths[i], row.get(i).naturalWidth());
  }

  private void measureWords(List<LineBreaker> row) {
    for (int i = 0; i < row.size(); i++)
      wordWidths[i] = Math.max(wordWidths[i], row.get(i).longestWordWidth());
  }

  private int @Nullable [] fit(int room) {
    int[] minimum = minimumWidths(UNWRAPPED_WIDTH);
    if (sum(minimum) > room) minimum = minimumWidths(MIN_WIDTH);
    if (sum(minimum) > room) return null;
    widenToWords(minimum, room - sum(minimum));
    return distribute(minimum, room);
  }

  private int[] minimumWidths(int shortest) {
    int[] out = new int[naturalWidths.length];
    for (int i = 0; i < out.length; i++) {
      int whole = Math.max(shortest, Math.min(wordWidths[i], MAX_WORD_WIDTH));
      out[i] = Math.max(1, Math.min(naturalWidths[i], whole));
    }
    return out;
  }

  /** Widens columns to their longest words, shorter words first. */
  private void widenToWords(int[] minimum, int room) {
    while (true) {
      int next = -1;
      for (int i = 0; i < minimum.length; i++) {
        if (wordWidths[i] <= minimum[i]) continue;
        if (next < 0 || wordWidths[i] < wordWidths[next]) next = i;
      }
      if (next < 0 || wordWidths[next] - minimum[next] > room) return;
      room -= wordWidths[next] - minimum[next];
      minimum[next] = wordWidths[next];
    }
  }

  /** Distributes the room by the square root of the text, from the minimum to the natural width. */
  private int[] distribute(int[] minimum, int room) {
    double low = 0;
    double high = room;
    for (int i = 0; i < 24; i++) {
      double level = (low + high) / 2;
      if (sum(widthsAtLevel(level, minimum)) <= room) low = level;
      else high = level;
    }
    int[] out = widthsAtLevel(low, minimum);
    for (int left = room - sum(out); left > 0; left--) {
      int neediest = neediestColumn(out);
      if (neediest < 0) break;
      out[neediest]++;
    }
    return out;
  }

  private int[] widthsAtLevel(double level, int[] minimum) {
    int[] out = new int[naturalWidths.length];
    for (int i = 0; i < out.length; i++)
      out[i] =
          Math.clamp((int) (level * Math.sqrt(naturalWidths[i])), minimum[i], naturalWidths[i]);
    return out;
  }

  /** The column whose text takes the most rows; -1 when all have their natural width. */
  private int neediestColumn(int[] widths) {
    int neediest = -1;
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] >= naturalWidths[i]) continue;
      if (neediest < 0
          || (long) naturalWidths[i] * widths[neediest]
              > (long) naturalWidths[neediest] * widths[i]) neediest = i;
    }
    return neediest;
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int each : widths) sum += each;
    return sum;
  }
}
