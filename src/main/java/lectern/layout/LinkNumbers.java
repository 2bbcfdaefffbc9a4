package lectern.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.text.Anchor;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.UriScheme;

/** Targets of links, numbered where the terminal cannot carry them. */
final class LinkNumbers {
  /** What browsers and terminals take for an address ends here, in UTF-16 units. */
  private static final int MAX_TARGET_LENGTH = 2_048;

  private final boolean enabled;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  LinkNumbers(boolean numbered) {
    this.enabled = numbered;
  }

  /**
   * Whether a reader may follow it: http, https, mailto and relative, of a sane length. Anything
   * else is shown as text.
   */
  static boolean isFollowable(String target) {
    if (target.isEmpty() || target.length() > MAX_TARGET_LENGTH) return false;
    String scheme = UriScheme.of(target);
    return scheme.isEmpty() || UriScheme.isFollowed(scheme);
  }

  /**
   * @return 0 where a number would say nothing: the words are the target, or it is on this page
   */
  int numberOf(String target, String words) {
    if (!enabled
        || target.isEmpty()
        || target.startsWith("#")
        || target.equals(words)
        || target.endsWith(words)
            && (target.equals("mailto:" + words) || target.equals("http://" + words))) return 0;
    Integer known = numbers.putIfAbsent(target, numbers.size() + 1);
    return known == null ? numbers.size() : known;
  }

  /** The mark of a footnote; where links have numbers too, one that is not theirs. */
  String footnoteLabel(int number) {
    return (enabled ? "[^" : "[") + number + "]";
  }

  List<Line> layOut(int width) {
    List<Line> out = new ArrayList<>();
    if (numbers.isEmpty()) return out;
    out.add(Line.EMPTY);
    for (Map.Entry<String, Integer> link : numbers.entrySet()) {
      LineBreaker flow = new LineBreaker();
      flow.append("[" + link.getValue() + "] ", RoleSet.of(Role.TARGET), null);
      flow.appendVerbatim(
          link.getKey(),
          RoleSet.of(Role.TARGET),
          isFollowable(link.getKey()) ? link.getKey() : null);
      out.addAll(flow.breakLines(width, new Anchor.BlockStart(0)));
    }
    return out;
  }
}
