package lectern.ssh;

/** Why a request of a client is rejected: a label for metrics, a message for the reader. */
public enum RejectReason {
  SERVER_FULL("full", "full, come again in a while"),
  ADDRESS_LIMIT(
      "address", "full, come again: your address has as many readers here as one may have"),
  SESSION_LIMIT("sessions", "full, come again: your address has too many connections open"),
  DRAINING("draining", "the server is stopping; come again in a moment"),
  RATE_LIMIT("rate", "too many connections in this minute; come again in the next"),
  CHANNEL_LIMIT("channels", "this connection has as many screens and commands as one may have"),
  UNSUPPORTED_SUBSYSTEM(
      "subsystem",
      "lectern: no files are carried here; reading is possible: list, tags, show, help"),
  NO_CHANNEL_OPENED("nothing", "nothing was asked for; come again");

  public final String label;
  final String message;

  RejectReason(String label, String message) {
    this.label = label;
    this.message = message;
  }
}
