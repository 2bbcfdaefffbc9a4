package lectern.ssh;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what goes out. */
final class Counted extends FilterOutputStream {
  private final Signals signals;

  Counted(OutputStream out, Signals signals) {
    super(out);
    this.signals = signals;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    signals.sent(length);
  }
}
