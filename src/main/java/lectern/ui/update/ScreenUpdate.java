package lectern.ui.update;

import lectern.ui.Command;
import lectern.ui.Key;
import lectern.ui.Model;
import lectern.ui.Movement;
import lectern.ui.Step;

/** What the events of one screen lead to. Methods that may answer null say so. */
public interface ScreenUpdate {
  /**
   * @param count the number typed before the key; -1 for none
   */
  Step move(Movement movement, int count);

  /**
   * Runs a command of this screen.
   *
   * @param command of the screen's own enum
   * @param count the number typed before the key; -1 for none
   */
  Step run(Command command, int count);

  /** One thing back: what Esc does. */
  Step back();

  /** One level back: what q does. */
  default Step close() {
    return back();
  }

  /**
   * A key where text is typed.
   *
   * @return null where no text is typed, or the key is a command there
   */
  default Step type(Key key) {
    return null;
  }

  /**
   * @param text not empty
   */
  Step paste(String text);

  /**
   * A click on a row, or its number in the linear mode.
   *
   * @param index of what can be chosen on the screen, from 0
   * @return null when there is nothing of that index
   */
  Step activate(int index);

  /**
   * A click on a cell of the screen, from 0.
   *
   * @return null where nothing can be clicked
   */
  Step click(int row, int column);

  /** Steps that one notch of the wheel moves. */
  default int wheelSteps() {
    return 1;
  }

  /** The model with selection and scroll offsets within bounds; called after every event. */
  Model settle();
}
