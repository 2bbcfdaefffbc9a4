package lectern.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedTransportTest {
  private final AtomicLong released = new AtomicLong();
  private final PacedTransport line =
      new PacedTransport(
          OutputStream.nullOutputStream(),
          released::addAndGet,
          ServerMetrics.NONE,
          System.nanoTime());

  @Test
  void whoTypesAsPeopleDoNeverWaits() {
    for (int i = 0; i < 4000; i++) line.acknowledge(1);
    assertEquals(4000, released.get());
  }

  @Test
  void aFloodIsLetInBitByBit() {
    long now = System.nanoTime();
    line.acknowledge(100_000);
    long first = released.get();
    assertTrue(first >= 8192 && first < 9000, "at first " + first);
    for (int second = 1; second <= 10; second++) line.refill(now + second * 1_000_000_000L);
    assertTrue(released.get() - first > 9_000 && released.get() - first < 11_000);
  }
}
