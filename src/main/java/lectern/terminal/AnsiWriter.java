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
  private static final int BUFFER_CHARS = 32_768;

  private static final int MAX_COLUMNS = 1000;

  private final OutputStream out;
  private final Capabilities caps;
  private final StyleCache styles;
  private final AnsiEncoder encoder;
  private final StringBuilder plainText = new StringBuilder(256);
  private final int pageColumns;

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
    this.styles = styled ? new StyleCache(theme, caps) : null;
    this.encoder = styled ? new AnsiEncoder(caps, Integer.MAX_VALUE) : null;
    boolean paper = styled && !(styles.pageStyle.style.background() instanceof Color.Default);
    this.pageColumns = paper ? Math.min(columns, MAX_COLUMNS) : 0;
  }

  public void write(List<Line> lines) throws IOException {
    for (Line line : lines) write(line);
  }

  /** One line and its end; spaces at its end are left out unless they are seen. */
  public void write(Line line) throws IOException {
    if (encoder == null) writePlain(line);
    else writeStyled(line);
  }

  /** Text as it is, byte for byte but for the character set; for raw output and JSON. */
  public void writeVerbatim(String text) throws IOException {
    flushBuffer();
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  public void flush() throws IOException {
    flushBuffer();
    out.flush();
  }

  /** Flushes; the stream stays open. */
  @Override
  public void close() throws IOException {
    flush();
  }

  private void writePlain(Line line) throws IOException {
    int start = plainText.length();
    List<Span> spans = line.spans();
    for (int i = 0; i < spans.size(); i++) appendText(spans.get(i).text());
    int end = plainText.length();
    while (end > start && plainText.charAt(end - 1) == ' ') end--;
    plainText.setLength(end);
    plainText.append('\n');
    if (plainText.length() > BUFFER_CHARS) flushBuffer();
  }

  private void appendText(String text) {
    plainText.append(caps.unicode() ? text : Transliteration.toAscii(text));
  }

  private void writeStyled(Line line) throws IOException {
    List<Span> spans = line.spans();
    int last = lastVisibleSpan(spans);
    for (int i = 0; i <= last; i++) {
      Span span = spans.get(i);
      CellStyle look = styles.of(span);
      String text = caps.unicode() ? span.text() : Transliteration.toAscii(span.text());
      int end = i == last && look.plainBlank ? trimmedLength(text) : text.length();
      if (end > 0)
        encoder.writeText(
            text.isBlank() && look.plainBlank ? styles.pageStyle : look, text, 0, end);
    }
    if (pageColumns > 0) padToPage(spans, last);
    encoder.endLine();
    if (encoder.length() > BUFFER_CHARS) encoder.drainTo(out);
  }

  /** Blanks in the colour of the page up to its edge, so that it is one. */
  private void padToPage(List<Span> spans, int last) {
    int used = 0;
    for (int i = 0; i <= last; i++) used += spans.get(i).width();
    if (used < pageColumns)
      encoder.writeText(styles.pageStyle, " ".repeat(pageColumns - used), 0, pageColumns - used);
  }

  /**
   * The last span that shows anything: spaces at the end of a line show only with an underline or
   * in reverse.
   */
  private int lastVisibleSpan(List<Span> spans) {
    int last = spans.size() - 1;
    while (last >= 0 && spans.get(last).text().isBlank() && styles.of(spans.get(last)).plainBlank)
      last--;
    return last;
  }

  private static int trimmedLength(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') end--;
    return end;
  }

  private void flushBuffer() throws IOException {
    if (encoder != null) {
      encoder.drainTo(out);
    } else if (!plainText.isEmpty()) {
      byte[] bytes = plainText.toString().getBytes(StandardCharsets.UTF_8);
      plainText.setLength(0);
      out.write(bytes);
    }
  }
}
