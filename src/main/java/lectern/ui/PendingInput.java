package lectern.ui;

/** Keys pressed so far of a command that takes several. */
public sealed interface PendingInput {
  PendingInput NONE = new KeySequence("");

  /**
   * @param keys with a space between; empty for none
   */
  record KeySequence(String keys) implements PendingInput {}

  /** The letter of a mark is awaited. */
  enum MarkLetter implements PendingInput {
    SET,
    JUMP
  }

  /** The keys of a sequence; empty for none. */
  default String keys() {
    return this instanceof KeySequence sequence ? sequence.keys : "";
  }
}
