package lectern.ssh;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Translates LF to CR LF. */
final class CrLfOutputStream extends FilterOutputStream {
  CrLfOutputStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    if (b == '\n') out.write('\r');
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    ByteArrayOutputStream translated = new ByteArrayOutputStream(length + 64);
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == '\n') translated.write('\r');
      translated.write(bytes[i]);
    }
    out.write(translated.toByteArray());
  }
}
