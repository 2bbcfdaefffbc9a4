package lectern.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.text.Anchor;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;

/** Targets of links, numbered where the terminal cannot carry them. */
final class LinkNumbers {
  /** What browsers and terminals take for an address ends here, in UTF-16 units. */
  private static final int LONGEST = 2_048;

  private final boolean numbered;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  LinkNumbers(boolean numbered) {
    this.numbered = numbered;
  }

  /**
   * Whether a reader may follow it: http, https, mailto and relative, of a sane length. Anything
   * else is shown as text.
   */
  static boolean follows(String target) {
    if (target.isEmpty() || target.length() > LONGEST) return false;
    int colon = target.indexOf(':');
    int slash = target.indexOf('/');
    if (colon < 0
        || slash >= 0 && slash < colon
        || target.startsWith("#")
        || target.startsWith("?")) return true;
    String scheme = target.substring(0, colon).toLowerCase(Locale.ROOT);
    return scheme.equals("http") || scheme.equals("https") || scheme.equals("mailto");
  }

  /**
   * @return 0 where a number would say nothing: the words are the target, or it is on this page
   */
  int number(String target, String words) {
    if (!numbered
        || target.isEmpty()
        || target.startsWith("#")
        || target.equals(words)
        || target.endsWith(words)
            && (target.equals("mailto:" + words) || target.equals("http://" + words))) return 0;
    Integer known = numbers.putIfAbsent(target, numbers.size() + 1);
    return known == null ? numbers.size() : known;
  }

  /** The mark of a footnote; where links have numbers too, one that is not theirs. */
  String note(int number) {
    return (numbered ? "[^" : "[") + number + "]";
  }

  List<Line> rows(int width) {
    List<Line> out = new ArrayList<>();
    if (numbers.isEmpty()) return out;
    out.add(Line.EMPTY);
    for (Map.Entry<String, Integer> link : numbers.entrySet()) {
      LineBreaker flow = new LineBreaker();
      flow.add("[" + link.getValue() + "] ", RoleSet.of(Role.TARGET), null);
      flow.exact(
          link.getKey(), RoleSet.of(Role.TARGET), follows(link.getKey()) ? link.getKey() : null);
      out.addAll(flow.rows(width, new Anchor.BlockStart(0)));
    }
    return out;
  }
}
