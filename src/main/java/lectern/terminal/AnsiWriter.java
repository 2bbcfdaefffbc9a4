package lectern.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lectern.text.Line;
import lectern.text.Span;
import lectern.theme.Color;
import lectern.theme.Theme;

/**
 * Writes lines to a stream: styled where the terminal can show it, plain text with no escape byte
 * where not, ASCII where the locale is not UTF-8. Streams; nothing is kept but one buffer.
 */
public final class AnsiWriter implements AutoCloseable {
  private static final int BUFFER = 32_768;

  private static final int WIDEST_PAGE = 1000;

  private final OutputStream out;
  private final Capabilities caps;
  private final StyleCache looks;
  private final AnsiEncoder pen;
  private final StringBuilder row = new StringBuilder(256);
  private final int columns;

  /**
   * @param out written to in large pieces; not buffered again, and closed by whoever opened it
   * @param styled false: no escape byte at all, whatever the capabilities
   */
  public AnsiWriter(OutputStream out, Theme theme, Capabilities caps, boolean styled) {
    this(out, theme, caps, styled, 0);
  }

  /**
   * @param columns that the page of a theme with a background is wide; 0: as wide as its text
   */
  public AnsiWriter(OutputStream out, Theme theme, Capabilities caps, boolean styled, int columns) {
    this.out = out;
    this.caps = caps;
    this.looks = styled ? new StyleCache(theme, caps) : null;
    this.pen = styled ? new AnsiEncoder(caps, Integer.MAX_VALUE) : null;
    boolean paper = styled && !(looks.page.style.background() instanceof Color.Default);
    this.columns = paper ? Math.min(columns, WIDEST_PAGE) : 0;
  }

  public void write(List<Line> lines) throws IOException {
    for (Line line : lines) write(line);
  }

  /** One line and its end; spaces at its end are left out unless they are seen. */
  public void write(Line line) throws IOException {
    if (pen == null) plain(line);
    else styled(line);
  }

  /** Text as it is, byte for byte but for the character set; for raw output and JSON. */
  public void verbatim(String text) throws IOException {
    flushRows();
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  public void flush() throws IOException {
    flushRows();
    out.flush();
  }

  /** Flushes; the stream stays open. */
  @Override
  public void close() throws IOException {
    flush();
  }

  private void plain(Line line) throws IOException {
    int start = row.length();
    List<Span> spans = line.spans();
    for (int i = 0; i < spans.size(); i++) append(spans.get(i).text());
    int end = row.length();
    while (end > start && row.charAt(end - 1) == ' ') end--;
    row.setLength(end);
    row.append('\n');
    if (row.length() > BUFFER) flushRows();
  }

  private void append(String text) {
    row.append(caps.unicode() ? text : Transliteration.of(text));
  }

  private void styled(Line line) throws IOException {
    List<Span> spans = line.spans();
    int last = lastSeen(spans);
    for (int i = 0; i <= last; i++) {
      Span span = spans.get(i);
      CellStyle look = looks.of(span);
      String text = caps.unicode() ? span.text() : Transliteration.of(span.text());
      int end = i == last && look.plainBlank ? trimmed(text) : text.length();
      if (end > 0) pen.write(text.isBlank() && look.plainBlank ? looks.page : look, text, 0, end);
    }
    if (columns > 0) fill(spans, last);
    pen.newline();
    if (pen.length() > BUFFER) pen.drainTo(out);
  }

  /** Blanks in the colour of the page up to its edge, so that it is one. */
  private void fill(List<Span> spans, int last) {
    int used = 0;
    for (int i = 0; i <= last; i++) used += spans.get(i).width();
    if (used < columns) pen.write(looks.page, " ".repeat(columns - used), 0, columns - used);
  }

  /**
   * The last span that shows anything: spaces at the end of a line show only with an underline or
   * in reverse.
   */
  private int lastSeen(List<Span> spans) {
    int last = spans.size() - 1;
    while (last >= 0 && spans.get(last).text().isBlank() && looks.of(spans.get(last)).plainBlank)
      last--;
    return last;
  }

  private static int trimmed(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') end--;
    return end;
  }

  private void flushRows() throws IOException {
    if (pen != null) {
      pen.drainTo(out);
    } else if (!row.isEmpty()) {
      byte[] bytes = row.toString().getBytes(StandardCharsets.UTF_8);
      row.setLength(0);
      out.write(bytes);
    }
  }
}
