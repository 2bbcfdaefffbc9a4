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
  private static final int MAX_BRIDGED_CELLS = 5;

  /** Up to so many blanks are as short as erasing the rest of the row. */
  private static final int MAX_WRITTEN_BLANKS = 3;

  private final AnsiEncoder encoder;
  private final CellStyle pageStyle;
  private final TerminalSize size;
  private Screen screen;
  private boolean muted;
  private int row;
  private int column;

  /** The row whose rest was erased in this frame; -1 for none. */
  private int erasedRow = -1;

  /** The row looked at for its blank end, and where that begins. */
  private int blankTailRow = -1;

  private int blankTailStart;

  EncodingTerminal(AnsiEncoder pen, CellStyle page, int columns, int rows) {
    this.encoder = pen;
    this.pageStyle = page;
    this.size = new TerminalSize(columns, rows);
  }

  /** The screen that draws here, asked for the cells between two changes. */
  void setScreen(Screen screen) {
    this.screen = screen;
  }

  /** While muted nothing is sent: the terminal shows it already. */
  void setMuted(boolean muted) {
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
    if (cell != null && !tryEraseTail(cell)) {
      bridgeGap();
      encoder.writeCell(row, column, text, width);
    }
    column += width;
  }

  /** Whether nothing is left to draw in this row: its rest is blank, and was erased at one go. */
  private boolean tryEraseTail(TextCharacter cell) {
    if (row == erasedRow) return true;
    if (!isBlank(cell) || !encoder.canEraseTo(pageStyle)) return false;
    if (row != blankTailRow) {
      blankTailRow = row;
      blankTailStart = size.getColumns();
      while (blankTailStart > 0 && isBlank(screen.getBackCharacter(blankTailStart - 1, row)))
        blankTailStart--;
    }
    if (column < blankTailStart || countChangedCells() <= MAX_WRITTEN_BLANKS) return false;
    CellStyle target = encoder.style();
    encoder.eraseTail(row, column, pageStyle);
    encoder.style(target);
    erasedRow = row;
    return true;
  }

  /** How many cells of the row's rest differ from what is shown, as far as it matters. */
  private int countChangedCells() {
    int n = 0;
    for (int x = column; x < size.getColumns() && n <= MAX_WRITTEN_BLANKS; x++) {
      if (!screen.getBackCharacter(x, row).equals(screen.getFrontCharacter(x, row))) n++;
    }
    return n;
  }

  private boolean isBlank(TextCharacter there) {
    return there instanceof ScreenCell cell && cell.style == pageStyle && cell.text.equals(" ");
  }

  /** Writes the unchanged cells between the pen and this one again, where a jump costs more. */
  private void bridgeGap() {
    int gap = encoder.columnsTo(row, column);
    if (gap < 1 || gap > MAX_BRIDGED_CELLS) return;
    CellStyle target = encoder.style();
    CellStyle at = encoder.currentStyle();
    int cost = 0;
    for (int x = column - gap; x < column; x++) {
      if (!(screen.getBackCharacter(x, row) instanceof ScreenCell cell) || !isPlain(cell)) return;
      boolean blank = cell.text.equals(" ") && cell.style.hasSameBlankAs(at);
      cost += 1 + (blank ? 0 : AnsiEncoder.transitionLength(at, cell.style));
      if (!blank) at = cell.style;
    }
    if (cost + AnsiEncoder.transitionLength(at, target)
        > AnsiEncoder.jumpLength(gap)
            + AnsiEncoder.transitionLength(encoder.currentStyle(), target)) return;
    for (int x = column - gap; x < column; x++) {
      ScreenCell cell = (ScreenCell) screen.getBackCharacter(x, row);
      encoder.style(cell.style);
      encoder.writeCell(row, x, cell.text, 1);
    }
    encoder.style(target);
  }

  private static boolean isPlain(ScreenCell cell) {
    return cell.style.href == null && cell.text.length() == 1 && cell.text.charAt(0) < 0x7f;
  }

  @Override
  public void putCharacter(char c) {
    putString(String.valueOf(c));
  }

  @Override
  public void setForegroundColor(TextColor color) {
    if (color instanceof CellStyleColor ink) encoder.style(ink.style);
  }

  @Override
  public void scrollLines(int first, int last, int distance) {
    if (!muted) encoder.scroll(first, last, distance, pageStyle, size.getRows());
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
    blankTailRow = -1;
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
