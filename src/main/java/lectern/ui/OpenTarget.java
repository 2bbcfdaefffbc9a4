package lectern.ui;

import lectern.layout.ReadingPosition;

/** Where to begin in a post that is opened. */
public sealed interface OpenTarget {
  /** Where its reader left it, else at the start. */
  record LastPosition() implements OpenTarget {}

  /**
   * @param position as it was left by going back, by a mark or by an edit
   * @param focusIndex the link or fold that was in focus then; -1 for none
   */
  record AtPosition(ReadingPosition position, int focusIndex) implements OpenTarget {}

  /**
   * @param id a heading's, as the link that is followed names it
   */
  record AtFragment(String id) implements OpenTarget {}

  OpenTarget LAST_POSITION = new LastPosition();
}
