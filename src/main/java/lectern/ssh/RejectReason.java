package lectern.ssh;

/** Why somebody is not let in: a word for the counter, a sentence for them. */
enum RejectReason {
  FULL("full", "full, come again in a while"),
  ADDRESS("address", "full, come again: your address has as many readers here as one may have"),
  SESSIONS("sessions", "full, come again: your address has too many connections open"),
  DRAINING("draining", "the server is stopping; come again in a moment"),
  RATE("rate", "too many connections in this minute; come again in the next"),
  CHANNELS("channels", "this connection has as many screens and commands as one may have"),
  SUBSYSTEM(
      "subsystem",
      "lectern: no files are carried here; reading is possible: list, tags, show, help"),
  NOTHING_ASKED("nothing", "nothing was asked for; come again");

  final String word;
  final String sentence;

  RejectReason(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }
}
