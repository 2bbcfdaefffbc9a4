package lectern.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import lectern.text.Anchor;
import lectern.text.DisplayWidth;
import lectern.text.EastAsian;
import lectern.text.Line;
import lectern.text.LineBreak;
import lectern.text.RoleSet;
import lectern.text.Sanitizer;
import lectern.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Wraps running text by words. Holds one string, and where its roles and targets change.
 *
 * <p>Lines break at spaces, after hyphens and dashes inside words, between East Asian characters
 * but for those that may not begin or end a line (UAX #14, kinsoku), where a dictionary allows it
 * in Thai, Lao and Khmer; else, in a word longer than the line, between grapheme clusters. A
 * cluster of two columns on a line of one stays whole: it is the one case in which a line is wider
 * than asked, because a character is never lost.
 */
public final class LineBreaker {
  private static final String NEVER_FIRST =
      "、。，．・：；？！ー）］｝〉》」』】〕〗〙〟’”%‰℃¢°ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻‐゠–〜…‥,.!?:;)]}»›";

  /** What closes, also after a space; the full-width ones wherever they stand. */
  private static final String CLOSING = "、。，．：；？！）］｝〉》」』】〕〗〙〟’”,.!?:;)]}»›";

  /** What opens, also before a space. */
  private static final String OPENING = "（［｛〈《「『【〔〖〘〝‘“([{«‹";

  private static final String NEVER_LAST = "（［｛〈《「『【〔〖〘〝‘“([{«‹£$¥＄￥￡";

  private final StringBuilder text = new StringBuilder();
  private int[] runStarts = new int[8];
  private RoleSet[] runRoles = new RoleSet[8];
  private @Nullable String[] runTargets = new String[8];
  private int runCount;
  private boolean needsDictionary;

  /**
   * Wraps a text whose parts all have the same roles.
   *
   * @param width columns; 0: never wrap
   */
  public static List<Line> wrap(String text, RoleSet roles, int width) {
    return new LineBreaker()
        .append(text, roles, null)
        .breakLines(width == 0 ? Integer.MAX_VALUE : width);
  }

  /** Adds text that may wrap; runs of spaces become one, soft hyphens are dropped. */
  public LineBreaker append(String words, RoleSet roles, @Nullable String href) {
    String clean = Sanitizer.sanitize(words);
    startRun(roles, href);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (c == ' ') appendSpace();
      else if (c != '\u00ad') append(c);
    }
    return this;
  }

  /** Adds text whose spaces all stay (inline code). */
  public LineBreaker appendVerbatim(String words, RoleSet roles, @Nullable String href) {
    startRun(roles, href);
    String clean = Sanitizer.sanitize(words);
    for (int i = 0; i < clean.length(); i++) append(clean.charAt(i));
    return this;
  }

  private void append(char c) {
    if (WordBreaks.isComplex(c)) needsDictionary = true;
    text.append(c);
  }

  /** Adds all text of another one. */
  void append(LineBreaker other) {
    String s = other.text.toString();
    for (int run = 0; run < other.runCount; run++) {
      int to = run + 1 < other.runCount ? other.runStarts[run + 1] : s.length();
      startRun(other.runRoles[run], other.runTargets[run]);
      for (int i = other.runStarts[run]; i < to; i++)
        append(s.charAt(i) == '\n' ? ' ' : s.charAt(i));
    }
  }

  /** Adds a space, unless there is one or a line has just started. */
  private void appendSpace() {
    if (text.isEmpty()) return;
    char last = text.charAt(text.length() - 1);
    if (last != ' ' && last != '\n') text.append(' ');
  }

  /**
   * Adds a line end of the source: a space, but none between two East Asian characters. It belongs
   * to the inline that contains it, not to a link that ends before it.
   *
   * @param next the code point that follows
   */
  LineBreaker appendSoftBreak(int next, RoleSet roles, @Nullable String href) {
    if (!text.isEmpty()
        && EastAsian.isWrittenWithoutSpaces(text.codePointBefore(text.length()))
        && EastAsian.isWrittenWithoutSpaces(next)) return this;
    startRun(roles, href);
    appendSpace();
    return this;
  }

  LineBreaker appendHardBreak() {
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ')
      text.setLength(text.length() - 1);
    text.append('\n');
    return this;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  private void startRun(RoleSet role, @Nullable String href) {
    if (runCount > 0
        && runRoles[runCount - 1].bits() == role.bits()
        && Objects.equals(runTargets[runCount - 1], href)) return;
    if (runCount == runStarts.length) {
      runStarts = Arrays.copyOf(runStarts, runCount * 2);
      runRoles = Arrays.copyOf(runRoles, runCount * 2);
      runTargets = Arrays.copyOf(runTargets, runCount * 2);
    }
    runStarts[runCount] = text.length();
    runRoles[runCount] = role;
    runTargets[runCount++] = href;
  }

  /** Columns of the longest line when nothing is wrapped. */
  int naturalWidth() {
    int longest = 0;
    for (String line : text.toString().split("\n", -1))
      longest = Math.max(longest, DisplayWidth.of(line.strip()));
    return longest;
  }

  /** Columns of the longest part without an opportunity to break. */
  int longestWordWidth() {
    String s = text.toString();
    @Nullable BitSet allowed = needsDictionary ? WordBreaks.find(s) : null;
    int longest = 0;
    int from = 0;
    for (int i = 1; i <= s.length(); i++) {
      boolean white = i < s.length() && (s.charAt(i) == ' ' || s.charAt(i) == '\n');
      if (i < s.length() && !white && !canBreak(s, i, allowed)) continue;
      longest = Math.max(longest, DisplayWidth.of(s.substring(from, i).strip()));
      from = i;
    }
    return longest;
  }

  /** The text as rows of at most this width; at least one row. */
  public List<Line> breakLines(int width) {
    return breakLines(width, Anchor.NONE);
  }

  /**
   * The text as rows, at least one.
   *
   * @param width columns, at least 1
   * @param anchor of the first row
   */
  List<Line> breakLines(int width, Anchor anchor) {
    List<Line> out = new ArrayList<>();
    String s = text.toString();
    int from = skipSpaces(s, 0);
    @Nullable BitSet allowed = needsDictionary ? WordBreaks.find(s) : null;
    do {
      int to = findLineEnd(s, from, width, allowed);
      boolean hard = to >= s.length() || s.charAt(to) == '\n';
      boolean atSpace = !hard && isBreakableSpace(s.charAt(to));
      int next = hard ? to + 1 : to;
      while (atSpace && next < s.length() && isBreakableSpace(s.charAt(next))) next++;
      boolean last = next >= s.length();
      LineBreak end = hard || last ? LineBreak.HARD : atSpace ? LineBreak.SOFT : LineBreak.FORCED;
      out.add(new Line(spansBetween(s, from, to), end, out.isEmpty() ? anchor : Anchor.NONE));
      from = hard ? skipSpaces(s, next) : next;
    } while (from < s.length());
    return out;
  }

  private static int skipSpaces(String s, int i) {
    while (i < s.length() && s.charAt(i) == ' ') i++;
    return i;
  }

  /** The end of the row that starts at an index: a space, a line end, or where it must be cut. */
  private int findLineEnd(String s, int from, int width, @Nullable BitSet allowed) {
    int columns = 0;
    int good = -1;
    int poor = -1;
    for (int i = from; i < s.length(); ) {
      char c = s.charAt(i);
      if (c == '\n') return i;
      if (i > from && isBreakableSpace(c) && (good < from || !isBreakableSpace(s.charAt(i - 1)))) {
        if (canBreakAtSpaces(s, i)) good = i;
        else if (good < 0) poor = i;
      } else if (i > from && canBreak(s, i, allowed)) {
        good = i;
      }
      int next = DisplayWidth.nextGrapheme(s, i);
      columns += DisplayWidth.ofGrapheme(s, i, next);
      if (columns > width) {
        if (good < 0) good = poor;
        if (good > from) return trimEnd(s, from, good);
        return i == from ? next : chooseCut(s, from, i);
      }
      i = next;
    }
    return trimEnd(s, from, s.length());
  }

  /** Spaces that are dropped at the end of a row; U+3000 is the ideographic one. */
  private static boolean isBreakableSpace(char c) {
    return c == ' ' || c == '\u3000';
  }

  /** The index before the spaces in front of a break: no row ends in one. */
  private static int trimEnd(String s, int from, int to) {
    int i = to;
    while (i > from && isBreakableSpace(s.charAt(i - 1))) i--;
    return i > from ? i : to;
  }

  /** In a word longer than the row: after a slash or the like in its second half, for addresses. */
  private static int chooseCut(String s, int from, int to) {
    for (int i = to; i > from + (to - from) / 2; i--)
      if ("/?&=_.".indexOf(s.charAt(i - 1)) >= 0 && s.charAt(i) < 0x300) return i;
    int cut = to;
    while (cut - 2 > from && WordBreaks.isStacked(s.charAt(cut - 1))) cut -= 2;
    return cut;
  }

  /**
   * Whether a line may end before the spaces at an index: none begins with closing punctuation or
   * ends with opening punctuation, also where a space stands between it and its word (UAX #14, LB13
   * and LB14). Signs that also begin words, such as {@code .NET}, count where they stand alone.
   */
  private static boolean canBreakAtSpaces(String s, int i) {
    int next = i;
    while (next < s.length() && isBreakableSpace(s.charAt(next))) next++;
    int first = next < s.length() ? s.charAt(next) : ' ';
    if (CLOSING.indexOf(first) >= 0) {
      int end = next + 1;
      while (end < s.length() && CLOSING.indexOf(s.charAt(end)) >= 0) end++;
      if (isFullWidth(first) || end == s.length() || isAnySpace(s.charAt(end))) return false;
    }
    int start = i;
    while (start > 0 && isBreakableSpace(s.charAt(start - 1))) start--;
    if (start == 0 || OPENING.indexOf(s.charAt(start - 1)) < 0) return true;
    return !isFullWidth(s.charAt(start - 1)) && start > 1 && !isAnySpace(s.charAt(start - 2));
  }

  private static boolean isFullWidth(int c) {
    return c >= 0x3000;
  }

  private static boolean isAnySpace(char c) {
    return Character.isSpaceChar(c) || c == '\n';
  }

  private static boolean canBreak(String s, int i, @Nullable BitSet allowed) {
    if (allowed != null
        && WordBreaks.isComplex(s.charAt(i))
        && WordBreaks.isComplex(s.charAt(i - 1))) return allowed.get(i);
    char before = s.charAt(i - 1);
    char after = s.charAt(i);
    if (before < 0x300 && after < 0x300) {
      return before == '-'
          && i > 1
          && Character.isLetter(s.charAt(i - 2))
          && Character.isLetter(after)
          && !isInsideAddress(s, i - 2);
    }
    if (before == '\u2014' || before == '\u200b' || isFixedWidthSpace(before))
      return after != ' ' && !isFixedWidthSpace(after);
    if (isBreakableSpace(before) || isBreakableSpace(after)) return false;
    int left = s.codePointBefore(i);
    int right = s.codePointAt(i);
    if (!EastAsian.contains(left) && !EastAsian.contains(right)) return false;
    if (Character.isLowSurrogate(after) || isCombining(right) || left == 0x200d) return false;
    return before != ' ' && NEVER_FIRST.indexOf(right) < 0 && NEVER_LAST.indexOf(left) < 0;
  }

  /**
   * Whether an index is inside an address, a path or an option, which are not broken at hyphens.
   */
  private static boolean isInsideAddress(String s, int i) {
    int start = Math.max(0, i - 80);
    for (int k = i; k >= start; k--) {
      char c = s.charAt(k);
      if (c == '/') return true;
      if (c == ' ' || c == '\n' || c > 0x2ff) return k < i && s.charAt(k + 1) == '-';
    }
    return start == 0 && s.charAt(0) == '-';
  }

  /** Spaces of a given width (UAX #14, class BA): a line may end after them. */
  private static boolean isFixedWidthSpace(char c) {
    return c >= '\u2000' && c <= '\u200a' && c != '\u2007' || c == '\u205f';
  }

  private static boolean isCombining(int c) {
    return c == 0x200d
        || c >= 0xfe00 && c <= 0xfe0f
        || c >= 0x1f3fb && c <= 0x1f3ff
        || DisplayWidth.ofCodePoint(c) == 0;
  }

  private List<Span> spansBetween(String s, int from, int to) {
    List<Span> out = new ArrayList<>();
    int run = Arrays.binarySearch(runStarts, 0, runCount, from);
    if (run < 0) run = -run - 2;
    for (int i = from; i < to; ) {
      while (run + 1 < runCount && runStarts[run + 1] <= i) run++;
      int end = run + 1 < runCount ? Math.min(to, runStarts[run + 1]) : to;
      out.add(new Span(s.substring(i, end), runRoles[run], runTargets[run]));
      i = end;
    }
    return out;
  }
}
