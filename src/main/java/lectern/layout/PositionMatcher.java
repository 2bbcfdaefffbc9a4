package lectern.layout;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Anchor;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Span;

/**
 * Finds the block of a reading position again in a post that may have been edited since, by
 * fingerprints of its text and of its neighbours': its number changes with every block inserted
 * above.
 */
final class PositionMatcher {
  private static final int SELF_WEIGHT = 4;
  private static final int PREVIOUS_WEIGHT = 2;
  private static final int NEXT_WEIGHT = 1;

  private PositionMatcher() {}

  /** The number, from 1, of the block that matches best; that of the position where none does. */
  static int findBlock(List<Line> lines, ReadingPosition position) {
    if (position.block() == 0 || position.fingerprint() == 0 && position.previousFingerprint() == 0)
      return position.block();
    List<Integer> fingerprints = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++)
      if (isBlockStart(lines, row)) fingerprints.add(fingerprint(lines, row));
    int best = position.block();
    int bestScore = 0;
    for (int i = 0; i < fingerprints.size(); i++) {
      int score =
          matchScore(fingerprints, i, position.fingerprint(), SELF_WEIGHT)
              + matchScore(fingerprints, i - 1, position.previousFingerprint(), PREVIOUS_WEIGHT)
              + matchScore(fingerprints, i + 1, position.nextFingerprint(), NEXT_WEIGHT);
      boolean nearer = Math.abs(i + 1 - position.block()) < Math.abs(best - position.block());
      if (score > bestScore || score == bestScore && score > 0 && nearer) {
        bestScore = score;
        best = i + 1;
      }
    }
    return best;
  }

  private static int matchScore(List<Integer> fingerprints, int i, int fingerprint, int weight) {
    boolean same =
        fingerprint != 0 && i >= 0 && i < fingerprints.size() && fingerprints.get(i) == fingerprint;
    return same ? weight : 0;
  }

  static boolean isBlockStart(List<Line> lines, int row) {
    return !(lines.get(row).anchor() instanceof Anchor.None);
  }

  /** A hash of the text of the block that starts on a row, however it is wrapped; 0 for none. */
  static int fingerprint(List<Line> lines, int row) {
    if (row < 0 || row >= lines.size()) return 0;
    int hash = 0;
    for (int i = row; i < lines.size() && (i == row || !isBlockStart(lines, i)); i++) {
      for (Span span : lines.get(i).spans()) {
        if (!span.roles().has(Role.DECOR)) hash = updateHash(hash, span.text());
      }
    }
    return hash;
  }

  private static int updateHash(int start, String text) {
    int hash = start;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ') hash = hash * 31 + c;
    }
    return hash;
  }
}
