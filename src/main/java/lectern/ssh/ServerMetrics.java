package lectern.ssh;

/**
 * What is counted and measured of a server; nothing happens with it unless somebody asked for
 * metrics.
 */
public interface ServerMetrics {
  ServerMetrics NONE = new ServerMetrics() {};

  default void loggedIn() {}

  default void key(int count) {}

  default void command(String word) {}

  default void sent(long bytes) {}

  /**
   * @param kind of error: {@code session}, {@code handshake}, {@code login}, {@code protocol},
   *     {@code write}, {@code reload}
   */
  default void error(String kind) {}

  /**
   * @param reason {@code full}, {@code address}, {@code sessions}, {@code draining}, {@code rate},
   *     {@code channels}, {@code nothing}, {@code command}, {@code long}, {@code subsystem}
   */
  default void refused(String reason) {}

  /**
   * A visit was ended by the server. @param reason {@code idle}, {@code time}, {@code paste},
   * {@code stalled}, {@code draining}
   */
  default void ended(String reason) {}

  default void keyToFrame(long nanos) {}

  default void loginToFrame(long nanos) {}
}
