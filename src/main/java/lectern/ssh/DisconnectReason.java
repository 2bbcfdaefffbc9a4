package lectern.ssh;

/** Why the server ends a screen or command: a label for metrics, a message for the reader. */
public enum DisconnectReason {
  IDLE("idle", "nothing was typed for a while; come again, your place is kept if you have a key"),
  MAX_DURATION("time", "this was a long visit; come again"),
  PASTE_TOO_LARGE("paste", "too much was pasted at once"),
  OUTPUT_STALLED("stalled", "what was sent was not taken"),
  DRAINING("draining", RejectReason.DRAINING.message);

  public final String label;
  public final String message;

  DisconnectReason(String label, String message) {
    this.label = label;
    this.message = message;
  }
}
