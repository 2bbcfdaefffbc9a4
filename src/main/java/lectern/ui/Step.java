package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an event leads to: the new state, and the effects to run. */
public record Step(Model model, List<Effect> effects) {
  public static Step of(Model model) {
    return new Step(model, List.of());
  }

  public static Step of(Model model, Effect effect) {
    return new Step(model, List.of(effect));
  }

  public Step map(UnaryOperator<Model> change) {
    return new Step(change.apply(model), effects);
  }

  /** With one more effect, run after the others. */
  public Step withEffect(Effect effect) {
    List<Effect> all = new ArrayList<>(effects);
    all.add(effect);
    return new Step(model, List.copyOf(all));
  }
}
