package lectern.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lectern.text.Line;
import lectern.text.Span;
import lectern.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines to a stream: styled where the terminal supports it, else plain text without escape
 * codes; ASCII where the locale is not UTF-8.
 */
public final class AnsiWriter implements AutoCloseable {
  private static final int BUFFER_CHARS = 32_768;
  private static final int MAX_COLUMNS = 1000;

  private final OutputStream out;
  private final Capabilities caps;
  private final @Nullable StyleCache styles;
  private final @Nullable AnsiEncoder encoder;
  private final StringBuilder plainText = new StringBuilder(256);
  private final int pageColumns;

  /**
   * @param out written to in large pieces; {@link #close} leaves it open
   * @param theme none for no escape codes, whatever the capabilities
   * @param columns width of the page in a theme with a background; 0 for the width of the text
   */
  public AnsiWriter(OutputStream out, @Nullable Theme theme, Capabilities caps, int columns) {
    this.out = out;
    this.caps = caps;
    this.styles = theme != null ? new StyleCache(theme, caps) : null;
    this.encoder = theme != null ? new AnsiEncoder(caps, Integer.MAX_VALUE) : null;
    boolean hasBackground = styles != null && !styles.pageStyle.style.background().isDefault();
    this.pageColumns = hasBackground ? Math.min(columns, MAX_COLUMNS) : 0;
  }

  public void write(List<Line> lines) throws IOException {
    for (Line line : lines) write(line);
  }

  /** Writes a line without its invisible trailing spaces. */
  public void write(Line line) throws IOException {
    if (encoder == null || styles == null) writePlain(line);
    else writeStyled(line, encoder, styles);
  }

  /** Writes text unchanged, as UTF-8: raw output and JSON. */
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
    for (int i = 0; i < spans.size(); i++) plainText.append(textOf(spans.get(i)));
    plainText.setLength(trimmedLength(plainText, start));
    plainText.append('\n');
    if (plainText.length() > BUFFER_CHARS) flushBuffer();
  }

  private String textOf(Span span) {
    return caps.unicode() ? span.text() : Transliteration.toAscii(span.text());
  }

  private void writeStyled(Line line, AnsiEncoder encoder, StyleCache styles) throws IOException {
    List<Span> spans = line.spans();
    int last = lastVisibleSpan(spans, styles);
    for (int i = 0; i <= last; i++) {
      Span span = spans.get(i);
      CellStyle style = styles.of(span);
      String text = textOf(span);
      int end = i == last && style.plainBlank ? trimmedLength(text, 0) : text.length();
      if (end > 0)
        encoder.writeText(
            isBlank(text) && style.plainBlank ? styles.pageStyle : style, text, 0, end);
    }
    // the background of the page
    int missing = pageColumns > 0 ? pageColumns - width(spans, last) : 0;
    if (missing > 0) encoder.writeText(styles.pageStyle, " ".repeat(missing), 0, missing);
    encoder.endLine();
    if (encoder.length() > BUFFER_CHARS) encoder.drainTo(out);
  }

  private static int width(List<Span> spans, int last) {
    int used = 0;
    for (int i = 0; i <= last; i++) used += spans.get(i).width();
    return used;
  }

  /** Index of the last visible span: trailing spaces show only underlined or reversed. */
  private static int lastVisibleSpan(List<Span> spans, StyleCache styles) {
    int last = spans.size() - 1;
    while (last >= 0 && isBlank(spans.get(last).text()) && styles.of(spans.get(last)).plainBlank)
      last--;
    return last;
  }

  private static int trimmedLength(CharSequence text, int start) {
    int end = text.length();
    while (end > start && Character.isSpaceChar(text.charAt(end - 1))) end--;
    return end;
  }

  private static boolean isBlank(String text) {
    return trimmedLength(text, 0) == 0;
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
