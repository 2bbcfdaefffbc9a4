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

/**
 * Numbers given in the order of the document: to code blocks, to {@code details}, and to link
 * targets where the terminal has no OSC 8.
 */
final class Numbering {
  private final boolean numbersLinks;
  private final boolean unicode;
  private final Map<String, Integer> linkNumbers = new LinkedHashMap<>();
  private int codeBlocks;
  private int details;

  /**
   * @param unicode whether the terminal shows more than ASCII
   */
  Numbering(boolean numbersLinks, boolean unicode) {
    this.numbersLinks = numbersLinks;
    this.unicode = unicode;
  }

  boolean unicode() {
    return unicode;
  }

  int nextCodeBlock() {
    return ++codeBlocks;
  }

  int nextDetails() {
    return ++details;
  }

  /**
   * The number of a link's target.
   *
   * @return 0 where a number would say nothing: the text is the target, or it is on this page
   */
  int numberOf(String target, String text) {
    if (!numbersLinks
        || target.isEmpty()
        || target.startsWith("#")
        || target.equals(text)
        || target.equals("mailto:" + text)
        || target.equals("http://" + text)) return 0;
    Integer known = linkNumbers.putIfAbsent(target, linkNumbers.size() + 1);
    return known == null ? linkNumbers.size() : known;
  }

  /** The label of a footnote, which differs from a link's where links are numbered. */
  String footnoteLabel(int number) {
    return (numbersLinks ? "[^" : "[") + number + "]";
  }

  /** The numbered targets, for the end of the page. */
  List<Line> layOutTargets(int width) {
    List<Line> out = new ArrayList<>();
    if (linkNumbers.isEmpty()) return out;
    out.add(Line.EMPTY);
    for (Map.Entry<String, Integer> link : linkNumbers.entrySet()) {
      String target = link.getKey();
      LineBreaker text = new LineBreaker();
      text.append("[" + link.getValue() + "] ", RoleSet.of(Role.TARGET), null);
      text.appendVerbatim(
          target, RoleSet.of(Role.TARGET), UriScheme.isFollowable(target) ? target : null);
      out.addAll(text.breakLines(width, new Anchor.BlockStart(0)));
    }
    return out;
  }
}
