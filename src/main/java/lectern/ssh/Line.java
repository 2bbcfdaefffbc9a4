package lectern.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import lectern.terminal.Wire;

/**
 * The line to one visitor's screen: frames go out whole, what was typed gives its window back when
 * it is used.
 */
final class Line implements Wire {
  private final OutputStream out;
  private final LongConsumer release;
  private final AtomicLong held;
  private final Signals signals;
  private final long login;
  private volatile long typed;
  private boolean painted;

  /**
   * @param held bytes that wait for slow visitors, over all lines @param login when they came in,
   *     nanoseconds
   */
  Line(OutputStream out, LongConsumer release, AtomicLong held, Signals signals, long login) {
    this.out = out;
    this.release = release;
    this.held = held;
    this.signals = signals;
    this.login = login;
  }

  /** Something was typed: the time to the next frame is of interest. */
  void typed(long now) {
    if (typed == 0) typed = now;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    held.addAndGet(bytes.length);
    try {
      out.write(bytes);
      out.flush();
    } finally {
      held.addAndGet(-bytes.length);
    }
    signals.sent(bytes.length);
    measure(System.nanoTime());
  }

  private void measure(long now) {
    long since = typed;
    typed = 0;
    if (since != 0) signals.keyToFrame(now - since);
    if (!painted) signals.loginToFrame(now - login);
    painted = true;
  }

  @Override
  public void taken(int bytes) {
    release.accept(bytes);
  }
}
