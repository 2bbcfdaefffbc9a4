package lectern.ui;

import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Sanitizer;

/**
 * One line of text being typed.
 *
 * @param cursor index into the text, in UTF-16 units, between two grapheme clusters
 * @param historyIndex how far back in the history the text was taken from; 0: typed
 * @param draft what was typed before the history was looked through
 */
public record Prompt(String text, int cursor, int historyIndex, String draft) {
  public static final Prompt EMPTY = Prompt.of("");
  private static final int MAX_LENGTH = 1000;

  public static Prompt of(String text) {
    return new Prompt(text, text.length(), 0, text);
  }

  /**
   * The prompt after a key.
   *
   * @param history the newest last
   * @return the same object when the key means nothing here
   */
  public Prompt handleKey(Key key, List<String> history) {
    String typed = key.typedText();
    if (!typed.isEmpty()) return insert(typed);
    return switch (key.name()) {
      case "Backspace", "C-h" -> erase(previousBoundary(cursor), cursor);
      case "Delete" -> erase(cursor, DisplayWidth.nextGrapheme(text, cursor));
      case "C-w" -> erase(previousWordStart(), cursor);
      case "C-u" -> erase(0, cursor);
      case "C-k" -> erase(cursor, text.length());
      case "Left", "C-b" -> moveCursor(previousBoundary(cursor));
      case "Right", "C-f" -> moveCursor(DisplayWidth.nextGrapheme(text, cursor));
      case "Home", "C-a" -> moveCursor(0);
      case "End", "C-e" -> moveCursor(text.length());
      case "Up", "C-p" -> recallHistory(historyIndex + 1, history);
      case "Down", "C-n" -> recallHistory(historyIndex - 1, history);
      default -> this;
    };
  }

  /** With text inserted at the cursor; line ends become spaces, control characters are dropped. */
  public Prompt insert(String more) {
    String clean = Sanitizer.sanitize(more);
    if (clean.isEmpty() || text.length() >= MAX_LENGTH) return this;
    if (clean.length() > MAX_LENGTH)
      clean =
          clean.substring(0, DisplayWidth.indexAtWidth(clean.substring(0, MAX_LENGTH), MAX_LENGTH));
    String all = text.substring(0, cursor) + clean + text.substring(cursor);
    return new Prompt(all, cursor + clean.length(), 0, all);
  }

  private Prompt erase(int from, int to) {
    if (from >= to) return this;
    String all = text.substring(0, from) + text.substring(to);
    return new Prompt(all, from, 0, all);
  }

  private Prompt moveCursor(int index) {
    return index == cursor ? this : new Prompt(text, index, historyIndex, draft);
  }

  private Prompt recallHistory(int back, List<String> history) {
    if (back < 0 || back > history.size()) return this;
    String past = back == 0 ? draft : history.get(history.size() - back);
    return new Prompt(past, past.length(), back, draft);
  }

  private int previousBoundary(int index) {
    int start = 0;
    for (int i = 0; i < index; i = DisplayWidth.nextGrapheme(text, i)) start = i;
    return start;
  }

  private int previousWordStart() {
    int i = cursor;
    while (i > 0 && text.charAt(i - 1) == ' ') i--;
    while (i > 0 && text.charAt(i - 1) != ' ') i--;
    return i;
  }
}
