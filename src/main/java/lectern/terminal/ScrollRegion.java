package lectern.terminal;

import lectern.text.Line;
import lectern.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The region to scroll between two frames that saves the most bytes. A region whose rows all
 * changed may be cleared, which is cheaper than erasing the end of each row.
 *
 * @param first row
 * @param last row, inclusive
 * @param distance rows up; negative for down; the number of rows in the region clears it
 */
record ScrollRegion(int first, int last, int distance) {
  /** About the bytes of erasing the end of a row after writing over it. */
  private static final int ERASE_BYTES = 6;

  /** Bytes of a scroll besides its steps: to set, enter and reset the region. */
  private static final int REGION_BYTES = 15;

  /** Bytes of clearing from the top of the screen, or to its bottom. */
  private static final int CLEAR_BYTES = 12;

  /** A jump over this many equal characters saves nothing yet. */
  private static final int MIN_JUMP_RUN = 6;

  /** With more rows than this, rows are not compared by characters: that is quadratic. */
  private static final int MAX_COMPARED_ROWS = 100;

  /**
   * The best scroll from one frame to another, if one saves bytes.
   *
   * @param clears whether the rows that a scroll uncovers look like the page
   */
  static @Nullable ScrollRegion between(Line[] old, Line[] now, boolean clears) {
    return new ScrollSearch(old, now, clears).findBest();
  }

  /** Applies the scroll to rows; uncovered ones become null. */
  void shift(@Nullable Line[] rows) {
    int n = Math.abs(distance);
    if (distance > 0) {
      System.arraycopy(rows, first + n, rows, first, last + 1 - first - n);
      for (int i = last + 1 - n; i <= last; i++) rows[i] = null;
    } else {
      System.arraycopy(rows, first, rows, first + n, last + 1 - first - n);
      for (int i = first; i < first + n; i++) rows[i] = null;
    }
  }

  private static final class ScrollSearch {
    private final Line[] oldLines;
    private final Line[] newLines;
    private final boolean clears;
    private final int rowCount;
    private final int[] oldHashes;
    private final int[] newHashes;

    /** Bytes of writing each new row into a blank row. */
    private final int[] bytesOnBlank;

    /** Bytes of writing each new row over the old one. */
    private final int[] bytesOverOld;

    private @Nullable ScrollRegion best;
    private int bestSaved;

    ScrollSearch(Line[] old, Line[] now, boolean clears) {
      this.clears = clears;
      this.oldLines = old;
      this.newLines = now;
      this.rowCount = now.length;
      this.oldHashes = hashes(old);
      this.newHashes = hashes(now);
      this.bytesOnBlank = new int[rowCount];
      this.bytesOverOld = new int[rowCount];
    }

    @Nullable ScrollRegion findBest() {
      int changed = 0;
      for (int i = 0; i < rowCount; i++) {
        bytesOnBlank[i] = textLength(newLines[i]);
        bytesOverOld[i] = rewriteBytes(i, i);
        changed += bytesOverOld[i];
      }
      if (changed <= CLEAR_BYTES) return null;
      for (int n = 1; n < rowCount; n++) {
        tryMove(n);
        tryMove(-n);
      }
      if (clears) tryClear();
      return best;
    }

    /** Finds the region whose rows, moved this far, save the most (Kadane's algorithm). */
    private void tryMove(int distance) {
      int from = Math.max(0, -distance);
      int to = Math.min(rowCount, rowCount - distance);
      int sum = 0;
      int start = from;
      int top = 0;
      int first = -1;
      int last = -1;
      for (int i = from; i < to; i++) {
        if (sum <= 0) {
          sum = 0;
          start = i;
        }
        sum += bytesOverOld[i] - rewriteBytes(i + distance, i);
        if (sum > top) {
          top = sum;
          first = start;
          last = i;
        }
      }
      if (first < 0) return;
      int cost = REGION_BYTES + (distance > 0 ? distance : -2 * distance);
      if (distance > 0)
        offer(first, last + distance, distance, top - cost + savedOnBlank(last + 1, distance));
      else
        offer(
            first + distance,
            last,
            distance,
            top - cost + savedOnBlank(first + distance, -distance));
    }

    /** Bytes saved by writing rows into uncovered ones; may be negative. */
    private int savedOnBlank(int first, int count) {
      int sum = 0;
      for (int i = first; i < first + count; i++)
        sum += bytesOverOld[i] - bytesOnBlank[i] - (clears ? 0 : 2 * ERASE_BYTES);
      return sum;
    }

    /** Finds the region that is cheapest to clear and rewrite. */
    private void tryClear() {
      int sum = 0;
      int start = 0;
      for (int i = 0; i < rowCount; i++) {
        if (sum <= 0) {
          sum = 0;
          start = i;
        }
        sum += bytesOverOld[i] - bytesOnBlank[i];
        if (i == start) continue;
        int cost = start == 0 || i == rowCount - 1 ? CLEAR_BYTES : REGION_BYTES + i + 1 - start;
        offer(start, i, i + 1 - start, sum - cost);
      }
    }

    private void offer(int first, int last, int distance, int saved) {
      if (saved <= bestSaved) return;
      bestSaved = saved;
      best = new ScrollRegion(first, last, distance);
    }

    /** Bytes of writing new row {@code j} over old row {@code i}. */
    private int rewriteBytes(int i, int j) {
      if (oldHashes[i] == newHashes[j] && oldLines[i].rendersLike(newLines[j])) return 0;
      if (oldLines[i].isBlank()) return bytesOnBlank[j];
      return bytesOnBlank[j]
          + ERASE_BYTES
          - (rowCount > MAX_COMPARED_ROWS ? 0 : sharedBytes(oldLines[i], newLines[j]));
    }

    private static int[] hashes(Line[] lines) {
      int[] out = new int[lines.length];
      for (int i = 0; i < out.length; i++) out[i] = lines[i].spans().hashCode();
      return out;
    }

    private static int textLength(Line line) {
      int sum = 0;
      for (Span span : line.spans()) if (!span.text().isBlank()) sum += span.text().length();
      return sum;
    }

    /** Bytes saved where the same characters have the same place and roles. */
    private static int sharedBytes(Line a, Line b) {
      int sum = 0;
      int from = 0;
      for (int i = 0, j = 0, at = 0, to = 0; i < a.spans().size() && j < b.spans().size(); ) {
        Span old = a.spans().get(i);
        Span now = b.spans().get(j);
        int end = Math.min(at + old.text().length(), to + now.text().length());
        if (old.roles().equals(now.roles()))
          sum += sharedBytes(old.text(), from - at, now.text(), from - to, end - from);
        from = end;
        if (end == at + old.text().length()) {
          at = end;
          i++;
        }
        if (end == to + now.text().length()) {
          to = end;
          j++;
        }
      }
      return sum;
    }

    private static int sharedBytes(String old, int at, String now, int to, int length) {
      int sum = 0;
      int run = 0;
      for (int i = 0; i < length; i++) {
        char c = now.charAt(to + i);
        if (c == old.charAt(at + i)) {
          if (c != ' ') run++;
          continue;
        }
        sum += Math.max(0, run - MIN_JUMP_RUN);
        run = 0;
      }
      return sum + Math.max(0, run - MIN_JUMP_RUN);
    }
  }
}
