package lectern.ssh;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongSupplier;

/** Who may come in: counts readers, connections and failures, each by address. */
final class ConnectionLimits {
  private static final long MINUTE = 60_000;

  /** Sessions over the readers' limits that are let in to be told. */
  private static final int SPARE = 10;

  /** Addresses that are kept without looking which may be forgotten. */
  private static final int FEW = 10_000;

  private final ServerConfig rules;
  private final LongSupplier clock;
  private final Map<String, AddressStats> tallies = new HashMap<>();
  private int readers;
  private int sessions;
  private int most = FEW;

  /** Of one address in this minute. */
  private static final class AddressStats {
    long since;
    int connections;
    int failures;
    int readers;
    int sessions;
  }

  ConnectionLimits(ServerConfig rules, LongSupplier clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * A connection has come. @return whether it may stay: it has not come too often, nor failed too
   * often
   */
  synchronized boolean connected(String address) {
    AddressStats tally = tally(address);
    tally.connections++;
    return tally.connections <= rules.connectionsAMinute()
        && tally.failures < rules.failuresAMinute();
  }

  /** A connection has ended without a log-in. */
  synchronized void failed(String address) {
    tally(address).failures++;
  }

  /**
   * Somebody has logged in and may now ask for screens and commands. A session costs memory before
   * it asks for anything, so there is an end to them too: beyond that of readers, so that those who
   * come over it can be told in their own window.
   *
   * @return null when they may stay; then {@link #ended} is due
   */
  synchronized RejectReason session(String address) {
    AddressStats tally = tally(address);
    if (sessions >= 2 * rules.maxReaders() + SPARE) return RejectReason.FULL;
    if (tally.sessions >= 2 * rules.maxPerAddress() + SPARE) return RejectReason.SESSIONS;
    tally.sessions++;
    sessions++;
    return null;
  }

  synchronized void ended(String address) {
    AddressStats tally = tally(address);
    tally.sessions = Math.max(0, tally.sessions - 1);
    sessions = Math.max(0, sessions - 1);
  }

  /**
   * @return null when they may read; then {@link #leave} is due
   */
  synchronized RejectReason enter(String address) {
    AddressStats tally = tally(address);
    if (readers >= rules.maxReaders()) return RejectReason.FULL;
    if (tally.readers >= rules.maxPerAddress()) return RejectReason.ADDRESS;
    tally.readers++;
    readers++;
    return null;
  }

  synchronized void leave(String address) {
    AddressStats tally = tally(address);
    tally.readers = Math.max(0, tally.readers - 1);
    readers = Math.max(0, readers - 1);
  }

  synchronized int readers() {
    return readers;
  }

  private AddressStats tally(String address) {
    long now = clock.getAsLong();
    if (tallies.size() > most) forget(now);
    AddressStats tally = tallies.computeIfAbsent(neighbourhood(address), a -> new AddressStats());
    if (now - tally.since > MINUTE) {
      tally.since = now;
      tally.connections = 0;
      tally.failures = 0;
    }
    return tally;
  }

  private void forget(long now) {
    Iterator<AddressStats> all = tallies.values().iterator();
    while (all.hasNext()) {
      AddressStats tally = all.next();
      if (tally.readers == 0 && tally.sessions == 0 && now - tally.since > MINUTE) all.remove();
    }
    // not again at once when most of them stay
    most = Math.max(FEW, 2 * tallies.size());
  }

  /** Whoever has one address of IPv6 has a whole /64 of them, which counts as one. */
  static String neighbourhood(String address) {
    if (address.indexOf(':') < 0) return address;
    int at = -1;
    for (int groups = 0; groups < 4; groups++) {
      at = address.indexOf(':', at + 1);
      if (at < 0) return address;
    }
    return address.substring(0, at);
  }
}
