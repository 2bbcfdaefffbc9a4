package lectern.ssh;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of one server share.
 *
 * @param clock milliseconds since 1970
 */
record ServerContext(
    ServerConfig config,
    ReaderService service,
    ServerMetrics metrics,
    EventLog log,
    LongSupplier clock) {

  long nowMillis() {
    return clock.getAsLong();
  }

  /**
   * Counts and logs what was not allowed.
   *
   * @param clientId number of the client, once it asked for a screen or command
   */
  void recordRejection(@Nullable Long clientId, String address, String reason) {
    metrics.countRejection(reason);
    log.write("refused", "visit", clientId, "address", address, "reason", reason);
  }

  /**
   * Counts and logs an error.
   *
   * @param kind as in {@link ServerMetrics#countError}
   * @param clientId number of the client, if it concerns one
   */
  void recordError(String kind, @Nullable Long clientId, Throwable e) {
    metrics.countError(kind);
    StackTraceElement[] trace = e.getStackTrace();
    Object at = trace.length == 0 ? null : trace[0];
    // never the message of the exception, which may hold text of a post
    log.write("error", "kind", kind, "visit", clientId, "why", e.getClass().getName(), "at", at);
  }

  /** Counts and logs that a client could not be written to. */
  void recordWriteFailure(Client client, Exception e) {
    metrics.countError("write");
    log.write("lost", "visit", client.id(), "why", e.getClass().getSimpleName());
  }
}
