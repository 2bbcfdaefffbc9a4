package lectern.layout;

import java.util.ArrayList;
import java.util.List;
import lectern.markdown.Block;
import lectern.text.Anchor;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;

/** The card over a post: its title, the facts and tags, its description, a rule. */
final class PostHeaderLayout {
  private final Glyphs glyphs;

  PostHeaderLayout(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  List<Line> layOut(Block.PostHeader card, int width) {
    List<Line> out = new ArrayList<>();
    addText(card.title(), Role.TITLE, width, out);
    LineBreaker facts = new LineBreaker();
    for (int i = 0; i < card.facts().size(); i++) {
      if (i > 0) facts.append(" " + glyphs.separator() + " ", RoleSet.of(Role.META), null);
      facts.append(card.facts().get(i), RoleSet.of(Role.META), null);
    }
    for (int i = 0; i < card.tags().size(); i++) {
      if (!facts.isEmpty())
        facts.append(i == 0 ? " " + glyphs.separator() + " " : " ", RoleSet.of(Role.META), null);
      facts.append("#" + card.tags().get(i), RoleSet.of(Role.TAG), null);
    }
    if (!facts.isEmpty()) out.addAll(facts.breakLines(width, Anchor.NONE));
    addText(card.description(), Role.DESCRIPTION, width, out);
    for (String problem : card.diagnostics())
      addText(glyphs.warning() + " " + problem, Role.PROBLEM, width, out);
    if (!out.isEmpty())
      out.add(Line.of(Span.of(glyphs.rule().repeat(Math.min(width, 80)), Role.DECOR)));
    return out;
  }

  private static void addText(String text, Role role, int width, List<Line> out) {
    if (text.isBlank()) return;
    LineBreaker flow = new LineBreaker();
    flow.append(text, RoleSet.of(role), null);
    out.addAll(flow.breakLines(width, Anchor.NONE));
  }
}
