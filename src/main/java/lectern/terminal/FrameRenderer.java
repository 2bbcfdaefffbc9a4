package lectern.terminal;

import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TerminalScreen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Span;
import lectern.theme.Theme;
import lectern.ui.Frame;
import lectern.ui.Size;

/**
 * Frames to bytes. A whole picture is written by the pen alone, so that the first one does not wait
 * for Lanterna to load; what changes after it goes through a Lanterna screen, which knows the cells
 * that differ.
 */
final class FrameRenderer {
  private final Capabilities caps;
  private final AnsiEncoder pen;
  private Theme theme;
  private Size size;
  private StyleCache looks;
  private CellCache cells;
  private Line[] shown;
  private EncodingTerminal adapter;
  private Screen screen;
  private boolean cursor;

  FrameRenderer(Theme theme, Capabilities caps, Size size) {
    this.caps = caps;
    this.theme = theme;
    this.size = size;
    this.pen = new AnsiEncoder(caps, size.columns());
  }

  void theme(Theme theme) {
    this.theme = theme;
    forget();
    looks = null;
  }

  void size(Size size) {
    this.size = size;
    forget();
  }

  /** The next frame is sent whole. */
  void forget() {
    shown = null;
    screen = null;
    adapter = null;
    cells = null;
  }

  /**
   * The bytes that turn what is on the screen into this frame; null when nothing changed.
   *
   * @param prefix modes to set before a whole picture
   */
  byte[] paint(Frame frame, String prefix) {
    Line[] rows = rows(frame);
    if (looks == null || looks.isFull()) {
      forget();
      looks = new StyleCache(theme, caps);
    }
    if (shown == null) whole(rows, prefix);
    else change(rows);
    cursor(frame);
    return pen.take(true);
  }

  private Line[] rows(Frame frame) {
    List<Line> lines = frame.lines();
    Line[] rows = new Line[size.rows()];
    for (int i = 0; i < rows.length; i++) rows[i] = i < lines.size() ? lines.get(i) : Line.EMPTY;
    return rows;
  }

  private void cursor(Frame frame) {
    boolean wanted =
        frame.cursorRow() >= 0 && frame.cursorRow() < size.rows() && frame.cursorColumn() >= 0;
    if (wanted) pen.move(frame.cursorRow(), Math.min(frame.cursorColumn(), size.columns() - 1));
    if (wanted != cursor) pen.raw(wanted ? "\033[?25h" : "\033[?25l");
    cursor = wanted;
  }

  // ── a whole picture ────────────────────────────────────────────────────────────────────

  private void whole(Line[] rows, String prefix) {
    pen.drop();
    pen.columns(size.columns());
    pen.raw(prefix);
    pen.restart(looks.page);
    cursor = false;
    for (int i = 0; i < rows.length; i++) {
      int end = row(rows[i], i, false);
      pen.tail(i, end, looks.page);
    }
    shown = rows;
  }

  // ── what changed ───────────────────────────────────────────────────────────────────────

  private void change(Line[] rows) {
    boolean same = true;
    for (int i = 0; i < rows.length && same; i++) same = rows[i].rendersLike(shown[i]);
    if (same) return;
    prepare();
    ScrollRegion scroll = ScrollRegion.between(shown, rows, pen.erases(looks.page));
    if (scroll != null) {
      screen.scrollLines(scroll.first(), scroll.last(), scroll.distance());
      scroll.move(shown);
    }
    for (int i = 0; i < rows.length; i++) {
      if (shown[i] == null || !rows[i].rendersLike(shown[i])) put(rows[i], i);
    }
    refresh(Screen.RefreshType.DELTA);
    shown = rows;
  }

  /**
   * Makes Lanterna's screen, holding what is shown already; best done while the reader looks at it.
   */
  void prepare() {
    if (screen != null || shown == null) return;
    cells = new CellCache(looks.page, pen.erases(looks.page));
    adapter = new EncodingTerminal(pen, looks.page, size.columns(), size.rows());
    adapter.mute(true);
    try {
      screen = new TerminalScreen(adapter);
      screen.setCursorPosition(null);
      screen.startScreen();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    adapter.drawnBy(screen);
    for (int i = 0; i < shown.length; i++) put(shown[i], i);
    refresh(Screen.RefreshType.COMPLETE);
    adapter.mute(false);
  }

  private void refresh(Screen.RefreshType type) {
    try {
      screen.refresh(type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(Line line, int y) {
    int end = row(line, y, true);
    for (int x = end; x < size.columns(); x++) screen.setCharacter(x, y, cells.blank());
  }

  // ── one row, to the pen or into Lanterna's cells ───────────────────────────────────────

  private int row(Line line, int y, boolean intoCells) {
    int x = 0;
    List<Span> spans = line.spans();
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      CellStyle look = looks.of(span);
      pen.look(look);
      String text = caps.unicode() ? span.text() : Transliteration.of(span.text());
      for (int at = 0; at < text.length(); ) {
        int end = DisplayWidth.nextGrapheme(text, at);
        int width = DisplayWidth.ofGrapheme(text, at, end);
        if (x + width > size.columns()) return x;
        if (width > 0) {
          String cluster = cluster(text, at, end);
          if (intoCells) screen.setCharacter(x, y, cells.of(cluster, look, width > 1));
          else pen.cell(y, x, cluster, width);
        }
        x += width;
        at = end;
      }
    }
    return x;
  }

  private static String cluster(String text, int at, int end) {
    if (end == at + 1) {
      char c = text.charAt(at);
      if (c < ASCII.length) return ASCII[c];
    }
    return text.substring(at, end);
  }

  private static final String[] ASCII = ascii();

  private static String[] ascii() {
    String[] out = new String[128];
    for (int i = 0; i < out.length; i++) out[i] = String.valueOf((char) i);
    return out;
  }
}
