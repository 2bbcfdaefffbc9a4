package lectern.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import lectern.text.DisplayWidth;
import lectern.text.PercentEncoding;
import lectern.theme.Color;
import lectern.theme.Style;

/**
 * Writes to a terminal in as few bytes as it can: the only place where escape codes are made.
 *
 * <p>Knows where the cursor is and how the next character would look, and sends only the difference
 * to what is wanted (ECMA-48; xterm's ctlseqs). After text of which terminals disagree how wide it
 * is, the column counts as unknown and the next move is absolute.
 */
final class AnsiEncoder {
  private static final int UNKNOWN = -1;
  private static final String BEGIN_SYNC = "\033[?2026h";
  private static final String END_SYNC = "\033[?2026l";

  private final Capabilities caps;
  private final StringBuilder out = new StringBuilder(256);
  private int columns;
  private CellStyle targetStyle;
  private CellStyle currentStyle;
  private final CellStyle plainStyle = new CellStyle(Style.PLAIN, null);
  private String openLink;
  private int cursorRow = UNKNOWN;
  private int cursorColumn = UNKNOWN;
  private int pendingBlanks;
  private int blankRow;
  private int blankColumn;
  private CellStyle blankStyle;

  AnsiEncoder(Capabilities caps, int columns) {
    this.caps = caps;
    this.columns = columns;
    this.currentStyle = plainStyle;
    this.targetStyle = plainStyle;
  }

  void setColumns(int columns) {
    this.columns = columns;
    invalidateCursor();
  }

  /** The terminal may have done anything: nothing is known of its cursor. */
  void invalidateCursor() {
    cursorRow = UNKNOWN;
    cursorColumn = UNKNOWN;
  }

  /**
   * Begins a whole picture: whatever the look, the region and the cursor were, they are known from
   * here on.
   */
  void beginFullFrame(CellStyle page) {
    flushBlanks();
    out.append("\033[m\033[?25l\033[H");
    currentStyle = plainStyle;
    openLink = null;
    cursorRow = 0;
    cursorColumn = 0;
    targetStyle = page;
  }

  /** Sends as it is; for modes. */
  void appendRaw(String codes) {
    flushBlanks();
    out.append(codes);
  }

  void style(CellStyle look) {
    targetStyle = look;
  }

  CellStyle style() {
    return targetStyle;
  }

  /** How the next character would look if nothing were said. */
  CellStyle currentStyle() {
    return currentStyle;
  }

  /** Bytes that lead from one look to another, both without a link. */
  static int transitionLength(CellStyle from, CellStyle to) {
    if (from == to) return 0;
    StringBuilder codes = new StringBuilder();
    to.appendTransition(from, codes);
    return codes.isEmpty() && !to.sgr.equals(from.sgr)
        ? 3
        : codes.isEmpty() ? 0 : codes.length() + 3;
  }

  /** Bytes of a jump to the right. */
  static int jumpLength(int columns) {
    return columns == 1 ? 3 : columns < 10 ? 4 : 5;
  }

  /** Where the next cell goes, as far as known: pending blanks count as written. */
  boolean isCursorAt(int row, int column) {
    return pendingBlanks > 0
        ? row == blankRow && column == blankColumn + pendingBlanks
        : row == this.cursorRow && column == this.cursorColumn;
  }

  /**
   * Columns from where the pen stands to this cell of the same row; -1 when it is elsewhere or not
   * known.
   */
  int columnsTo(int row, int column) {
    int from = pendingBlanks > 0 ? blankColumn + pendingBlanks : this.cursorColumn;
    int fromRow = pendingBlanks > 0 ? blankRow : this.cursorRow;
    return fromRow == row && from >= 0 && from <= column ? column - from : -1;
  }

  /** One cluster into one cell. */
  void writeCell(int row, int column, String text, int width) {
    if (text.equals(" ") && targetStyle.plainBlank) {
      addBlank(row, column);
      return;
    }
    flushBlanksBefore(row, column);
    moveTo(row, column);
    applyStyle(targetStyle);
    out.append(text);
    this.cursorColumn = isAmbiguous(text) ? UNKNOWN : this.cursorColumn + width;
    if (this.cursorColumn >= columns) this.cursorColumn = UNKNOWN;
  }

