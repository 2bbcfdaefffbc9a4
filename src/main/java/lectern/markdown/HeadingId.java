package lectern.markdown;

import java.util.ArrayList;
import java.util.List;

/** Ids that authors give to headings, as Hugo, Zola, kramdown and Pandoc do: {@code {#id}}. */
final class HeadingId {
  private HeadingId() {}

  /**
   * @return empty for none
   */
  static String parse(List<Inline> content) {
    if (content.isEmpty() || !(content.getLast() instanceof Inline.Text(String text))) return "";
    int opens = text.lastIndexOf("{#");
    String end = text.stripTrailing();
    if (opens < 0 || !end.endsWith("}") || opens > 0 && text.charAt(opens - 1) != ' ') return "";
    String inner = end.substring(opens + 2, end.length() - 1);
    int to = 0;
    while (to < inner.length()
        && (Character.isLetterOrDigit(inner.charAt(to)) || "-_.:".indexOf(inner.charAt(to)) >= 0))
      to++;
    boolean more = to < inner.length() && (inner.charAt(to) != ' ' || inner.indexOf('{') >= 0);
    return more ? "" : inner.substring(0, to);
  }

  static List<Inline> removeFrom(List<Inline> content) {
    List<Inline> out = new ArrayList<>(content);
    if (out.removeLast() instanceof Inline.Text(String text)) {
      String words = text.substring(0, text.lastIndexOf("{#")).stripTrailing();
      if (!words.isEmpty()) out.add(new Inline.Text(words));
    }
    return out;
  }
}
