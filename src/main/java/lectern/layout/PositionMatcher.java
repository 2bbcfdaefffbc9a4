package lectern.layout;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Anchor;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Span;

/**
 * Finds a block again in a text that may have been edited since: by what it says and by its
 * neighbours rather than by its number, which every block put in above it changes.
 */
final class PositionMatcher {
  private static final int SELF_WEIGHT = 4;
  private static final int PREVIOUS_WEIGHT = 2;
  private static final int NEXT_WEIGHT = 1;

  private PositionMatcher() {}

  /** The number of the block, from 1, that is the place's, or stands where it stood. */
  static int findBlock(List<Line> lines, ReadingPosition place) {
    if (place.block() == 0 || place.fingerprint() == 0 && place.previousFingerprint() == 0)
      return place.block();
    List<Integer> prints = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++)
      if (isBlockStart(lines, row)) prints.add(fingerprint(lines, row));
    int best = place.block();
    int most = 0;
    for (int i = 0; i < prints.size(); i++) {
      int score =
          matchScore(prints, i, place.fingerprint(), SELF_WEIGHT)
              + matchScore(prints, i - 1, place.previousFingerprint(), PREVIOUS_WEIGHT)
              + matchScore(prints, i + 1, place.nextFingerprint(), NEXT_WEIGHT);
      boolean nearer = Math.abs(i + 1 - place.block()) < Math.abs(best - place.block());
      if (score > most || score == most && score > 0 && nearer) {
        most = score;
        best = i + 1;
      }
    }
    return best;
  }

  private static int matchScore(List<Integer> prints, int i, int print, int worth) {
    boolean same = print != 0 && i >= 0 && i < prints.size() && prints.get(i) == print;
    return same ? worth : 0;
  }

  static boolean isBlockStart(List<Line> lines, int row) {
    return !(lines.get(row).anchor() instanceof Anchor.None);
  }

  /** Of the words of the block that begins on a row, wherever they wrap; 0 when there are none. */
  static int fingerprint(List<Line> lines, int row) {
    if (row < 0 || row >= lines.size()) return 0;
    int print = 0;
    for (int i = row; i < lines.size() && (i == row || !isBlockStart(lines, i)); i++) {
      for (Span span : lines.get(i).spans()) {
        if (!span.roles().has(Role.DECOR)) print = updateFingerprint(print, span.text());
      }
    }
    return print;
  }

  private static int updateFingerprint(int print, String text) {
    int more = print;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ') more = more * 31 + c;
    }
    return more;
  }
}
