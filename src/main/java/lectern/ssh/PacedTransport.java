package lectern.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import lectern.terminal.Transport;

/**
 * Sends frames to one client, and paces its input by releasing the SSH window as input is used:
 * token bucket, 8 KiB burst, 1,000 bytes/s. A client that floods stalls on its own SSH window.
 */
final class PacedTransport implements Transport {
  private static final int BURST_BYTES = 8192;

  /** A key held down sends about 200. */
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
   * @param releaseWindow lets the client send this many more bytes
   * @param loginNanos {@link System#nanoTime} of the login
   */
  PacedTransport(
      OutputStream out, LongConsumer releaseWindow, ServerMetrics metrics, long loginNanos) {
    this.out = out;
    this.releaseWindow = releaseWindow;
    this.metrics = metrics;
    this.loginNanos = loginNanos;
  }

  /** Starts measuring the time from a key to its frame. */
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

  @Override
  public synchronized void acknowledge(int bytes) {
    pendingRelease += bytes;
    refill(System.nanoTime());
  }

  /** Releases what the pace allows by now; called by a timer. */
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
