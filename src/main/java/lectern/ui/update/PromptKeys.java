package lectern.ui.update;

import java.util.List;
import lectern.ui.Command;
import lectern.ui.CommonCommand;
import lectern.ui.Key;
import lectern.ui.Model;
import lectern.ui.Prompt;

/** Keys where text is typed. */
final class PromptKeys {
  private PromptKeys() {}

  /** Whether a key is a command also while a filter or a search is typed. */
  static boolean isCommand(Model model, Key key) {
    if (!key.typedText().isEmpty()) return false;
    Command command = model.keymap().lookUp(model.screen().keyContext(), key.name()).command();
    return command == CommonCommand.QUIT
        || command == CommonCommand.HELP
        || command == CommonCommand.REDRAW
        || command == CommonCommand.SUSPEND;
  }

  /** Whether a key cancels what is typed: Esc, and the key that a prompt shows for it. */
  static boolean cancels(Model model, Key key) {
    if (key.name().equals("Esc")) return true;
    List<String> back = model.keymap().keysOf(CommonCommand.BACK);
    return !back.isEmpty()
        && back.getFirst().equals(key.name())
        && key.typedText().isEmpty()
        && !edits(key);
  }

  /** Whether a key edits the text that filters a list; while it is empty, only letters do. */
  static boolean narrows(Key key, Prompt prompt) {
    if (!key.typedText().isEmpty()) return true;
    return !prompt.text().isEmpty() && edits(key);
  }

  private static boolean edits(Key key) {
    return switch (key.name()) {
      case "Backspace", "Delete", "Left", "Right", "C-w", "C-u", "C-k", "C-a", "C-e", "C-h" -> true;
      default -> false;
    };
  }
}
