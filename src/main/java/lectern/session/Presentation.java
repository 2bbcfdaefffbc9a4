package lectern.session;

import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Model;
import lectern.ui.Step;
import lectern.ui.linear.LinearInput;
import lectern.ui.linear.LinearView;
import lectern.ui.update.Update;
import lectern.ui.view.View;
import org.jspecify.annotations.Nullable;

/** How the model of a session is driven and shown. */
public enum Presentation {
  /** By keys, on a screen. */
  SCREEN {
    @Override
    Step update(Model model, Event event) {
      return Update.of(model, event);
    }

    @Override
    Frame frame(@Nullable Model before, Model model) {
      return View.of(model);
    }
  },
  /** By lines of words; the folder is not watched: numbers must not change under the reader. */
  LINES {
    @Override
    Model prepare(Model model) {
      return LinearInput.prepare(model);
    }

    @Override
    Step update(Model model, Event event) {
      return LinearInput.of(model, event);
    }

    @Override
    Frame frame(@Nullable Model before, Model model) {
      return LinearView.of(before, model);
    }
  };

  Model prepare(Model model) {
    return model;
  }

  abstract Step update(Model model, Event event);

  /**
   * @param before the model of the last frame, if there was one
   */
  abstract Frame frame(@Nullable Model before, Model model);
}
