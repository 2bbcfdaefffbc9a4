package lectern.ssh;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Line ends as a terminal in raw mode wants them. */
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
    ByteArrayOutputStream all = new ByteArrayOutputStream(length + 64);
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == '\n') all.write('\r');
      all.write(bytes[i]);
    }
    out.write(all.toByteArray());
  }
}
