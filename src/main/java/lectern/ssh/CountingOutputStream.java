package lectern.ssh;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts what is sent to one client, and what waits because the client does not take it. */
final class CountingOutputStream extends FilterOutputStream {
  /** Failed writes older than this count as stalled, newer ones as disconnects. */
  private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final AtomicLong pendingBytes;
  private final ServerMetrics metrics;
  private volatile @Nullable IOException failure;
  private volatile boolean stalled;

  /**
   * @param pendingBytes of all clients together
   */
  CountingOutputStream(OutputStream out, AtomicLong pendingBytes, ServerMetrics metrics) {
    super(out);
    this.pendingBytes = pendingBytes;
    this.metrics = metrics;
  }

  /** Why a write failed, if one has. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Whether a write failed because the client did not take it. */
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
