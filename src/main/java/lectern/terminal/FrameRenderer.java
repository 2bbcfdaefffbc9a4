package lectern.terminal;

import com.googlecode.lanterna.screen.Screen.RefreshType;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Span;
import lectern.theme.Theme;
import lectern.ui.Frame;
import lectern.ui.Size;
import org.jspecify.annotations.Nullable;

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
  private @Nullable StyleCache styles;
  private Line @Nullable [] shownRows;
  private @Nullable CellBuffer buffer;
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
   * The bytes that turn the screen into this frame, if anything changed.
   *
   * @param prefix modes to set before a full frame
   */
  byte @Nullable [] render(Frame frame, String prefix) {
    Line[] rows = fitRows(frame);
    if (styles == null || styles.isFull()) {
      invalidate();
      styles = new StyleCache(theme, caps);
    }
    if (shownRows == null) renderFull(rows, prefix, styles);
    else renderChanges(rows, shownRows, styles);
    shownRows = rows;
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

  private void renderFull(Line[] rows, String prefix, StyleCache styles) {
    encoder.discard();
    encoder.setColumns(size.columns());
    encoder.appendRaw(prefix);
    encoder.beginFullFrame(styles.pageStyle);
    cursorVisible = false;
    for (int i = 0; i < rows.length; i++) {
      int end = drawCells(rows[i], i, styles, null);
      encoder.eraseTail(i, end, styles.pageStyle);
    }
  }

  // ── changes ────────────────────────────────────────────────────────────────────────────

  private void renderChanges(Line[] rows, Line[] shown, StyleCache styles) {
    boolean same = true;
    for (int i = 0; i < rows.length && same; i++) same = rows[i].rendersLike(shown[i]);
    if (same) return;
    CellBuffer cells = buffer != null ? buffer : fillBuffer(shown, styles);
    ScrollRegion scroll = ScrollRegion.between(shown, rows, encoder.canEraseTo(styles.pageStyle));
    if (scroll != null) {
      cells.scrollLines(scroll.first(), scroll.last(), scroll.distance());
      scroll.shift(shown);
    }
    for (int i = 0; i < rows.length; i++) {
      if (shown[i] == null || !rows[i].rendersLike(shown[i])) drawLine(rows[i], i, styles, cells);
    }
    cells.refresh(RefreshType.DELTA);
  }

  /** Fills the cells with what is shown; done while the reader looks at it. */
  void prepareScreen() {
    if (buffer == null && shownRows != null && styles != null) fillBuffer(shownRows, styles);
  }

  private CellBuffer fillBuffer(Line[] shown, StyleCache styles) {
    CellBuffer cells = new CellBuffer(encoder, styles.pageStyle, size);
    for (int i = 0; i < shown.length; i++) drawLine(shown[i], i, styles, cells);
    cells.markShown();
    buffer = cells;
    return cells;
  }

  private void drawLine(Line line, int y, StyleCache styles, CellBuffer cells) {
    cells.putBlanks(drawCells(line, y, styles, cells), y);
  }

  // ── one row, into the cells or to the encoder ──────────────────────────────────────────

  private int drawCells(Line line, int y, StyleCache styles, @Nullable CellBuffer cells) {
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
        if (width > 0 && cells != null) cells.putCell(x, y, cluster, style, width);
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
