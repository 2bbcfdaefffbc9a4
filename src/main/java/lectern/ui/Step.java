package lectern.ui;

import java.util.ArrayList;
import java.util.List;

/** What an event leads to: the new state, and what should be done. */
public record Step(Model model, List<Effect> effects) {
  public static Step of(Model app) {
    return new Step(app, List.of());
  }

  public static Step of(Model app, Effect effect) {
    return new Step(app, List.of(effect));
  }

  /** This, and one thing more to be done. */
  public Step withEffect(Effect effect) {
    List<Effect> all = new ArrayList<>(effects);
    all.add(effect);
    return new Step(model, List.copyOf(all));
  }
}
