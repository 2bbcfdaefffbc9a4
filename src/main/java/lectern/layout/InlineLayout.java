package lectern.layout;

import java.util.List;
import lectern.markdown.Inline;
import lectern.text.Role;
import lectern.text.RoleSet;

/** Inlines to running text. */
final class InlineLayout {
  private InlineLayout() {}

  static void append(LineBreaker flow, List<Inline> content, RoleSet roles, LinkNumbers links) {
    new Appender(flow, links).appendAll(content, roles, null);
  }

  /** The words alone. */
  static String plainText(List<Inline> content) {
    StringBuilder out = new StringBuilder();
    for (Inline inline : content) {
      // instanceof, not a pattern switch: its first use costs about two milliseconds in a cold
      // process
      if (inline instanceof Inline.Text(String text)) out.append(text);
      else if (inline instanceof Inline.Code(String text)) out.append(text);
      else if (inline instanceof Inline.Formatted styled) out.append(plainText(styled.content()));
      else if (inline instanceof Inline.Link link) out.append(plainText(link.content()));
      else if (inline instanceof Inline.Image image) out.append(image.alt());
      else if (inline instanceof Inline.FootnoteReference ref) {
      } else if (inline instanceof Inline.SoftBreak b) out.append(' ');
      else if (inline instanceof Inline.HardBreak b) out.append(' ');
    }
    return out.toString();
  }

  private record Appender(LineBreaker lineBreaker, LinkNumbers linkNumbers) {
    void appendAll(List<Inline> content, RoleSet roles, String href) {
      for (int i = 0; i < content.size(); i++) {
        if (content.get(i) instanceof Inline.SoftBreak)
          lineBreaker.appendSoftBreak(firstCodePoint(content, i + 1), roles, href);
        else appendInline(content.get(i), roles, href);
      }
    }

    private static int firstCodePoint(List<Inline> content, int i) {
      if (i >= content.size()
          || !(content.get(i) instanceof Inline.Text(String text))
          || text.isEmpty()) return ' ';
      return text.codePointAt(0);
    }

    private void appendInline(Inline inline, RoleSet roles, String href) {
      // instanceof, not a pattern switch: its first use costs about two milliseconds in a cold
      // process
      if (inline instanceof Inline.Text(String text)) lineBreaker.append(text, roles, href);
      else if (inline instanceof Inline.Code(String text))
        lineBreaker.appendVerbatim(text, roles.with(Role.CODE), href);
      else if (inline instanceof Inline.Formatted s) appendFormatted(s, roles, href);
      else if (inline instanceof Inline.Link link) appendLink(link, roles, href);
      else if (inline instanceof Inline.Image image) appendImage(image, roles, href);
      else if (inline instanceof Inline.FootnoteReference ref)
        lineBreaker.append(
            linkNumbers.footnoteLabel(ref.number()),
            roles.with(Role.FOOTNOTE),
            "#fn-" + ref.label());
      else if (inline instanceof Inline.SoftBreak b) lineBreaker.appendSpace();
      else if (inline instanceof Inline.HardBreak b) lineBreaker.appendHardBreak();
    }

    private void appendFormatted(Inline.Formatted s, RoleSet roles, String href) {
      switch (s.format()) {
        case EMPHASIS -> appendAll(s.content(), roles.with(Role.EMPHASIS), href);
        case STRONG -> appendAll(s.content(), roles.with(Role.STRONG), href);
        case STRIKE -> appendAll(s.content(), roles.with(Role.STRIKE), href);
        case UNDERLINE -> appendAll(s.content(), roles.with(Role.UNDERLINE), href);
        case HIGHLIGHT -> appendAll(s.content(), roles.with(Role.HIGHLIGHT), href);
        case KBD -> appendAll(s.content(), roles.with(Role.KBD), href);
        case SUBSCRIPT -> appendScript('_', s, roles, href);
        case SUPERSCRIPT -> appendScript('^', s, roles, href);
      }
    }

    /** {@code x^2}, {@code x^(n+1)}: a terminal has one size of letters. */
    private void appendScript(char mark, Inline.Formatted s, RoleSet roles, String href) {
      boolean one = plainText(s.content()).codePoints().count() <= 1;
      lineBreaker.appendVerbatim(
          one ? String.valueOf(mark) : mark + "(", roles.with(Role.DECOR), href);
      appendAll(s.content(), roles, href);
      if (!one) lineBreaker.appendVerbatim(")", roles.with(Role.DECOR), href);
    }

    private void appendLink(Inline.Link link, RoleSet roles, String href) {
      if (href != null) {
        appendAll(link.content(), roles, href);
        return;
      }
      String words = plainText(link.content());
      if (!LinkNumbers.isFollowable(link.target())) {
        appendAll(link.content(), roles, null);
        if (!words.equals(link.target()) && !link.target().isEmpty())
          lineBreaker.append(" (" + link.target() + ")", roles.with(Role.TARGET), null);
        return;
      }
      appendAll(link.content(), roles.with(Role.LINK), link.target());
      if (words.isBlank()) lineBreaker.append(link.target(), roles.with(Role.LINK), link.target());
      appendLinkNumber(link.target(), words, roles);
    }

    private void appendImage(Inline.Image image, RoleSet roles, String href) {
      String alt = image.alt().isBlank() ? image.title() : image.alt();
      String words = alt.isBlank() ? "[image]" : "[image: " + alt + "]";
      boolean follows = href == null && LinkNumbers.isFollowable(image.target());
      lineBreaker.append(words, roles.with(Role.IMAGE), follows ? image.target() : href);
      if (follows) appendLinkNumber(image.target(), words, roles);
      else if (href != null) appendLinkNumber(image.target(), words, roles);
    }

    private void appendLinkNumber(String target, String words, RoleSet roles) {
      int number = linkNumbers.numberOf(target, words);
      if (number > 0) lineBreaker.append(" [" + number + "]", roles.with(Role.TARGET), null);
    }
  }
}