  /** From this cell to the end of the row nothing but the background. */
  void eraseTail(int row, int from, CellStyle page) {
    if (from >= columns) return;
    style(page);
    if (pendingBlanks > 0
        && row == blankRow
        && from == blankColumn + pendingBlanks
        && blankStyle.hasSameBlankAs(page)) {
      from = blankColumn;
      pendingBlanks = 0;
    }
    flushBlanks();
    if (canEraseTo(page)) {
      moveTo(row, from);
      applyBlankStyle(page);
      out.append("\033[K");
    } else {
      writeSpaces(row, from, columns - from, page);
    }
  }

  /** Whether erasing leaves the page's background. */
  boolean canEraseTo(CellStyle page) {
    return caps.backColorErase() || page.style.background() instanceof Color.Default;
  }

  /**
   * Moves the rows of a region up (positive) or down; the rows laid bare are blank in the page's
   * look. A distance of all its rows lays all of them bare.
   *
   * @param rows of the screen
   */
  void scroll(int first, int last, int distance, CellStyle page, int rows) {
    flushBlanks();
    applyBlankStyle(page);
    if (Math.abs(distance) > last - first && (first == 0 || last == rows - 1)) {
      clearRows(first, last);
      return;
    }
    appendCsi(first + 1).append(';').append(last + 1).append('r');
    invalidateCursor();
    // line feeds and reverse indexes, not SU and SD: as short for one row, and every terminal and
    // multiplexer knows them
    moveTo(distance > 0 ? last : first, 0);
    String step = distance > 0 ? "\n" : "\033M";
    for (int i = Math.abs(distance); i > 0; i--) out.append(step);
    out.append("\033[r");
    invalidateCursor();
  }

  /** ED: from the top of the screen to a row, or from a row to the bottom. */
  private void clearRows(int first, int last) {
    if (first == 0) moveTo(last, columns - 1);
    else moveTo(first, 0);
    out.append(first == 0 ? "\033[1J" : "\033[J");
    if (first == 0) invalidateCursor();
  }

  /** Puts the cursor there, for the reader to see. */
  void moveCursor(int row, int column) {
    flushBlanks();
    if (this.cursorRow == row && this.cursorColumn == column) return;
    moveTo(row, column);
  }

  boolean isEmpty() {
    return out.isEmpty() && pendingBlanks == 0;
  }

  int length() {
    return out.length();
  }

  /** Everything since the last time, as one run of bytes; null when there is nothing. */
  byte[] takeBytes(boolean frame) {
    flushBlanks();
    if (frame && out.length() > 0) applyStyle(plainStyle);
    if (out.isEmpty()) return null;
    // terminals of old, which have no second screen either, have never heard of it
    if (frame && caps.alternateScreen() && out.length() > 100)
      out.insert(0, BEGIN_SYNC).append(END_SYNC);
    byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    discard();
    return bytes;
  }

  /** Forgets what was to be sent, but not where it would have led. */
  void discard() {
    pendingBlanks = 0;
    out.setLength(0);
    if (out.capacity() > 16_384) out.trimToSize();
  }

  private void addBlank(int row, int column) {
    if (pendingBlanks > 0
        && row == blankRow
        && column == blankColumn + pendingBlanks
        && targetStyle.hasSameBlankAs(blankStyle)) {
      pendingBlanks++;
      return;
    }
    flushBlanks();
    blankRow = row;
    blankColumn = column;
    blankStyle = targetStyle;
    pendingBlanks = 1;
  }

  /**
   * Pending blanks that a text follows right away, as spaces or, when many, erased and jumped over.
   */
  private void flushBlanksBefore(int row, int column) {
    if (pendingBlanks == 0) return;
    boolean follows = row == blankRow && column == blankColumn + pendingBlanks;
    if (follows && pendingBlanks <= 8) writeSpaces();
    else flushBlanks();
  }

