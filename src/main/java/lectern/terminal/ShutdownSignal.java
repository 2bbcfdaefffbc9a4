package lectern.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

/** The signals that ask a process without a terminal to end: TERM, INT and HUP. */
public final class ShutdownSignal {
  private final CountDownLatch received = new CountDownLatch(1);

  private ShutdownSignal() {}

  /** Listens from now on; a second signal halts the process with 128 plus the signal's number. */
  public static ShutdownSignal listen() {
    ShutdownSignal shutdown = new ShutdownSignal();
    for (String name : new String[] {"TERM", "INT", "HUP"})
      Signal.handle(new Signal(name), shutdown::handle);
    return shutdown;
  }

  private void handle(Signal signal) {
    if (received.getCount() == 0) Runtime.getRuntime().halt(128 + signal.getNumber());
    received.countDown();
  }

  /**
   * Waits for the first signal.
   *
   * @param millis how long to wait
   * @return false when none came in time
   */
  public boolean await(long millis) throws InterruptedException {
    return received.await(millis, TimeUnit.MILLISECONDS);
  }
}
