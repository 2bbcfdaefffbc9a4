package lectern.ssh;

/** Why a visit was ended by the server: a word for the counter, a sentence for the visitor. */
public enum DisconnectReason {
  IDLE("idle", "nothing was typed for a while; come again, your place is kept if you have a key"),
  MAX_DURATION("time", "this was a long visit; come again"),
  PASTE_TOO_LARGE("paste", "too much was pasted at once"),
  OUTPUT_STALLED("stalled", "what was sent was not taken"),
  DRAINING("draining", RejectReason.DRAINING.message);

  public final String label;
  public final String message;

  DisconnectReason(String word, String sentence) {
    this.label = word;
    this.message = sentence;
  }
}
