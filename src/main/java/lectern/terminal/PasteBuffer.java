package lectern.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import lectern.text.Sanitizer;

/** The text of a bracketed paste: bounded, with LF line ends and without control characters. */
final class PasteBuffer {
  /** The rest of a longer paste is dropped. */
  static final int MAX_BYTES = 65_536;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void add(byte b) {
    if (bytes.size() < MAX_BYTES) bytes.write(b);
  }

  String text() {
    String text = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n' || c == '\t' || !Sanitizer.isUnsafe(c)) out.appendCodePoint(c);
    }
    return out.toString();
  }
}
