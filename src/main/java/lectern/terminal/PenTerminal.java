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
final class PenTerminal extends AbstractTerminal implements Scrollable {
  /**
   * Up to so many unchanged cells are written again rather than jumped over: a jump is four bytes.
   */
  private static final int GAP = 4;

  private final Pen pen;
  private final Look page;
  private final TerminalSize size;
  private Screen screen;
  private boolean muted;
  private int row;
  private int column;

  PenTerminal(Pen pen, Look page, int columns, int rows) {
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
    if (muted) return;
    int gap = pen.ahead(row, column);
    if (gap < 1 || gap > GAP) return;
    for (int x = column - gap; x < column; x++) if (!same(x)) return;
    for (int x = column - gap; x < column; x++)
      pen.cell(row, x, ((Cell) screen.getBackCharacter(x, row)).text, 1);
  }

  private boolean same(int x) {
    TextCharacter there = screen.getBackCharacter(x, row);
    return there instanceof Cell cell
        && cell.look == pen.look()
        && cell.text.length() == 1
        && cell.text.charAt(0) < 0x7f;
  }

  @Override
  public void putString(String text) {
    TextCharacter cell = muted ? null : screen.getBackCharacter(column, row);
    int width = cell != null && cell.isDoubleWidth() ? 2 : 1;
    if (!muted) pen.cell(row, column, text, width);
    column += width;
  }

  @Override
  public void putCharacter(char c) {
    putString(String.valueOf(c));
  }

  @Override
  public void setForegroundColor(TextColor color) {
    if (color instanceof Ink ink) pen.look(ink.look);
  }

  @Override
  public void scrollLines(int first, int last, int distance) {
    if (!muted) pen.scroll(first, last, distance, page);
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

  @Override
  public void flush() {}

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
