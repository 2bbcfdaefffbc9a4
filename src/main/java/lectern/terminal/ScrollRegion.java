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
  private static final int ERASE = 6;

  /** Bytes of a scroll besides its steps: the region set, gone to, and reset. */
  private static final int REGION = 15;

  /** Bytes of erasing from the top of the screen, or to its bottom. */
  private static final int CLEAR = 12;

  /** Equal characters in a row that are worth a jump over them. */
  private static final int RUN = 6;

  /** Beyond so many rows each is not compared with each, letter by letter. */
  private static final int MANY = 100;

  /**
   * The best scroll from one picture to the other; null when none is worth its bytes.
   *
   * @param bare whether the rows laid bare are blank as the page is
   */
  static ScrollRegion between(Line[] old, Line[] now, boolean bare) {
    return new ScrollSearch(old, now).best(bare);
  }

  /** The rows after the scroll; null where the region was laid bare. */
  void move(Line[] rows) {
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
    private final Line[] old;
    private final Line[] now;
    private final int rows;
    private final int[] before;
    private final int[] after;

    /** Bytes of each new row on bare ground, and over what stands there. */
    private final int[] fresh;

    private final int[] over;
    private ScrollRegion best;
    private int most;

    ScrollSearch(Line[] old, Line[] now) {
      this.old = old;
      this.now = now;
      this.rows = now.length;
      this.before = hashes(old);
      this.after = hashes(now);
      this.fresh = new int[rows];
      this.over = new int[rows];
    }

    ScrollRegion best(boolean bare) {
      int changed = 0;
      for (int i = 0; i < rows; i++) {
        fresh[i] = worth(now[i]);
        over[i] = bytes(i, i);
        changed += over[i];
      }
      if (changed <= CLEAR) return null;
      for (int n = 1; n < rows; n++) {
        moved(n, bare);
        moved(-n, bare);
      }
      if (bare) cleared();
      return best;
    }

    /** The region whose rows, moved that far, save the most (Kadane). */
    private void moved(int distance, boolean bare) {
      int from = Math.max(0, -distance);
      int to = Math.min(rows, rows - distance);
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
        sum += over[i] - bytes(i + distance, i);
        if (sum > top) {
          top = sum;
          first = start;
          last = i;
        }
      }
      if (first < 0) return;
      int cost = REGION + (distance > 0 ? distance : -2 * distance);
      if (distance > 0)
        offer(first, last + distance, distance, top + laid(last + 1, last + distance, bare) - cost);
      else
        offer(
            first + distance, last, distance, top + laid(first + distance, first - 1, bare) - cost);
    }

    /** What it saves, or costs, to write these rows on bare ground. */
    private int laid(int first, int last, boolean bare) {
      int sum = 0;
      for (int i = first; i <= last; i++) sum += over[i] - fresh[i] - (bare ? 0 : 2 * ERASE);
      return sum;
    }

    /** The region that is cheapest begun anew. */
    private void cleared() {
      int sum = 0;
      int start = 0;
      for (int i = 0; i < rows; i++) {
        if (sum <= 0) {
          sum = 0;
          start = i;
        }
        sum += over[i] - fresh[i];
        if (i == start) continue;
        int cost = start == 0 || i == rows - 1 ? CLEAR : REGION + i + 1 - start;
        offer(start, i, i + 1 - start, sum - cost);
      }
    }

    private void offer(int first, int last, int distance, int saved) {
      if (saved <= most) return;
      most = saved;
      best = new ScrollRegion(first, last, distance);
    }

    /** What it takes to write a new row over an old one. */
    private int bytes(int i, int j) {
      if (before[i] == after[j] && old[i].rendersLike(now[j])) return 0;
      if (old[i].isBlank()) return fresh[j];
      return fresh[j] + ERASE - (rows > MANY ? 0 : shared(old[i], now[j]));
    }

    private static int[] hashes(Line[] lines) {
      int[] out = new int[lines.length];
      for (int i = 0; i < out.length; i++) out[i] = lines[i].spans().hashCode();
      return out;
    }

    private static int worth(Line line) {
      int sum = 0;
      for (Span span : line.spans()) if (!span.text().isBlank()) sum += span.text().length();
      return sum;
    }

    /** Bytes saved where the same characters stand in the same places, in the same roles. */
    private static int shared(Line a, Line b) {
      int sum = 0;
      int from = 0;
      for (int i = 0, j = 0, at = 0, to = 0; i < a.spans().size() && j < b.spans().size(); ) {
        Span old = a.spans().get(i);
        Span now = b.spans().get(j);
        int end = Math.min(at + old.text().length(), to + now.text().length());
        if (old.roles().equals(now.roles()))
          sum += shared(old.text(), from - at, now.text(), from - to, end - from);
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

    private static int shared(String old, int at, String now, int to, int length) {
      int sum = 0;
      int run = 0;
      for (int i = 0; i < length; i++) {
        char c = now.charAt(to + i);
        if (c == old.charAt(at + i)) {
          if (c != ' ') run++;
          continue;
        }
        sum += Math.max(0, run - RUN);
        run = 0;
      }
      return sum + Math.max(0, run - RUN);
    }
  }
}
