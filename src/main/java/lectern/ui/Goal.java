package lectern.ui;

import lectern.layout.ReadingPosition;

/** Where to begin in a post that is opened. */
public sealed interface Goal {
  /** Where its reader left it, else at the start. */
  record Kept() implements Goal {}

  /**
   * @param place as it was left by going back, by a mark or by an edit
   * @param focus the link or fold that was in focus then; -1 for none
   */
  record At(ReadingPosition place, int focus) implements Goal {}

  /**
   * @param id a heading's, as the link that is followed names it
   */
  record Fragment(String id) implements Goal {}

  Goal KEPT = new Kept();
}
