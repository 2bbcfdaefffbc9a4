package lectern.ui;

import java.util.ArrayList;
import java.util.List;

/** What an event leads to: the new state, and what should be done. */
public record Next(App app, List<Effect> effects) {
  static Next of(App app) {
    return new Next(app, List.of());
  }

  static Next of(App app, Effect effect) {
    return new Next(app, List.of(effect));
  }

  /** This, and one thing more to be done. */
  Next and(Effect effect) {
    List<Effect> all = new ArrayList<>(effects);
    all.add(effect);
    return new Next(app, List.copyOf(all));
  }
}
