package lectern.ssh;

/**
 * What is counted and measured of a server; nothing happens with it unless somebody asked for
 * metrics.
 */
public interface Signals {
  Signals NONE = new Signals() {};

  default void loggedIn() {}

  default void key(int count) {}

  default void command(String word) {}

  default void sent(long bytes) {}

  /**
   * @param kind of error: {@code session}, {@code handshake}, {@code write}, {@code reload}
   */
  default void error(String kind) {}

  /**
   * @param reason {@code full}, {@code address}, {@code sessions}, {@code draining}, {@code rate},
   *     {@code nothing}, {@code command}
   */
  default void refused(String reason) {}

  default void keyToFrame(long nanos) {}

  default void loginToFrame(long nanos) {}
}
