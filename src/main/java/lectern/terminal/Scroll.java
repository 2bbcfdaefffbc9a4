package lectern.terminal;

import lectern.text.Line;

/**
 * A region of rows that moved, found by comparing two pictures: it explains more text than any
 * other.
 *
 * @param first of the region
 * @param last of the region, inclusive
 * @param distance rows up; negative: down
 */
record Scroll(int first, int last, int distance) {
  /** Bytes of text that a scroll must save to be worth its own. */
  private static final int WORTH = 40;

  /** The best scroll from one picture to the other; null when none is worth its bytes. */
  static Scroll between(Line[] old, Line[] now) {
    int rows = now.length;
    int[] before = hashes(old);
    int[] after = hashes(now);
    int[] worth = worth(now);
    boolean[] kept = new boolean[rows];
    int changed = 0;
    for (int i = 0; i < rows; i++) {
      kept[i] = same(old[i], now[i], before[i], after[i]);
      if (!kept[i]) changed += worth[i];
    }
    if (changed <= WORTH) return null;
    Scroll best = null;
    int most = WORTH;
    for (int n = 1; n < rows; n++) {
      for (int distance = n; distance >= -n; distance -= 2 * n) {
        int from = Math.max(0, -distance);
        int to = Math.min(rows, rows - distance);
        int sum = 0;
        int start = from;
        for (int i = from; i < to; i++) {
          boolean moved = same(old[i + distance], now[i], before[i + distance], after[i]);
          int gain = moved == kept[i] ? 0 : moved ? worth[i] : -worth[i] - 1;
          if (sum <= 0) {
            sum = 0;
            start = i;
          }
          sum += gain;
          if (sum > most) {
            most = sum;
            best =
                distance > 0
                    ? new Scroll(start, i + distance, distance)
                    : new Scroll(start + distance, i, distance);
          }
        }
      }
    }
    return best;
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

  private static boolean same(Line a, Line b, int hashA, int hashB) {
    return hashA == hashB && a.looksLike(b);
  }

  private static int[] hashes(Line[] lines) {
    int[] out = new int[lines.length];
    for (int i = 0; i < out.length; i++) out[i] = lines[i].spans().hashCode();
    return out;
  }

  private static int[] worth(Line[] lines) {
    int[] out = new int[lines.length];
    for (int i = 0; i < out.length; i++) {
      for (var span : lines[i].spans()) if (!span.text().isBlank()) out[i] += span.text().length();
    }
    return out;
  }
}
