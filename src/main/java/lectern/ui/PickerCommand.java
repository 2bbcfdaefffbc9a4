package lectern.ui;

import java.util.List;

/** Keys of the lists to choose from: outline, themes, code blocks. */
public enum PickerCommand implements Command {
  SELECT("choose", "choose", "choose", "Enter");

  private final Description description;

  PickerCommand(String configName, String title, String hint, String... keys) {
    description = new Description(configName, title, hint, List.of(keys));
  }

  @Override
  public KeyContext context() {
    return KeyContext.PICKER;
  }

  @Override
  public Description description() {
    return description;
  }
}
