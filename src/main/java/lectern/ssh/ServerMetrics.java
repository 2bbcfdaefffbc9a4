package lectern.ssh;

/**
 * What is counted and measured of a server; nothing happens with it unless somebody asked for
 * metrics.
 */
public interface ServerMetrics {
  ServerMetrics NONE = new ServerMetrics() {};

  default void countLogin() {}

  default void countInput(int count) {}

  default void countCommand(String word) {}

  default void countSentBytes(long bytes) {}

  /**
   * @param kind of error: {@code session}, {@code handshake}, {@code login}, {@code protocol},
   *     {@code write}, {@code reload}
   */
  default void countError(String kind) {}

  /**
   * @param reason {@code full}, {@code address}, {@code sessions}, {@code draining}, {@code rate},
   *     {@code channels}, {@code nothing}, {@code command}, {@code long}, {@code subsystem}
   */
  default void countRejection(String reason) {}

  /**
   * A visit was ended by the server. @param reason {@code idle}, {@code time}, {@code paste},
   * {@code stalled}, {@code draining}
   */
  default void countDisconnect(String reason) {}

  default void recordKeyToFrame(long nanos) {}

  default void recordLoginToFrame(long nanos) {}
}
