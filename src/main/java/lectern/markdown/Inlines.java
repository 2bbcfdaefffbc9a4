package lectern.markdown;

import java.util.ArrayList;
import java.util.List;

/** What is done to lists of inlines while they are built. */
final class Inlines {
  private Inlines() {}

  /** Makes the next inline start on a new line. */
  static void startNewLine(List<Inline> content) {
    while (!content.isEmpty()
        && content.getLast() instanceof Inline.Text(String last)
        && last.isBlank()) content.removeLast();
    if (content.isEmpty() || content.getLast() instanceof Inline.HardBreak) return;
    content.add(new Inline.HardBreak());
  }

  /** Whether only white space would be shown. */
  static boolean isBlank(List<Inline> content) {
    for (Inline inline : content) {
      if (inline instanceof Inline.SoftBreak || inline instanceof Inline.HardBreak) continue;
      if (!(inline instanceof Inline.Text(String text)) || !isBlank(text)) return false;
    }
    return true;
  }

  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++)
      if (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '\u00a0') return false;
    return true;
  }

  /** Joins neighbouring texts, so that wrapping and repairing see whole words; linear. */
  static List<Inline> mergeTexts(List<Inline> content) {
    List<Inline> out = new ArrayList<>(content.size());
    for (int i = 0; i < content.size(); ) {
      int end = i + 1;
      if (content.get(i) instanceof Inline.Text) {
        while (end < content.size() && content.get(end) instanceof Inline.Text) end++;
      }
      out.add(
          end - i == 1
              ? content.get(i)
              : new Inline.Text(Inline.plainText(content.subList(i, end))));
      i = end;
    }
    return out;
  }

  /** Without breaks and white space at the end. */
  static List<Inline> trim(List<Inline> inlines) {
    List<Inline> out = mergeTexts(inlines);
    while (!out.isEmpty()
        && (out.getLast() instanceof Inline.HardBreak
            || out.getLast() instanceof Inline.Text(String blank) && blank.isBlank()))
      out.removeLast();
    if (!out.isEmpty() && out.getLast() instanceof Inline.Text(String last))
      out.set(out.size() - 1, new Inline.Text(last.stripTrailing()));
    return out;
  }
}
