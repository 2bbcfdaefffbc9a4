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
  private static final int MIN_WIDTH = 8;

  /** A column that needs no more than this is not wrapped while there is another way. */
  private static final int UNWRAPPED_WIDTH = 12;

  /** A word longer than this may be cut before the table gives up its columns. */
  private static final int MAX_WORD_WIDTH = 2 * MIN_WIDTH;

  /** Of each column: without any wrapping, and its longest word. */
  private final int[] naturalWidths;

  private final int[] wordWidths;

  private ColumnWidths(int columns) {
    naturalWidths = new int[columns];
    wordWidths = new int[columns];
    Arrays.fill(naturalWidths, 1);
  }

  /** Columns of each column at a width of the page; null when the table cannot fit. */
  static int[] of(List<LineBreaker> head, List<List<LineBreaker>> body, int columns, int width) {
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

  private int[] fit(int room) {
    int[] least = minimumWidths(UNWRAPPED_WIDTH);
    if (sum(least) > room) least = minimumWidths(MIN_WIDTH);
    if (sum(least) > room) return null;
    widenToWords(least, room - sum(least));
    return distribute(least, room);
  }

  private int[] minimumWidths(int shortest) {
    int[] out = new int[naturalWidths.length];
    for (int i = 0; i < out.length; i++) {
      int whole = Math.max(shortest, Math.min(wordWidths[i], MAX_WORD_WIDTH));
      out[i] = Math.max(1, Math.min(naturalWidths[i], whole));
    }
    return out;
  }

  /** Gives columns the width of their longest words, the shorter ones first. */
  private void widenToWords(int[] least, int room) {
    while (true) {
      int next = -1;
      for (int i = 0; i < least.length; i++) {
        if (wordWidths[i] <= least[i]) continue;
        if (next < 0 || wordWidths[i] < wordWidths[next]) next = i;
      }
      if (next < 0 || wordWidths[next] - least[next] > room) return;
      room -= wordWidths[next] - least[next];
      least[next] = wordWidths[next];
    }
  }

  /** Room by the square root of the text, between the least and all that a column can use. */
  private int[] distribute(int[] least, int room) {
    double low = 0;
    double high = room;
    for (int i = 0; i < 24; i++) {
      double level = (low + high) / 2;
      if (sum(widthsAtLevel(level, least)) <= room) low = level;
      else high = level;
    }
    int[] out = widthsAtLevel(low, least);
    for (int left = room - sum(out); left > 0; left--) {
      int most = neediestColumn(out);
      if (most < 0) break;
      out[most]++;
    }
    return out;
  }

  private int[] widthsAtLevel(double level, int[] least) {
    int[] out = new int[naturalWidths.length];
    for (int i = 0; i < out.length; i++)
      out[i] = Math.clamp((int) (level * Math.sqrt(naturalWidths[i])), least[i], naturalWidths[i]);
    return out;
  }

  /** The column whose text takes the most rows; -1 when all have what they can use. */
  private int neediestColumn(int[] widths) {
    int most = -1;
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] >= naturalWidths[i]) continue;
      if (most < 0
          || (long) naturalWidths[i] * widths[most] > (long) naturalWidths[most] * widths[i])
        most = i;
    }
    return most;
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int each : widths) sum += each;
    return sum;
  }
}
