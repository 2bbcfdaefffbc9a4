package lectern.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.Scrollable;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.terminal.AbstractTerminal;
import java.util.concurrent.TimeUnit;

/** What Lanterna's screen draws on: it says which cells change, the pen says how that is sent. */
final class EncodingTerminal extends AbstractTerminal implements Scrollable {
  /** Beyond so many unchanged cells a jump is always shorter than writing them again. */
  private static final int GAP = 5;

  /** Up to so many blanks are as short as erasing the rest of the row. */
  private static final int FEW = 3;

  private final AnsiEncoder pen;
  private final CellStyle page;
  private final TerminalSize size;
  private Screen screen;
  private boolean muted;
  private int row;
  private int column;

  /** The row whose rest was erased in this frame; -1 for none. */
  private int erasedRow = -1;

  /** The row looked at for its blank end, and where that begins. */
  private int emptyRow = -1;

  private int emptyFrom;

  EncodingTerminal(AnsiEncoder pen, CellStyle page, int columns, int rows) {
    this.pen = pen;
    this.page = page;
    this.size = new TerminalSize(columns, rows);
  }

  /** The screen that draws here, asked for the cells between two changes. */
  void drawnBy(Screen screen) {
    this.screen = screen;
  }

  /** While muted nothing is sent: the terminal shows it already. */
  void mute(boolean muted) {
    this.muted = muted;
  }

  @Override
  public void setCursorPosition(int column, int row) {
    this.row = row;
    this.column = column;
  }

  @Override
  public void putString(String text) {
    TextCharacter cell = muted ? null : screen.getBackCharacter(column, row);
    int width = cell != null && cell.isDoubleWidth() ? 2 : 1;
    if (cell != null && !erased(cell)) {
      bridge();
      pen.cell(row, column, text, width);
    }
    column += width;
  }

  /** Whether nothing is left to draw in this row: its rest is blank, and was erased at one go. */
  private boolean erased(TextCharacter cell) {
    if (row == erasedRow) return true;
    if (!isBlank(cell) || !pen.erases(page)) return false;
    if (row != emptyRow) {
      emptyRow = row;
      emptyFrom = size.getColumns();
      while (emptyFrom > 0 && isBlank(screen.getBackCharacter(emptyFrom - 1, row))) emptyFrom--;
    }
    if (column < emptyFrom || changed() <= FEW) return false;
    CellStyle target = pen.look();
    pen.tail(row, column, page);
    pen.look(target);
    erasedRow = row;
    return true;
  }

  /** How many cells of the row's rest differ from what is shown, as far as it matters. */
  private int changed() {
    int n = 0;
    for (int x = column; x < size.getColumns() && n <= FEW; x++) {
      if (!screen.getBackCharacter(x, row).equals(screen.getFrontCharacter(x, row))) n++;
    }
    return n;
  }

  private boolean isBlank(TextCharacter there) {
    return there instanceof ScreenCell cell && cell.look == page && cell.text.equals(" ");
  }

  /** Writes the unchanged cells between the pen and this one again, where a jump costs more. */
  private void bridge() {
    int gap = pen.ahead(row, column);
    if (gap < 1 || gap > GAP) return;
    CellStyle target = pen.look();
    CellStyle at = pen.now();
    int cost = 0;
    for (int x = column - gap; x < column; x++) {
      if (!(screen.getBackCharacter(x, row) instanceof ScreenCell cell) || !isPlain(cell)) return;
      boolean blank = cell.text.equals(" ") && cell.look.blankLike(at);
      cost += 1 + (blank ? 0 : AnsiEncoder.dressing(at, cell.look));
      if (!blank) at = cell.look;
    }
    if (cost + AnsiEncoder.dressing(at, target) > AnsiEncoder.jump(gap) + AnsiEncoder.dressing(pen.now(), target)) return;
    for (int x = column - gap; x < column; x++) {
      ScreenCell cell = (ScreenCell) screen.getBackCharacter(x, row);
      pen.look(cell.look);
      pen.cell(row, x, cell.text, 1);
    }
    pen.look(target);
  }

  private static boolean isPlain(ScreenCell cell) {
    return cell.look.href == null && cell.text.length() == 1 && cell.text.charAt(0) < 0x7f;
  }

  @Override
  public void putCharacter(char c) {
    putString(String.valueOf(c));
  }

  @Override
  public void setForegroundColor(TextColor color) {
    if (color instanceof CellStyleColor ink) pen.look(ink.look);
  }

  @Override
  public void scrollLines(int first, int last, int distance) {
    if (!muted) pen.scroll(first, last, distance, page, size.getRows());
  }

  @Override
  public TerminalSize getTerminalSize() {
    return size;
  }

  // What Lanterna says besides is known to the pen, or not Lanterna's business here.

  @Override
  public void enterPrivateMode() {}

  @Override
  public void exitPrivateMode() {}

  @Override
  public void clearScreen() {}

  @Override
  public void setCursorPosition(TerminalPosition position) {
    setCursorPosition(position.getColumn(), position.getRow());
  }

  @Override
  public TerminalPosition getCursorPosition() {
    return new TerminalPosition(column, row);
  }

  @Override
  public void setCursorVisible(boolean visible) {}

  @Override
  public void enableSGR(SGR sgr) {}

  @Override
  public void disableSGR(SGR sgr) {}

  @Override
  public void resetColorAndSGR() {}

  @Override
  public void setBackgroundColor(TextColor color) {}

  @Override
  public byte[] enquireTerminal(int timeout, TimeUnit unit) {
    return new byte[0];
  }

  @Override
  public void bell() {}

  /** The end of a frame. */
  @Override
  public void flush() {
    erasedRow = -1;
    emptyRow = -1;
  }

  @Override
  public void close() {}

  @Override
  public KeyStroke pollInput() {
    return null;
  }

  @Override
  public KeyStroke readInput() {
    throw new UnsupportedOperationException("keys are read by KeyDecoder");
  }
}
