package lectern.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.screen.AbstractScreen;
import lectern.ui.Size;
import org.jspecify.annotations.Nullable;

/**
 * Lanterna's double buffer, refreshed through an {@link AnsiEncoder}: finds the cells that changed
 * and how to send them in few bytes.
 */
final class CellBuffer extends AbstractScreen {
  /** A jump over more unchanged cells than this is always shorter than writing them again. */
  private static final int MAX_BRIDGED_CELLS = 5;

  private final AnsiEncoder encoder;
  private final CellStyle pageStyle;
  private final CellCache cache;
  private final boolean canErase;
  private final int columns;
  private final int rows;

  CellBuffer(AnsiEncoder encoder, CellStyle pageStyle, Size size) {
    super(new TerminalSize(size.columns(), size.rows()));
    this.encoder = encoder;
    this.pageStyle = pageStyle;
    this.cache = new CellCache(pageStyle);
    this.canErase = encoder.canEraseTo(pageStyle);
    this.columns = size.columns();
    this.rows = size.rows();
  }

  /** Puts one grapheme cluster into the back buffer. */
  void putCell(int column, int row, String text, CellStyle style, int width) {
    setCharacter(column, row, cache.of(text, style, width));
    for (int i = 2; i < width; i++) setCharacter(column + i, row, ScreenCell.PADDING);
  }

  void putBlanks(int column, int row) {
    TextCharacter blank = cache.of(" ", pageStyle, 1);
    for (int x = column; x < columns; x++) setCharacter(x, row, blank);
  }

  /** The terminal shows what the back buffer holds: nothing of it needs to be sent. */
  void markShown() {
    getBackBuffer().copyTo(getFrontBuffer());
  }

  /** Scrolls both buffers and the terminal. */
  @Override
  public void scrollLines(int first, int last, int distance) {
    getBackBuffer().scrollLines(first, last, distance);
    getFrontBuffer().scrollLines(first, last, distance);
    encoder.scroll(first, last, distance, pageStyle, rows);
  }

  @Override
  public void refresh(RefreshType type) {
    for (int row = 0; row < rows; row++) sendRow(row);
    markShown();
  }

  private void sendRow(int row) {
    for (int x = 0; x < columns; x++) {
      ScreenCell cell = cellAt(x, row);
      if (!isShown(cell, getFrontBuffer().getCharacterAt(x, row))) {
        bridgeGap(x, row, cell.style);
        encoder.setStyle(cell.style);
        encoder.writeCell(row, x, cell.text, cell.width);
      }
      x += cell.width - 1;
    }
  }

  private ScreenCell cellAt(int x, int row) {
    return (ScreenCell) getBackBuffer().getCharacterAt(x, row);
  }

  /** Rows that a scroll uncovers hold Lanterna's default cell, which means erased. */
  private boolean isShown(ScreenCell cell, TextCharacter shown) {
    if (shown instanceof ScreenCell that) return cell.looksLike(that);
    return canErase && cell.style == pageStyle && cell.text.equals(" ");
  }

  /** Writes unchanged cells before this one again where a jump over them costs more. */
  private void bridgeGap(int column, int row, CellStyle target) {
    int gap = encoder.columnsTo(row, column);
    if (gap < 1 || gap > MAX_BRIDGED_CELLS) return;
    CellStyle current = encoder.currentStyle();
    int cost = 0;
    for (int x = column - gap; x < column; x++) {
      ScreenCell cell = cellAt(x, row);
      if (!cell.isPlainAscii()) return;
      boolean blank = cell.text.equals(" ") && cell.style.hasSameBlankAs(current);
      cost += 1 + (blank ? 0 : AnsiEncoder.transitionLength(current, cell.style));
      if (!blank) current = cell.style;
    }
    if (cost + AnsiEncoder.transitionLength(current, target)
        > AnsiEncoder.jumpLength(gap)
            + AnsiEncoder.transitionLength(encoder.currentStyle(), target)) return;
    for (int x = column - gap; x < column; x++) {
      ScreenCell cell = cellAt(x, row);
      encoder.setStyle(cell.style);
      encoder.writeCell(row, x, cell.text, 1);
    }
  }

  // The screen is entered and left by TerminalModes, and keys are read by KeyDecoder.

  @Override
  public void startScreen() {}

  @Override
  public void stopScreen() {}

  @Override
  public @Nullable KeyStroke pollInput() {
    return null;
  }

  @Override
  public @Nullable KeyStroke readInput() {
    return null;
  }
}
