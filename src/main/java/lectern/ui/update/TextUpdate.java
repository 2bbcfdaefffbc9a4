package lectern.ui.update;

import java.util.function.IntFunction;
import lectern.ui.Command;
import lectern.ui.Model;
import lectern.ui.Movement;
import lectern.ui.Screen;
import lectern.ui.Step;
import org.jspecify.annotations.Nullable;

/**
 * Text that is only scrolled: the help, and text to be selected by hand.
 *
 * @param top the first row in view
 * @param rows how many there are
 * @param withTop the screen with another first row
 */
record TextUpdate(Model model, int top, int rows, IntFunction<Screen> withTop)
    implements ScreenUpdate {
  @Override
  public Step move(Movement movement, int count) {
    int to = movement.targetIndex(top, 1, model.metrics().listRows(), rows);
    return Step.of(model.withScreen(withTop.apply(to)));
  }

  @Override
  public Step run(Command command, int count) {
    throw new IllegalArgumentException(command + " is no command of text");
  }

  @Override
  public Step back() {
    return Step.of(model.pop());
  }

  @Override
  public Step edit() {
    return Step.of(model);
  }

  @Override
  public Step paste(String text) {
    return Step.of(model);
  }

  @Override
  public Step activate(int index) {
    return back();
  }

  @Override
  public @Nullable Step click(int row, int column) {
    return null;
  }

  @Override
  public Model settle() {
    int last = Math.max(0, rows - model.metrics().listRows());
    return model.withScreen(withTop.apply(Math.clamp(top, 0, last)));
  }
}
