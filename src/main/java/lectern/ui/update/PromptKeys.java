package lectern.ui.update;

import lectern.ui.Key;
import lectern.ui.Prompt;

/** Keys where text is typed. */
final class PromptKeys {
  private PromptKeys() {}

  /** Whether a key is a command also while a filter or a search is typed. */
  static boolean isCommand(Key key) {
    return switch (key.name()) {
      case "C-c", "C-l", "C-z", "F1" -> true;
      default -> false;
    };
  }

  /** Whether a key edits the text that filters a list; while it is empty, only letters do. */
  static boolean narrows(Key key, Prompt prompt) {
    if (!key.typedText().isEmpty()) return true;
    if (prompt.text().isEmpty()) return false;
    return switch (key.name()) {
      case "Backspace", "Delete", "Left", "Right", "C-w", "C-u", "C-k", "C-a", "C-e", "C-h" -> true;
      default -> false;
    };
  }
}
