package lectern.ssh;

/** Counts and times the events of a server. No-op by default. */
public interface ServerMetrics {
  ServerMetrics NONE = new ServerMetrics() {};

  default void countLogin() {}

  /**
   * @param count pieces of input, of any length
   */
  default void countInput(int count) {}

  /**
   * @param name the first argument, whatever it is
   */
  default void countCommand(String name) {}

  default void countSentBytes(long bytes) {}

  /**
   * @param kind {@code session}, {@code handshake}, {@code login}, {@code protocol}, {@code write},
   *     {@code reload}, {@code timer}
   */
  default void countError(String kind) {}

  /**
   * @param reason label of a {@link RejectReason}, {@code command} or {@code long}
   */
  default void countRejection(String reason) {}

  /**
   * The server ended a screen or command.
   *
   * @param reason label of a {@link DisconnectReason}
   */
  default void countDisconnect(String reason) {}

  default void recordKeyToFrame(long nanos) {}

  default void recordLoginToFrame(long nanos) {}
}
