package lectern.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import lectern.text.Sanitizer;

/**
 * The text of a bracketed paste: bounded, line ends made one kind, and nothing in it that a
 * terminal could obey.
 */
final class PasteBuffer {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void add(byte b) {
    if (bytes.size() < KeyDecoder.MAX_PASTE_BYTES) bytes.write(b);
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
