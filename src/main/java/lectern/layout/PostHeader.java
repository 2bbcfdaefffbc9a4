package lectern.layout;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;

/**
 * The header of a post: its title, facts and tags, its description, a rule. Empty parts are left
 * out.
 *
 * @param facts date, reading time, authors: one line, joined by the layout
 * @param diagnostics what is wrong with the post, a sentence each
 */
public record PostHeader(
    String title,
    String description,
    List<String> facts,
    List<String> tags,
    List<String> diagnostics) {
  public static final PostHeader NONE = new PostHeader("", "", List.of(), List.of(), List.of());

  /** The rows; none where all parts are empty. */
  List<Line> layOut(int width, Glyphs glyphs) {
    List<Line> out = new ArrayList<>();
    addText(title, Role.TITLE, width, out);
    LineBreaker text = factsAndTags(" " + glyphs.separator() + " ");
    if (!text.isEmpty()) out.addAll(text.breakLines(width));
    addText(description, Role.DESCRIPTION, width, out);
    for (String problem : diagnostics)
      addText(glyphs.warning() + " " + problem, Role.PROBLEM, width, out);
    if (!out.isEmpty()) out.add(glyphs.horizontalRule(width));
    return out;
  }

  private LineBreaker factsAndTags(String separator) {
    LineBreaker text = new LineBreaker();
    for (String fact : facts) {
      if (!text.isEmpty()) text.append(separator, RoleSet.of(Role.META), null);
      text.append(fact, RoleSet.of(Role.META), null);
    }
    for (int i = 0; i < tags.size(); i++) {
      if (!text.isEmpty()) text.append(i == 0 ? separator : " ", RoleSet.of(Role.META), null);
      text.append("#" + tags.get(i), RoleSet.of(Role.TAG), null);
    }
    return text;
  }

  private static void addText(String text, Role role, int width, List<Line> out) {
    if (!text.isBlank()) out.addAll(LineBreaker.wrap(text, RoleSet.of(role), width));
  }
}
