package lectern.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import lectern.text.DisplayWidth;
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
  private static final String BEGIN = "\033[?2026h";
  private static final String END = "\033[?2026l";

  private final Capabilities caps;
  private final StringBuilder out = new StringBuilder(256);
  private int columns;
  private CellStyle wanted;
  private CellStyle now;
  private final CellStyle none = new CellStyle(Style.PLAIN, null);
  private String link;
  private int row = UNKNOWN;
  private int column = UNKNOWN;
  private int blanks;
  private int blankRow;
  private int blankColumn;
  private CellStyle blankLook;

  AnsiEncoder(Capabilities caps, int columns) {
    this.caps = caps;
    this.columns = columns;
    this.now = none;
    this.wanted = none;
  }

  void columns(int columns) {
    this.columns = columns;
    forget();
  }

  /** The terminal may have done anything: nothing is known of its cursor. */
  void forget() {
    row = UNKNOWN;
    column = UNKNOWN;
  }

  /**
   * Begins a whole picture: whatever the look, the region and the cursor were, they are known from
   * here on.
   */
  void restart(CellStyle page) {
    settle();
    out.append("\033[m\033[?25l\033[H");
    now = none;
    link = null;
    row = 0;
    column = 0;
    wanted = page;
  }

  /** Sends as it is; for modes. */
  void raw(String codes) {
    settle();
    out.append(codes);
  }

  void look(CellStyle look) {
    wanted = look;
  }

  CellStyle look() {
    return wanted;
  }

  /** How the next character would look if nothing were said. */
  CellStyle now() {
    return now;
  }

  /** Bytes that lead from one look to another, both without a link. */
  static int dressing(CellStyle from, CellStyle to) {
    if (from == to) return 0;
    StringBuilder codes = new StringBuilder();
    to.after(from, codes);
    return codes.isEmpty() && !to.sgr.equals(from.sgr)
        ? 3
        : codes.isEmpty() ? 0 : codes.length() + 3;
  }

  /** Bytes of a jump to the right. */
  static int jump(int columns) {
    return columns == 1 ? 3 : columns < 10 ? 4 : 5;
  }

  /** Where the next cell goes, as far as known: pending blanks count as written. */
  boolean isAt(int row, int column) {
    return blanks > 0
        ? row == blankRow && column == blankColumn + blanks
        : row == this.row && column == this.column;
  }

  /**
   * Columns from where the pen stands to this cell of the same row; -1 when it is elsewhere or not
   * known.
   */
  int ahead(int row, int column) {
    int from = blanks > 0 ? blankColumn + blanks : this.column;
    int fromRow = blanks > 0 ? blankRow : this.row;
    return fromRow == row && from >= 0 && from <= column ? column - from : -1;
  }

  /** One cluster into one cell. */
  void cell(int row, int column, String text, int width) {
    if (text.equals(" ") && wanted.plainBlank) {
      blank(row, column);
      return;
    }
    fill(row, column);
    go(row, column);
    dress(wanted);
    out.append(text);
    this.column = odd(text) ? UNKNOWN : this.column + width;
    if (this.column >= columns) this.column = UNKNOWN;
  }

  /** From this cell to the end of the row nothing but the background. */
  void tail(int row, int from, CellStyle page) {
    if (from >= columns) return;
    look(page);
    if (blanks > 0
        && row == blankRow
        && from == blankColumn + blanks
        && blankLook.blankLike(page)) {
      from = blankColumn;
      blanks = 0;
    }
    settle();
    if (erases(page)) {
      go(row, from);
      dressBlank(page);
      out.append("\033[K");
    } else {
      spaces(row, from, columns - from, page);
    }
  }

  /** Whether erasing leaves the page's background. */
  boolean erases(CellStyle page) {
    return caps.erase() || page.style.background() instanceof Color.Default;
  }

  /**
   * Moves the rows of a region up (positive) or down; the rows laid bare are blank in the page's
   * look. A distance of all its rows lays all of them bare.
   *
   * @param rows of the screen
   */
  void scroll(int first, int last, int distance, CellStyle page, int rows) {
    settle();
    dressBlank(page);
    if (Math.abs(distance) > last - first && (first == 0 || last == rows - 1)) {
      clear(first, last);
      return;
    }
    csi(first + 1).append(';').append(last + 1).append('r');
    forget();
    // line feeds and reverse indexes, not SU and SD: as short for one row, and every terminal and
    // multiplexer knows them
    go(distance > 0 ? last : first, 0);
    String step = distance > 0 ? "\n" : "\033M";
    for (int i = Math.abs(distance); i > 0; i--) out.append(step);
    out.append("\033[r");
    forget();
  }

  /** ED: from the top of the screen to a row, or from a row to the bottom. */
  private void clear(int first, int last) {
    if (first == 0) go(last, columns - 1);
    else go(first, 0);
    out.append(first == 0 ? "\033[1J" : "\033[J");
    if (first == 0) forget();
  }

  /** Puts the cursor there, for the reader to see. */
  void move(int row, int column) {
    settle();
    if (this.row == row && this.column == column) return;
    go(row, column);
  }

  boolean isEmpty() {
    return out.isEmpty() && blanks == 0;
  }

  int length() {
    return out.length();
  }

  /** Everything since the last time, as one run of bytes; null when there is nothing. */
  byte[] take(boolean frame) {
    settle();
    if (frame && out.length() > 0) dress(none);
    if (out.isEmpty()) return null;
    // terminals of old, which have no second screen either, have never heard of it
    if (frame && caps.alternate() && out.length() > 100) out.insert(0, BEGIN).append(END);
    byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    drop();
    return bytes;
  }

  /** Forgets what was to be sent, but not where it would have led. */
  void drop() {
    blanks = 0;
    out.setLength(0);
    if (out.capacity() > 16_384) out.trimToSize();
  }

  private void blank(int row, int column) {
    if (blanks > 0
        && row == blankRow
        && column == blankColumn + blanks
        && wanted.blankLike(blankLook)) {
      blanks++;
      return;
    }
    settle();
    blankRow = row;
    blankColumn = column;
    blankLook = wanted;
    blanks = 1;
  }

  /**
   * Pending blanks that a text follows right away, as spaces or, when many, erased and jumped over.
   */
  private void fill(int row, int column) {
    if (blanks == 0) return;
    boolean follows = row == blankRow && column == blankColumn + blanks;
    if (follows && blanks <= 8) spaces();
    else settle();
  }

  /** Writes the blanks that are pending: up to the edge by EL, many by ECH, few as spaces. */
  private void settle() {
    if (blanks == 0) return;
    boolean toEdge = blankColumn + blanks >= columns;
    boolean erase = caps.erase() || toEdge && blankLook.style.background() instanceof Color.Default;
    if (!erase || !toEdge && blanks <= 4) {
      spaces();
      return;
    }
    int n = blanks;
    blanks = 0;
    go(blankRow, blankColumn);
    dressBlank(blankLook);
    if (toEdge) out.append("\033[K");
    else csi(n).append('X');
  }

  private void spaces() {
    int n = blanks;
    blanks = 0;
    spaces(blankRow, blankColumn, n, blankLook);
  }

  private void spaces(int row, int from, int n, CellStyle look) {
    go(row, from);
    dressBlank(look);
    for (int i = 0; i < n; i++) out.append(' ');
    column += n;
    if (column >= columns) column = UNKNOWN;
  }

  private void go(int row, int column) {
    if (this.row == row && this.column == column) return;
    String shortest = absolute(row, column);
    if (this.row == row && this.column >= 0 && column > this.column) {
      shortest = shorter(shortest, right(column - this.column));
    } else if (this.row == row && column == 0) {
      shortest = "\r";
    } else if (this.row >= 0 && row == this.row + 1) {
      shortest = shorter(shortest, column == 0 ? "\r\n" : "\r\n" + right(column));
    }
    out.append(shortest);
    this.row = row;
    this.column = column;
  }

  private static String absolute(int row, int column) {
    if (column > 0) return "\033[" + (row + 1) + ";" + (column + 1) + "H";
    return row > 0 ? "\033[" + (row + 1) + "H" : "\033[H";
  }

  private static String right(int n) {
    return n == 1 ? "\033[C" : "\033[" + n + "C";
  }

  private static String shorter(String a, String b) {
    return b.length() < a.length() ? b : a;
  }

  /** Blanks do not care for what shows only on letters. */
  private void dressBlank(CellStyle look) {
    if (!now.blankLike(look) || link != null) dress(look);
  }

  private void dress(CellStyle look) {
    if (look.href == null ? link != null : !look.href.equals(link)) link(look.href);
    if (look == now) return;
    int start = out.length();
    out.append("\033[");
    int empty = out.length();
    look.after(now, out);
    if (out.length() == empty && (look.sgr.equals(now.sgr))) out.setLength(start);
    else out.append('m');
    now = look;
  }

  private void link(String href) {
    link = href;
    out.append("\033]8;");
    if (href != null) out.append("id=").append(Integer.toHexString(href.hashCode()));
    out.append(';');
    if (href != null) appendUri(href);
    out.append("\033\\");
  }

  /** OSC 8 takes printable ASCII only; the rest is percent-encoded (RFC 3987 §3.1). */
  private void appendUri(String href) {
    for (int i = 0; i < href.length(); i++) {
      char c = href.charAt(i);
      if (c > 0x20 && c < 0x7f) {
        out.append(c);
        continue;
      }
      int end = Character.isHighSurrogate(c) && i + 1 < href.length() ? i + 2 : i + 1;
      for (byte b : href.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
        out.append('%')
            .append(Character.forDigit(b >> 4 & 15, 16))
            .append(Character.forDigit(b & 15, 16));
      }
      i = end - 1;
    }
  }

  private StringBuilder csi(int n) {
    return out.append("\033[").append(n);
  }

  private static boolean odd(String text) {
    return text.length() > 1 || text.charAt(0) > 0x2ff
        ? DisplayWidth.hasUncertainWidth(text, 0, text.length())
        : false;
  }

  // ── linear writing, for AnsiWriter: no cursor, only looks ──────────────────────────────

  /** Text where the cursor is, in this look. */
  void write(CellStyle look, CharSequence text, int from, int to) {
    dress(look);
    out.append(text, from, to);
  }

  /** The end of a line: every look and link ends with it. */
  void newline() {
    dress(none);
    out.append('\n');
  }

  void drainTo(OutputStream stream) throws IOException {
    stream.write(out.toString().getBytes(StandardCharsets.UTF_8));
    out.setLength(0);
  }
}
