package lectern.ssh;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Limits readers, sessions, connections and failed logins, in all and by address. */
final class ConnectionLimits {
  private static final long MINUTE_MILLIS = 60_000;

  /** Sessions beyond the limit of readers, so that their readers can be told why. */
  private static final int SPARE_SESSIONS = 10;

  /** Addresses kept before the first look for old ones. */
  private static final int MIN_PRUNE_SIZE = 10_000;

  private final ServerConfig config;
  private final LongSupplier clock;
  private final Map<String, AddressStats> statsByPrefix = new HashMap<>();
  private int readers;
  private int sessions;
  private int pruneSize = MIN_PRUNE_SIZE;

  /** Connections and failures are of the current minute. */
  private static final class AddressStats {
    long windowStart;
    int connections;
    int failures;
    int readers;
    int sessions;
  }

  ConnectionLimits(ServerConfig config, LongSupplier clock) {
    this.config = config;
    this.clock = clock;
  }

  /** Counts a connection; false when its address has connected, or failed to log in, too often. */
  synchronized boolean acceptConnection(String address) {
    AddressStats stats = statsOf(address);
    stats.connections++;
    return stats.connections <= config.connectionsPerMinute()
        && stats.failures < config.failuresPerMinute();
  }

  /** Counts a connection that ended without a login. */
  synchronized void recordFailure(String address) {
    statsOf(address).failures++;
  }

  /**
   * Counts an authenticated session: it costs memory before it opens a channel. The limit is above
   * that of readers, whose rejection is shown in their own window.
   *
   * @return why it is not accepted; if it is, {@link #releaseSession} is due
   */
  synchronized @Nullable RejectReason acceptSession(String address) {
    AddressStats stats = statsOf(address);
    if (sessions >= 2 * config.maxReaders() + SPARE_SESSIONS) return RejectReason.SERVER_FULL;
    if (stats.sessions >= 2 * config.maxReadersPerAddress() + SPARE_SESSIONS)
      return RejectReason.SESSION_LIMIT;
    stats.sessions++;
    sessions++;
    return null;
  }

  synchronized void releaseSession(String address) {
    AddressStats stats = statsOf(address);
    stats.sessions = Math.max(0, stats.sessions - 1);
    sessions = Math.max(0, sessions - 1);
  }

  /**
   * Counts a reader.
   *
   * @return why it is not accepted; if it is, {@link #releaseReader} is due
   */
  synchronized @Nullable RejectReason acceptReader(String address) {
    AddressStats stats = statsOf(address);
    if (readers >= config.maxReaders()) return RejectReason.SERVER_FULL;
    if (stats.readers >= config.maxReadersPerAddress()) return RejectReason.ADDRESS_LIMIT;
    stats.readers++;
    readers++;
    return null;
  }

  synchronized void releaseReader(String address) {
    AddressStats stats = statsOf(address);
    stats.readers = Math.max(0, stats.readers - 1);
    readers = Math.max(0, readers - 1);
  }

  synchronized int readerCount() {
    return readers;
  }

  private AddressStats statsOf(String address) {
    long now = clock.getAsLong();
    if (statsByPrefix.size() > pruneSize) prune(now);
    AddressStats stats = statsByPrefix.computeIfAbsent(prefixKey(address), a -> new AddressStats());
    if (now - stats.windowStart > MINUTE_MILLIS) {
      stats.windowStart = now;
      stats.connections = 0;
      stats.failures = 0;
    }
    return stats;
  }

  private void prune(long now) {
    Iterator<AddressStats> all = statsByPrefix.values().iterator();
    while (all.hasNext()) {
      AddressStats stats = all.next();
      if (stats.readers == 0 && stats.sessions == 0 && now - stats.windowStart > MINUTE_MILLIS)
        all.remove();
    }
    // not at each call when most of them stay
    pruneSize = Math.max(MIN_PRUNE_SIZE, 2 * statsByPrefix.size());
  }

  /** IPv6 clients are counted by /64 prefix. */
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
