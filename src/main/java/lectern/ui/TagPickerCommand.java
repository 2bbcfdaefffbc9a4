package lectern.ui;

import java.util.List;

/** Keys of the tag picker. */
public enum TagPickerCommand implements Command {
  CYCLE_TAG("turn-tag", "with the tag, without it, either", "with/without", "Space"),
  APPLY_TAGS("apply-tags", "apply", "apply", "Enter"),
  CLEAR_TAGS("clear-tags", "clear (x while nothing is typed)", "clear", "x", "Delete");

  private final Description description;

  TagPickerCommand(String configName, String title, String hint, String... keys) {
    description = new Description(configName, title, hint, List.of(keys));
  }

  @Override
  public KeyContext context() {
    return KeyContext.TAG_PICKER;
  }

  @Override
  public Description description() {
    return description;
  }
}
