package lectern.ssh;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongSupplier;

/** Who may come in: counts readers, connections and failures, each by address. */
final class Gate {
  private static final long MINUTE = 60_000;

  private final Rules rules;
  private final LongSupplier clock;
  private final Map<String, Tally> tallies = new HashMap<>();
  private int readers;

  /** Of one address in this minute. */
  private static final class Tally {
    long since;
    int connections;
    int failures;
    int readers;
  }

  Gate(Rules rules, LongSupplier clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * A connection has come. @return whether it may stay: it has not come too often, nor failed too
   * often
   */
  synchronized boolean connected(String address) {
    Tally tally = tally(address);
    tally.connections++;
    return tally.connections <= rules.connectionsAMinute()
        && tally.failures < rules.failuresAMinute();
  }

  /** A connection has ended without a log-in. */
  synchronized void failed(String address) {
    tally(address).failures++;
  }

  /**
   * @return null when they may read; else the reason for a word to them and a counter
   */
  synchronized String enter(String address) {
    Tally tally = tally(address);
    if (readers >= rules.maxReaders()) return "full";
    if (tally.readers >= rules.maxPerAddress()) return "address";
    tally.readers++;
    readers++;
    return null;
  }

  synchronized void leave(String address) {
    Tally tally = tally(address);
    tally.readers = Math.max(0, tally.readers - 1);
    readers = Math.max(0, readers - 1);
  }

  synchronized int readers() {
    return readers;
  }

  private Tally tally(String address) {
    long now = clock.getAsLong();
    if (tallies.size() > 10_000) forget(now);
    Tally tally = tallies.computeIfAbsent(address, a -> new Tally());
    if (now - tally.since > MINUTE) {
      tally.since = now;
      tally.connections = 0;
      tally.failures = 0;
    }
    return tally;
  }

  private void forget(long now) {
    Iterator<Tally> all = tallies.values().iterator();
    while (all.hasNext()) {
      Tally tally = all.next();
      if (tally.readers == 0 && now - tally.since > MINUTE) all.remove();
    }
  }
}
