package lectern.terminal;

import lectern.text.Line;
import lectern.text.Span;

/**
 * A region of rows that moved, found by comparing two pictures: it saves more bytes than any other.
 * A region whose rows all changed may be laid bare, which is cheaper than erasing what is left in
 * each of them.
 *
 * @param first of the region
 * @param last of the region, inclusive
 * @param distance rows up; negative: down; all the rows of the region: it is laid bare
 */
record ScrollRegion(int first, int last, int distance) {
  /** About what erasing the rests of a row costs where a text is written over another. */
  private static final int ERASE_BYTES = 6;

  /** Bytes of a scroll besides its steps: the region set, gone to, and reset. */
  private static final int REGION_BYTES = 15;

  /** Bytes of erasing from the top of the screen, or to its bottom. */
  private static final int CLEAR_BYTES = 12;

  /** Equal characters in a row that are worth a jump over them. */
  private static final int MIN_JUMP_RUN = 6;

  /** Beyond so many rows each is not compared with each, letter by letter. */
  private static final int MAX_COMPARED_ROWS = 100;

  /**
   * The best scroll from one picture to the other; null when none is worth its bytes.
   *
   * @param bare whether the rows laid bare are blank as the page is
   */
  static ScrollRegion between(Line[] old, Line[] now, boolean bare) {
    return new ScrollSearch(old, now).findBest(bare);
  }

  /** The rows after the scroll; null where the region was laid bare. */
  void shift(Line[] rows) {
    int n = Math.abs(distance);
    if (distance > 0) {
      System.arraycopy(rows, first + n, rows, first, last + 1 - first - n);
      for (int i = last + 1 - n; i <= last; i++) rows[i] = null;
    } else {
      System.arraycopy(rows, first, rows, first + n, last + 1 - first - n);
      for (int i = first; i < first + n; i++) rows[i] = null;
    }
  }

  /** Two pictures compared. */
  private static final class ScrollSearch {
    private final Line[] oldLines;
    private final Line[] newLines;
    private final int rowCount;
    private final int[] oldHashes;
    private final int[] newHashes;

    /** Bytes of each new row on bare ground, and over what stands there. */
    private final int[] bytesOnBlank;

    private final int[] bytesOverOld;
    private ScrollRegion best;
    private int bestSaved;

    ScrollSearch(Line[] old, Line[] now) {
      this.oldLines = old;
      this.newLines = now;
      this.rowCount = now.length;
      this.oldHashes = hashes(old);
      this.newHashes = hashes(now);
      this.bytesOnBlank = new int[rowCount];
      this.bytesOverOld = new int[rowCount];
    }

    ScrollRegion findBest(boolean bare) {
      int changed = 0;
      for (int i = 0; i < rowCount; i++) {
        bytesOnBlank[i] = textLength(newLines[i]);
        bytesOverOld[i] = rewriteBytes(i, i);
        changed += bytesOverOld[i];
      }
      if (changed <= CLEAR_BYTES) return null;
      for (int n = 1; n < rowCount; n++) {
        tryMove(n, bare);
        tryMove(-n, bare);
      }
      if (bare) tryClear();
      return best;
    }

    /** The region whose rows, moved that far, save the most (Kadane). */
    private void tryMove(int distance, boolean bare) {
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
        offer(
            first,
            last + distance,
            distance,
            top + savedOnBlank(last + 1, last + distance, bare) - cost);
      else
        offer(
            first + distance,
            last,
            distance,
            top + savedOnBlank(first + distance, first - 1, bare) - cost);
    }

    /** What it saves, or costs, to write these rows on bare ground. */
    private int savedOnBlank(int first, int last, boolean bare) {
      int sum = 0;
      for (int i = first; i <= last; i++)
        sum += bytesOverOld[i] - bytesOnBlank[i] - (bare ? 0 : 2 * ERASE_BYTES);
      return sum;
    }

    /** The region that is cheapest begun anew. */
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

    /** What it takes to write a new row over an old one. */
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

    /** Bytes saved where the same characters stand in the same places, in the same roles. */
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
