package lectern.layout;

import java.util.List;
import lectern.markdown.Inline;
import lectern.text.Role;
import lectern.text.RoleSet;

/** Inlines to running text. */
final class InlineLayout {
  private InlineLayout() {}

  static void add(LineBreaker flow, List<Inline> content, RoleSet roles, LinkNumbers links) {
    new Appender(flow, links).all(content, roles, null);
  }

  /** The words alone. */
  static String plain(List<Inline> content) {
    StringBuilder out = new StringBuilder();
    for (Inline inline : content) {
      // instanceof, not a pattern switch: its first use costs about two milliseconds in a cold
      // process
      if (inline instanceof Inline.Text(String text)) out.append(text);
      else if (inline instanceof Inline.Code(String text)) out.append(text);
      else if (inline instanceof Inline.Formatted styled) out.append(plain(styled.content()));
      else if (inline instanceof Inline.Link link) out.append(plain(link.content()));
      else if (inline instanceof Inline.Image image) out.append(image.alt());
      else if (inline instanceof Inline.FootnoteReference ref) {
      } else if (inline instanceof Inline.SoftBreak b) out.append(' ');
      else if (inline instanceof Inline.HardBreak b) out.append(' ');
    }
    return out.toString();
  }

  private record Appender(LineBreaker flow, LinkNumbers links) {
    void all(List<Inline> content, RoleSet roles, String href) {
      for (int i = 0; i < content.size(); i++) {
        if (content.get(i) instanceof Inline.SoftBreak)
          flow.softBreak(first(content, i + 1), roles, href);
        else one(content.get(i), roles, href);
      }
    }

    private static int first(List<Inline> content, int i) {
      if (i >= content.size()
          || !(content.get(i) instanceof Inline.Text(String text))
          || text.isEmpty()) return ' ';
      return text.codePointAt(0);
    }

    private void one(Inline inline, RoleSet roles, String href) {
      // instanceof, not a pattern switch: its first use costs about two milliseconds in a cold
      // process
      if (inline instanceof Inline.Text(String text)) flow.add(text, roles, href);
      else if (inline instanceof Inline.Code(String text))
        flow.exact(text, roles.with(Role.CODE), href);
      else if (inline instanceof Inline.Formatted s) styled(s, roles, href);
      else if (inline instanceof Inline.Link link) link(link, roles, href);
      else if (inline instanceof Inline.Image image) image(image, roles, href);
      else if (inline instanceof Inline.FootnoteReference ref)
        flow.add(links.note(ref.number()), roles.with(Role.FOOTNOTE), "#fn-" + ref.label());
      else if (inline instanceof Inline.SoftBreak b) flow.space();
      else if (inline instanceof Inline.HardBreak b) flow.hardBreak();
    }

    private void styled(Inline.Formatted s, RoleSet roles, String href) {
      switch (s.format()) {
        case EMPHASIS -> all(s.content(), roles.with(Role.EMPHASIS), href);
        case STRONG -> all(s.content(), roles.with(Role.STRONG), href);
        case STRIKE -> all(s.content(), roles.with(Role.STRIKE), href);
        case UNDERLINE -> all(s.content(), roles.with(Role.UNDERLINE), href);
        case HIGHLIGHT -> all(s.content(), roles.with(Role.HIGHLIGHT), href);
        case KBD -> all(s.content(), roles.with(Role.KBD), href);
        case SUBSCRIPT -> script('_', s, roles, href);
        case SUPERSCRIPT -> script('^', s, roles, href);
      }
    }

    /** {@code x^2}, {@code x^(n+1)}: a terminal has one size of letters. */
    private void script(char mark, Inline.Formatted s, RoleSet roles, String href) {
      boolean one = plain(s.content()).codePoints().count() <= 1;
      flow.exact(one ? String.valueOf(mark) : mark + "(", roles.with(Role.DECOR), href);
      all(s.content(), roles, href);
      if (!one) flow.exact(")", roles.with(Role.DECOR), href);
    }

    private void link(Inline.Link link, RoleSet roles, String href) {
      if (href != null) {
        all(link.content(), roles, href);
        return;
      }
      String words = plain(link.content());
      if (!LinkNumbers.follows(link.target())) {
        all(link.content(), roles, null);
        if (!words.equals(link.target()) && !link.target().isEmpty())
          flow.add(" (" + link.target() + ")", roles.with(Role.TARGET), null);
        return;
      }
      all(link.content(), roles.with(Role.LINK), link.target());
      if (words.isBlank()) flow.add(link.target(), roles.with(Role.LINK), link.target());
      number(link.target(), words, roles);
    }

    private void image(Inline.Image image, RoleSet roles, String href) {
      String alt = image.alt().isBlank() ? image.title() : image.alt();
      String words = alt.isBlank() ? "[image]" : "[image: " + alt + "]";
      boolean follows = href == null && LinkNumbers.follows(image.target());
      flow.add(words, roles.with(Role.IMAGE), follows ? image.target() : href);
      if (follows) number(image.target(), words, roles);
      else if (href != null) number(image.target(), words, roles);
    }

    private void number(String target, String words, RoleSet roles) {
      int number = links.number(target, words);
      if (number > 0) flow.add(" [" + number + "]", roles.with(Role.TARGET), null);
    }
  }
}
