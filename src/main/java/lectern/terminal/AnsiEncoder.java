package lectern.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import lectern.text.DisplayWidth;
import lectern.text.PercentEncoding;
import lectern.theme.Style;
import org.jspecify.annotations.Nullable;

/**
 * Encodes text, styles and cursor moves in few bytes (ECMA-48, xterm's ctlseqs).
 *
 * <p>Tracks the cursor and the current style, and sends only the difference. After text whose width
 * differs between terminals the column is unknown, and the next move is absolute.
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
  private @Nullable String openLink;
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
    this.blankStyle = plainStyle;
  }

  void setColumns(int columns) {
    this.columns = columns;
    invalidateCursor();
  }

  private void invalidateCursor() {
    cursorRow = UNKNOWN;
    cursorColumn = UNKNOWN;
  }

  /** Starts a full frame: resets style and cursor, whatever they were. */
  void beginFullFrame(CellStyle page) {
    flushBlanks();
    out.append("\033[m\033[?25l\033[H");
    currentStyle = plainStyle;
    openLink = null;
    cursorRow = 0;
    cursorColumn = 0;
    targetStyle = page;
  }

  /** Sends codes as they are. */
  void appendRaw(String codes) {
    flushBlanks();
    out.append(codes);
  }

  void setStyle(CellStyle style) {
    targetStyle = style;
  }

  /** The style that the terminal would give the next character. */
  CellStyle currentStyle() {
    return currentStyle;
  }

  /** Bytes of the change between two styles without links. */
  static int transitionLength(CellStyle from, CellStyle to) {
    if (from == to) return 0;
    StringBuilder codes = new StringBuilder();
    to.appendTransition(from, codes);
    return codes.isEmpty() && to.sgr.equals(from.sgr) ? 0 : codes.length() + 3;
  }

  /** Bytes of a jump to the right. */
  static int jumpLength(int columns) {
    return columns == 1 ? 3 : columns < 10 ? 4 : 5;
  }

  /** Columns from the cursor to a cell; -1 when it is in another row, before, or not known. */
  int columnsTo(int row, int column) {
    int from = pendingBlanks > 0 ? blankColumn + pendingBlanks : cursorColumn;
    int fromRow = pendingBlanks > 0 ? blankRow : cursorRow;
    return fromRow == row && from >= 0 && from <= column ? column - from : -1;
  }

  /** Writes one grapheme cluster. */
  void writeCell(int row, int column, String text, int width) {
    if (text.equals(" ") && targetStyle.plainBlank) {
      addBlank(row, column);
      return;
    }
    flushBlanksBefore(row, column);
    moveTo(row, column);
    boolean ambiguous = isAmbiguous(text);
    if (ambiguous && width > 1 && text.length() > 1) clearCells(row, column, width);
    applyStyle(targetStyle);
    out.append(text);
    cursorColumn = ambiguous ? UNKNOWN : cursorColumn + width;
    if (cursorColumn >= columns) cursorColumn = UNKNOWN;
  }

  /** Clears the cells of a cluster: a terminal that shows it narrower leaves some as they were. */
  private void clearCells(int row, int column, int n) {
    if (caps.backColorErase()) {
      applyBlankStyle(targetStyle);
      appendCsi(n).append('X');
      return;
    }
    writeSpaces(row, column, n, targetStyle);
    moveTo(row, column);
  }

  /** Clears from a cell to the end of the row. */
  void eraseTail(int row, int from, CellStyle page) {
    if (from >= columns) return;
    setStyle(page);
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

  /** Whether erased cells get the background of the page. */
  boolean canEraseTo(CellStyle page) {
    return caps.backColorErase() || page.style.background().isDefault();
  }

  /**
   * Scrolls a region; the uncovered rows are blank in the style of the page.
   *
   * @param last inclusive
   * @param distance rows up; negative for down; the number of rows in the region clears it
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
    // line feed and reverse index instead of SU and SD: every terminal and multiplexer knows them
    moveTo(distance > 0 ? last : first, 0);
    String step = distance > 0 ? "\n" : "\033M";
    for (int i = Math.abs(distance); i > 0; i--) out.append(step);
    out.append("\033[r");
    invalidateCursor();
  }

  /** ED: clears from the top of the screen to a row, or from a row to the bottom. */
  private void clearRows(int first, int last) {
    if (first == 0) moveTo(last, columns - 1);
    else moveTo(first, 0);
    out.append(first == 0 ? "\033[1J" : "\033[J");
    if (first == 0) invalidateCursor();
  }

  void moveCursor(int row, int column) {
    flushBlanks();
    moveTo(row, column);
  }

  int length() {
    return out.length();
  }

  /**
   * Returns and forgets the encoded bytes, if there are any.
   *
   * @param frame whether they are a frame, which is sent as a synchronized update (mode 2026)
   */
  byte @Nullable [] takeBytes(boolean frame) {
    flushBlanks();
    if (frame && out.length() > 0) applyStyle(plainStyle);
    if (out.isEmpty()) return null;
    // not for old terminals, which print unknown modes; they have no alternate screen either
    if (frame && caps.alternateScreen() && out.length() > 100)
      out.insert(0, BEGIN_SYNC).append(END_SYNC);
    byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    discard();
    return bytes;
  }

  /** Drops the encoded bytes. */
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

  /** Writes pending blanks before text in the next cell: a few as spaces. */
  private void flushBlanksBefore(int row, int column) {
    if (pendingBlanks == 0) return;
    boolean follows = row == blankRow && column == blankColumn + pendingBlanks;
    if (follows && pendingBlanks <= 8) writeSpaces();
    else flushBlanks();
  }

  /** Writes pending blanks: up to the edge by EL, many by ECH, few as spaces. */
  private void flushBlanks() {
    if (pendingBlanks == 0) return;
    boolean toEdge = blankColumn + pendingBlanks >= columns;
    boolean erase = caps.backColorErase() || toEdge && blankStyle.style.background().isDefault();
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

  private void writeSpaces(int row, int from, int n, CellStyle style) {
    moveTo(row, from);
    applyBlankStyle(style);
    for (int i = 0; i < n; i++) out.append(' ');
    cursorColumn += n;
    if (cursorColumn >= columns) cursorColumn = UNKNOWN;
  }

  private void moveTo(int row, int column) {
    if (cursorRow == row && cursorColumn == column) return;
    String shortest = absoluteMove(row, column);
    if (cursorRow == row && cursorColumn >= 0 && column > cursorColumn) {
      shortest = shorter(shortest, forwardMove(column - cursorColumn));
    } else if (cursorRow == row && column == 0) {
      shortest = "\r";
    } else if (cursorRow >= 0 && row == cursorRow + 1) {
      shortest = shorter(shortest, column == 0 ? "\r\n" : "\r\n" + forwardMove(column));
    }
    out.append(shortest);
    cursorRow = row;
    cursorColumn = column;
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

  /** Ignores attributes that do not show on blanks. */
  private void applyBlankStyle(CellStyle style) {
    if (!currentStyle.hasSameBlankAs(style) || openLink != null) applyStyle(style);
  }

  private void applyStyle(CellStyle style) {
    if (style.href == null ? openLink != null : !style.href.equals(openLink))
      switchLink(style.href);
    if (style == currentStyle) return;
    int start = out.length();
    out.append("\033[");
    int empty = out.length();
    style.appendTransition(currentStyle, out);
    if (out.length() == empty && (style.sgr.equals(currentStyle.sgr))) out.setLength(start);
    else out.append('m');
    currentStyle = style;
  }

  private void switchLink(@Nullable String href) {
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
    return (text.length() > 1 || text.charAt(0) > 0x2ff)
        && DisplayWidth.hasUncertainWidth(text, 0, text.length());
  }

  // ── lines without cursor moves, for AnsiWriter ─────────────────────────────────────────

  void writeText(CellStyle style, CharSequence text, int from, int to) {
    applyStyle(style);
    out.append(text, from, to);
  }

  /** Ends a line and every style and link in it. */
  void endLine() {
    applyStyle(plainStyle);
    out.append('\n');
  }

  void drainTo(OutputStream stream) throws IOException {
    stream.write(out.toString().getBytes(StandardCharsets.UTF_8));
    out.setLength(0);
  }
}
