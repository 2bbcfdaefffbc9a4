package lectern.ssh;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What goes out to one visitor, counted, also while it waits for one who does not take it. */
final class CountingOutputStream extends FilterOutputStream {
  /** A write that fails after so long was not taken; sooner, nobody was there. */
  private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final AtomicLong pendingBytes;
  private final ServerMetrics metrics;
  private volatile IOException failure;
  private volatile boolean stalled;

  /**
   * @param held bytes that wait for slow visitors, over all of them
   */
  CountingOutputStream(OutputStream out, AtomicLong held, ServerMetrics signals) {
    super(out);
    this.pendingBytes = held;
    this.metrics = signals;
  }

  /** What ended it; null while it goes out. */
  IOException failure() {
    return failure;
  }

  /** Whether the visitor did not take what was sent. */
  boolean isStalled() {
    return stalled;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    pendingBytes.addAndGet(length);
    long start = System.nanoTime();
    try {
      out.write(bytes, from, length);
      out.flush();
    } catch (IOException e) {
      failure = e;
      if (System.nanoTime() - start > STALLED_NANOS) stalled = true;
      throw e;
    } finally {
      pendingBytes.addAndGet(-length);
    }
    metrics.countSentBytes(length);
  }
}