  /** Writes the blanks that are pending: up to the edge by EL, many by ECH, few as spaces. */
  private void flushBlanks() {
    if (pendingBlanks == 0) return;
    boolean toEdge = blankColumn + pendingBlanks >= columns;
    boolean erase =
        caps.backColorErase() || toEdge && blankStyle.style.background() instanceof Color.Default;
    if (!erase || !toEdge && pendingBlanks <= 4) {
      writeSpaces();
      return;
    }
    int n = pendingBlanks;
    pendingBlanks = 0;
    moveTo(blankRow, blankColumn);
    applyBlankStyle(blankStyle);
    if (toEdge) out.append("\033[K");
    else appendCsi(n).append('X');
  }

  private void writeSpaces() {
    int n = pendingBlanks;
    pendingBlanks = 0;
    writeSpaces(blankRow, blankColumn, n, blankStyle);
  }

  private void writeSpaces(int row, int from, int n, CellStyle look) {
    moveTo(row, from);
    applyBlankStyle(look);
    for (int i = 0; i < n; i++) out.append(' ');
    cursorColumn += n;
    if (cursorColumn >= columns) cursorColumn = UNKNOWN;
  }

  private void moveTo(int row, int column) {
    if (this.cursorRow == row && this.cursorColumn == column) return;
    String shortest = absoluteMove(row, column);
    if (this.cursorRow == row && this.cursorColumn >= 0 && column > this.cursorColumn) {
      shortest = shorter(shortest, forwardMove(column - this.cursorColumn));
    } else if (this.cursorRow == row && column == 0) {
      shortest = "\r";
    } else if (this.cursorRow >= 0 && row == this.cursorRow + 1) {
      shortest = shorter(shortest, column == 0 ? "\r\n" : "\r\n" + forwardMove(column));
    }
    out.append(shortest);
    this.cursorRow = row;
    this.cursorColumn = column;
  }

  private static String absoluteMove(int row, int column) {
    if (column > 0) return "\033[" + (row + 1) + ";" + (column + 1) + "H";
    return row > 0 ? "\033[" + (row + 1) + "H" : "\033[H";
  }

  private static String forwardMove(int n) {
    return n == 1 ? "\033[C" : "\033[" + n + "C";
  }

  private static String shorter(String a, String b) {
    return b.length() < a.length() ? b : a;
  }

  /** Blanks do not care for what shows only on letters. */
  private void applyBlankStyle(CellStyle look) {
    if (!currentStyle.hasSameBlankAs(look) || openLink != null) applyStyle(look);
  }

  private void applyStyle(CellStyle look) {
    if (look.href == null ? openLink != null : !look.href.equals(openLink)) switchLink(look.href);
    if (look == currentStyle) return;
    int start = out.length();
    out.append("\033[");
    int empty = out.length();
    look.appendTransition(currentStyle, out);
    if (out.length() == empty && (look.sgr.equals(currentStyle.sgr))) out.setLength(start);
    else out.append('m');
    currentStyle = look;
  }

  private void switchLink(String href) {
    openLink = href;
    out.append("\033]8;");
    if (href != null) out.append("id=").append(Integer.toHexString(href.hashCode()));
    out.append(';');
    // OSC 8 takes printable ASCII only
    if (href != null) out.append(PercentEncoding.encode(href, ""));
    out.append("\033\\");
  }

  private StringBuilder appendCsi(int n) {
    return out.append("\033[").append(n);
  }

  private static boolean isAmbiguous(String text) {
    return text.length() > 1 || text.charAt(0) > 0x2ff
        ? DisplayWidth.hasUncertainWidth(text, 0, text.length())
        : false;
  }

  // ── linear writing, for AnsiWriter: no cursor, only looks ──────────────────────────────

  /** Text where the cursor is, in this look. */
  void writeText(CellStyle look, CharSequence text, int from, int to) {
    applyStyle(look);
    out.append(text, from, to);
  }

  /** The end of a line: every look and link ends with it. */
  void endLine() {
    applyStyle(plainStyle);
    out.append('\n');
  }

  void drainTo(OutputStream stream) throws IOException {
    stream.write(out.toString().getBytes(StandardCharsets.UTF_8));
    out.setLength(0);
  }
}
