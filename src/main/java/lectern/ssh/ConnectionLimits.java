package lectern.ssh;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongSupplier;

/** Who may come in: counts readers, connections and failures, each by address. */
final class ConnectionLimits {
  private static final long MINUTE_MILLIS = 60_000;

  /** Sessions over the readers' limits that are let in to be told. */
  private static final int SPARE_SESSIONS = 10;

  /** Addresses that are kept without looking which may be forgotten. */
  private static final int MIN_PRUNE_SIZE = 10_000;

  private final ServerConfig config;
  private final LongSupplier clock;
  private final Map<String, AddressStats> statsByPrefix = new HashMap<>();
  private int readers;
  private int sessions;
  private int pruneSize = MIN_PRUNE_SIZE;

  /** Of one address in this minute. */
  private static final class AddressStats {
    long windowStart;
    int connections;
    int failures;
    int readers;
    int sessions;
  }

  ConnectionLimits(ServerConfig rules, LongSupplier clock) {
    this.config = rules;
    this.clock = clock;
  }

  /**
   * A connection has come. @return whether it may stay: it has not come too often, nor failed too
   * often
   */
  synchronized boolean acceptConnection(String address) {
    AddressStats tally = statsOf(address);
    tally.connections++;
    return tally.connections <= config.connectionsPerMinute()
        && tally.failures < config.failuresPerMinute();
  }

  /** A connection has ended without a log-in. */
  synchronized void recordFailure(String address) {
    statsOf(address).failures++;
  }

  /**
   * Somebody has logged in and may now ask for screens and commands. A session costs memory before
   * it asks for anything, so there is an end to them too: beyond that of readers, so that those who
   * come over it can be told in their own window.
   *
   * @return null when they may stay; then {@link #releaseSession} is due
   */
  synchronized RejectReason acceptSession(String address) {
    AddressStats tally = statsOf(address);
    if (sessions >= 2 * config.maxReaders() + SPARE_SESSIONS) return RejectReason.SERVER_FULL;
    if (tally.sessions >= 2 * config.maxReadersPerAddress() + SPARE_SESSIONS)
      return RejectReason.SESSION_LIMIT;
    tally.sessions++;
    sessions++;
    return null;
  }

  synchronized void releaseSession(String address) {
    AddressStats tally = statsOf(address);
    tally.sessions = Math.max(0, tally.sessions - 1);
    sessions = Math.max(0, sessions - 1);
  }

  /**
   * @return null when they may read; then {@link #releaseReader} is due
   */
  synchronized RejectReason acceptReader(String address) {
    AddressStats tally = statsOf(address);
    if (readers >= config.maxReaders()) return RejectReason.SERVER_FULL;
    if (tally.readers >= config.maxReadersPerAddress()) return RejectReason.ADDRESS_LIMIT;
    tally.readers++;
    readers++;
    return null;
  }

  synchronized void releaseReader(String address) {
    AddressStats tally = statsOf(address);
    tally.readers = Math.max(0, tally.readers - 1);
    readers = Math.max(0, readers - 1);
  }

  synchronized int readerCount() {
    return readers;
  }

  private AddressStats statsOf(String address) {
    long now = clock.getAsLong();
    if (statsByPrefix.size() > pruneSize) prune(now);
    AddressStats tally = statsByPrefix.computeIfAbsent(prefixKey(address), a -> new AddressStats());
    if (now - tally.windowStart > MINUTE_MILLIS) {
      tally.windowStart = now;
      tally.connections = 0;
      tally.failures = 0;
    }
    return tally;
  }

  private void prune(long now) {
    Iterator<AddressStats> all = statsByPrefix.values().iterator();
    while (all.hasNext()) {
      AddressStats tally = all.next();
      if (tally.readers == 0 && tally.sessions == 0 && now - tally.windowStart > MINUTE_MILLIS)
        all.remove();
    }
    // not again at once when most of them stay
    pruneSize = Math.max(MIN_PRUNE_SIZE, 2 * statsByPrefix.size());
  }

  /** Whoever has one address of IPv6 has a whole /64 of them, which counts as one. */
  static String prefixKey(String address) {
    if (address.indexOf(':') < 0) return address;
    int at = -1;
    for (int groups = 0; groups < 4; groups++) {
      at = address.indexOf(':', at + 1);
      if (at < 0) return address;
    }
    return address.substring(0, at);
  }
}
