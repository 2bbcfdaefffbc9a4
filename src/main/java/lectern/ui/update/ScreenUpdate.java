package lectern.ui.update;

import lectern.ui.Command;
import lectern.ui.Key;
import lectern.ui.Model;
import lectern.ui.Movement;
import lectern.ui.Step;
import org.jspecify.annotations.Nullable;

/** What the events of one screen lead to. */
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

  /** Handles Esc. */
  Step back();

  /** Handles q. */
  default Step close() {
    return back();
  }

  /** Opens the editor on the post of the screen; does nothing without one. */
  Step edit();

  /** A key where text is typed, unless it is a command there. */
  default @Nullable Step type(Key key) {
    return null;
  }

  /**
   * @param text not empty
   */
  Step paste(String text);

  /**
   * A click on a row, or its number in the linear mode.
   *
   * @param index of what can be chosen on the screen, if there are so many, from 0
   */
  @Nullable Step activate(int index);

  /** A click on a cell of the screen, from 0, if anything can be clicked there. */
  @Nullable Step click(int row, int column);

  /** Steps that one notch of the wheel moves. */
  default int wheelSteps() {
    return 1;
  }

  /** The model with selection and scroll offsets within bounds; called after every event. */
  Model settle();
}
