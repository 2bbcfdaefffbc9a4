package lectern.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import lectern.terminal.Transport;

/**
 * The line to one visitor's screen: frames go out whole, what was typed gives its window back when
 * it is used.
 */
final class PacedTransport implements Transport {
  /** Typed at once, without waiting. */
  private static final int BURST = 8192;

  /** Typed on and on: a key that repeats makes 200. */
  private static final int BYTES_A_SECOND = 1000;

  private final OutputStream out;
  private final LongConsumer release;
  private final ServerMetrics signals;
  private final long login;
  private volatile long typed;
  private boolean painted;
  private long owed;
  private double allowance = BURST;
  private long paid = System.nanoTime();

  /**
   * @param login when they came in, nanoseconds
   */
  PacedTransport(OutputStream out, LongConsumer release, ServerMetrics signals, long login) {
    this.out = out;
    this.release = release;
    this.signals = signals;
    this.login = login;
  }

  /** Something was typed: the time to the next frame is of interest. */
  void typed(long now) {
    if (typed == 0) typed = now;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    measure(System.nanoTime());
  }

  private void measure(long now) {
    long since = typed;
    typed = 0;
    if (since != 0) signals.keyToFrame(now - since);
    if (!painted) signals.loginToFrame(now - login);
    painted = true;
  }

  /**
   * What was used may be sent again, at once as long as it comes at the pace of a person or a short
   * paste, else bit by bit: who floods the server with keys waits for themselves.
   */
  @Override
  public synchronized void acknowledge(int bytes) {
    owed += bytes;
    pay(System.nanoTime());
  }

  /** To be called now and then. */
  synchronized void pay(long now) {
    allowance = Math.min(BURST, allowance + (now - paid) * 1e-9 * BYTES_A_SECOND);
    paid = now;
    long due = Math.min(owed, (long) allowance);
    if (due <= 0) return;
    owed -= due;
    allowance -= due;
    release.accept(due);
  }
}
