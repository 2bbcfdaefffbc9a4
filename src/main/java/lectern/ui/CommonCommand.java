package lectern.ui;

import java.util.List;

/** Keys that mean the same on every screen. */
public enum CommonCommand implements Command {
  CLOSE("quit", "one level back; from the list, leave", "back", "q"),
  QUIT("leave", "leave", "leave", "Q", "C-c"),
  BACK("back", "back", "back", "Esc", "Left", "Backspace", "h"),
  HELP("help", "this help", "help", "?", "F1"),
  THEME("theme", "choose a theme, with a preview", "theme", "T"),
  EDIT("edit", "edit the post in $VISUAL or $EDITOR, at the line in view", "edit", "e"),
  REDRAW("redraw", "draw the screen again", "redraw", "C-l"),
  SUSPEND("suspend", "suspend", "suspend", "C-z");

  private final Description description;

  CommonCommand(String configName, String title, String hint, String... keys) {
    description = new Description(configName, title, hint, List.of(keys));
  }

  @Override
  public KeyContext context() {
    return KeyContext.COMMON;
  }

  @Override
  public Description description() {
    return description;
  }
}
