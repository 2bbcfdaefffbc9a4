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
  private static final int BURST_BYTES = 8192;

  /** Typed on and on: a key that repeats makes 200. */
  private static final int BYTES_PER_SECOND = 1000;

  private final OutputStream out;
  private final LongConsumer releaseWindow;
  private final ServerMetrics metrics;
  private final long loginNanos;
  private volatile long typedNanos;
  private boolean firstFrameSent;
  private long pendingRelease;
  private double tokens = BURST_BYTES;
  private long refilledNanos = System.nanoTime();

  /**
   * @param login when they came in, nanoseconds
   */
  PacedTransport(OutputStream out, LongConsumer release, ServerMetrics signals, long login) {
    this.out = out;
    this.releaseWindow = release;
    this.metrics = signals;
    this.loginNanos = login;
  }

  /** Something was typed: the time to the next frame is of interest. */
  void markTyped(long now) {
    if (typedNanos == 0) typedNanos = now;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    recordLatency(System.nanoTime());
  }

  private void recordLatency(long now) {
    long since = typedNanos;
    typedNanos = 0;
    if (since != 0) metrics.recordKeyToFrame(now - since);
    if (!firstFrameSent) metrics.recordLoginToFrame(now - loginNanos);
    firstFrameSent = true;
  }

  /**
   * What was used may be sent again, at once as long as it comes at the pace of a person or a short
   * paste, else bit by bit: who floods the server with keys waits for themselves.
   */
  @Override
  public synchronized void acknowledge(int bytes) {
    pendingRelease += bytes;
    refill(System.nanoTime());
  }

  /** To be called now and then. */
  synchronized void refill(long now) {
    tokens = Math.min(BURST_BYTES, tokens + (now - refilledNanos) * 1e-9 * BYTES_PER_SECOND);
    refilledNanos = now;
    long due = Math.min(pendingRelease, (long) tokens);
    if (due <= 0) return;
    pendingRelease -= due;
    tokens -= due;
    releaseWindow.accept(due);
  }
}
