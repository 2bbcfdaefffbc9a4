package lectern.ssh;

/** Why a visit was ended by the server: a word for the counter, a sentence for the visitor. */
enum DisconnectReason {
  IDLE("idle", "nothing was typed for a while; come again, your place is kept if you have a key"),
  TIME("time", "this was a long visit; come again"),
  PASTE("paste", "too much was pasted at once"),
  STALLED("stalled", "what was sent was not taken"),
  DRAINING("draining", RejectReason.DRAINING.sentence);

  final String word;
  final String sentence;

  DisconnectReason(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }
}
