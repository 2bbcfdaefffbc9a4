package lectern.terminal;

import com.googlecode.lanterna.screen.Screen.RefreshType;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Span;
import lectern.theme.Theme;
import lectern.ui.Frame;
import lectern.ui.Size;

/**
 * Renders frames to bytes. A full frame is encoded directly, so that the first one does not wait
 * for Lanterna to load; later ones go through a {@link CellBuffer}, which finds the cells that
 * changed.
 */
final class FrameRenderer {
  private final Capabilities caps;
  private final AnsiEncoder encoder;
  private Theme theme;
  private Size size;
  private StyleCache styles;
  private Line[] shownRows;
  private CellBuffer buffer;
  private boolean cursorVisible;

  FrameRenderer(Theme theme, Capabilities caps, Size size) {
    this.caps = caps;
    this.theme = theme;
    this.size = size;
    this.encoder = new AnsiEncoder(caps, size.columns());
  }

  void setTheme(Theme theme) {
    this.theme = theme;
    invalidate();
    styles = null;
  }

  void setSize(Size size) {
    this.size = size;
    invalidate();
  }

  /** Has the next frame sent whole. */
  void invalidate() {
    shownRows = null;
    buffer = null;
  }

  /**
   * The bytes that turn the screen into this frame; null when nothing changed.
   *
   * @param prefix modes to set before a full frame
   */
  byte[] render(Frame frame, String prefix) {
    Line[] rows = fitRows(frame);
    if (styles == null || styles.isFull()) {
      invalidate();
      styles = new StyleCache(theme, caps);
    }
    if (shownRows == null) renderFull(rows, prefix);
    else renderChanges(rows);
    encodeCursor(frame);
    return encoder.takeBytes(true);
  }

  private Line[] fitRows(Frame frame) {
    List<Line> lines = frame.lines();
    Line[] rows = new Line[size.rows()];
    for (int i = 0; i < rows.length; i++) rows[i] = i < lines.size() ? lines.get(i) : Line.EMPTY;
    return rows;
  }

  private void encodeCursor(Frame frame) {
    boolean wanted =
        frame.cursorRow() >= 0 && frame.cursorRow() < size.rows() && frame.cursorColumn() >= 0;
    if (wanted)
      encoder.moveCursor(frame.cursorRow(), Math.min(frame.cursorColumn(), size.columns() - 1));
    if (wanted != cursorVisible) encoder.appendRaw(wanted ? "\033[?25h" : "\033[?25l");
    cursorVisible = wanted;
  }

  // ── full frames ────────────────────────────────────────────────────────────────────────

  private void renderFull(Line[] rows, String prefix) {
    encoder.discard();
    encoder.setColumns(size.columns());
    encoder.appendRaw(prefix);
    encoder.beginFullFrame(styles.pageStyle);
    cursorVisible = false;
    for (int i = 0; i < rows.length; i++) {
      int end = drawCells(rows[i], i, false);
      encoder.eraseTail(i, end, styles.pageStyle);
    }
    shownRows = rows;
  }

  // ── changes ────────────────────────────────────────────────────────────────────────────

  private void renderChanges(Line[] rows) {
    boolean same = true;
    for (int i = 0; i < rows.length && same; i++) same = rows[i].rendersLike(shownRows[i]);
    if (same) return;
    prepareScreen();
    ScrollRegion scroll =
        ScrollRegion.between(shownRows, rows, encoder.canEraseTo(styles.pageStyle));
    if (scroll != null) {
      buffer.scrollLines(scroll.first(), scroll.last(), scroll.distance());
      scroll.shift(shownRows);
    }
    for (int i = 0; i < rows.length; i++) {
      if (shownRows[i] == null || !rows[i].rendersLike(shownRows[i])) drawLine(rows[i], i);
    }
    buffer.refresh(RefreshType.DELTA);
    shownRows = rows;
  }

  /** Fills the cells with what is shown; done while the reader looks at it. */
  void prepareScreen() {
    if (buffer != null || shownRows == null) return;
    buffer = new CellBuffer(encoder, styles.pageStyle, size);
    for (int i = 0; i < shownRows.length; i++) drawLine(shownRows[i], i);
    buffer.markShown();
  }

  private void drawLine(Line line, int y) {
    buffer.putBlanks(drawCells(line, y, true), y);
  }

  // ── one row, to the encoder or into the cells ──────────────────────────────────────────

  private int drawCells(Line line, int y, boolean intoCells) {
    int x = 0;
    List<Span> spans = line.spans();
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      CellStyle style = styles.of(span);
      encoder.setStyle(style);
      String text = caps.unicode() ? span.text() : Transliteration.toAscii(span.text());
      for (int at = 0; at < text.length(); ) {
        int end = DisplayWidth.nextGrapheme(text, at);
        int width = DisplayWidth.ofGrapheme(text, at, end);
        if (x + width > size.columns()) return x;
        String cluster = clusterText(text, at, end);
        if (width > 0 && intoCells) buffer.putCell(x, y, cluster, style, width > 1);
        else if (width > 0) encoder.writeCell(y, x, cluster, width);
        x += width;
        at = end;
      }
    }
    return x;
  }

  private static String clusterText(String text, int at, int end) {
    if (end == at + 1) {
      char c = text.charAt(at);
      if (c < ASCII_STRINGS.length) return ASCII_STRINGS[c];
    }
    return text.substring(at, end);
  }

  private static final String[] ASCII_STRINGS = asciiStrings();

  private static String[] asciiStrings() {
    String[] out = new String[128];
    for (int i = 0; i < out.length; i++) out[i] = String.valueOf((char) i);
    return out;
  }
}
