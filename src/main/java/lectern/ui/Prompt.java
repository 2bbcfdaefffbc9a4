package lectern.ui;

import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Sanitizer;

/**
 * One line of text being typed.
 *
 * @param cursor index into the text, in UTF-16 units, between two grapheme clusters
 * @param recall how far back in the history the text was taken from; 0: typed
 * @param draft what was typed before the history was looked through
 */
record Prompt(String text, int cursor, int recall, String draft) {
  static final Prompt EMPTY = Prompt.of("");
  private static final int LONGEST = 1000;

  static Prompt of(String text) {
    return new Prompt(text, text.length(), 0, text);
  }

  /**
   * The prompt after a key; the same object when the key means nothing here. @param history the
   * newest last
   */
  Prompt after(Key key, List<String> history) {
    String typed = key.typed();
    if (!typed.isEmpty()) return insert(typed);
    return switch (key.name()) {
      case "Backspace", "C-h" -> erase(before(cursor), cursor);
      case "Delete" -> erase(cursor, DisplayWidth.nextGrapheme(text, cursor));
      case "C-w" -> erase(wordBefore(), cursor);
      case "C-u" -> erase(0, cursor);
      case "C-k" -> erase(cursor, text.length());
      case "Left", "C-b" -> at(before(cursor));
      case "Right", "C-f" -> at(DisplayWidth.nextGrapheme(text, cursor));
      case "Home", "C-a" -> at(0);
      case "End", "C-e" -> at(text.length());
      case "Up", "C-p" -> recalled(recall + 1, history);
      case "Down", "C-n" -> recalled(recall - 1, history);
      default -> this;
    };
  }

  /** With text put in at the cursor; line ends become spaces, what a terminal could obey goes. */
  Prompt insert(String more) {
    String clean = Sanitizer.sanitize(more);
    if (clean.isEmpty() || text.length() >= LONGEST) return this;
    if (clean.length() > LONGEST)
      clean = clean.substring(0, DisplayWidth.indexAtWidth(clean.substring(0, LONGEST), LONGEST));
    String all = text.substring(0, cursor) + clean + text.substring(cursor);
    return new Prompt(all, cursor + clean.length(), 0, all);
  }

  private Prompt erase(int from, int to) {
    if (from >= to) return this;
    String all = text.substring(0, from) + text.substring(to);
    return new Prompt(all, from, 0, all);
  }

  private Prompt at(int index) {
    return index == cursor ? this : new Prompt(text, index, recall, draft);
  }

  private Prompt recalled(int back, List<String> history) {
    if (back < 0 || back > history.size()) return this;
    String past = back == 0 ? draft : history.get(history.size() - back);
    return new Prompt(past, past.length(), back, draft);
  }

  private int before(int index) {
    int start = 0;
    for (int i = 0; i < index; i = DisplayWidth.nextGrapheme(text, i)) start = i;
    return start;
  }

  private int wordBefore() {
    int i = cursor;
    while (i > 0 && text.charAt(i - 1) == ' ') i--;
    while (i > 0 && text.charAt(i - 1) != ' ') i--;
    return i;
  }
}
