package lectern.layout;

import java.util.List;
import lectern.markdown.Inline;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.UriScheme;
import org.jspecify.annotations.Nullable;

/** Turns inlines into text to be wrapped, with the roles and the link target around them. */
final class InlineLayout implements Inline.Visitor<LineBreaker> {
  private final LineBreaker text;
  private final Numbering numbering;
  private final RoleSet roles;
  private final @Nullable String href;

  /** The first code point after the inline that is visited; a space where that is no text. */
  private int next = ' ';

  private InlineLayout(
      LineBreaker text, Numbering numbering, RoleSet roles, @Nullable String href) {
    this.text = text;
    this.numbering = numbering;
    this.roles = roles;
    this.href = href;
  }

  static LineBreaker layOut(List<Inline> content, RoleSet roles, Numbering numbering) {
    return append(content, new LineBreaker(), roles, numbering);
  }

  static LineBreaker append(
      List<Inline> content, LineBreaker text, RoleSet roles, Numbering numbering) {
    return new InlineLayout(text, numbering, roles, null).appendAll(content);
  }

  private LineBreaker appendAll(List<Inline> content) {
    for (int i = 0; i < content.size(); i++) {
      next = Inline.firstCodePoint(content, i + 1);
      content.get(i).accept(this);
    }
    return text;
  }

  private LineBreaker appendAll(List<Inline> content, Role role) {
    return new InlineLayout(text, numbering, roles.with(role), href).appendAll(content);
  }

  @Override
  public LineBreaker visit(Inline.Text inline) {
    return text.append(inline.text(), roles, href);
  }

  @Override
  public LineBreaker visit(Inline.Code code) {
    return text.appendVerbatim(code.text(), roles.with(Role.CODE), href);
  }

  @Override
  public LineBreaker visit(Inline.Formatted formatted) {
    List<Inline> content = formatted.content();
    return switch (formatted.format()) {
      case EMPHASIS -> appendAll(content, Role.EMPHASIS);
      case STRONG -> appendAll(content, Role.STRONG);
      case STRIKE -> appendAll(content, Role.STRIKE);
      case UNDERLINE -> appendAll(content, Role.UNDERLINE);
      case HIGHLIGHT -> appendAll(content, Role.HIGHLIGHT);
      case KBD -> appendAll(content, Role.KBD);
      case SUBSCRIPT, SUPERSCRIPT -> appendScript(formatted);
    };
  }

  private LineBreaker appendScript(Inline.Formatted script) {
    String signs = script.scriptSigns();
    if (!signs.isEmpty()) return text.append(signs, roles, href);
    String mark = script.scriptMark();
    text.appendVerbatim(mark, roles.with(Role.DECOR), href);
    appendAll(script.content());
    return mark.endsWith("(") ? text.appendVerbatim(")", roles.with(Role.DECOR), href) : text;
  }

  @Override
  public LineBreaker visit(Inline.Link link) {
    if (href != null) return appendAll(link.content());
    String target = link.target();
    String words = Inline.plainText(link.content());
    if (!UriScheme.isFollowable(target)) {
      appendAll(link.content());
      return words.equals(target) || target.isEmpty()
          ? text
          : text.append(" (" + target + ")", roles.with(Role.TARGET), null);
    }
    RoleSet linkRoles = roles.with(Role.LINK);
    new InlineLayout(text, numbering, linkRoles, target).appendAll(link.content());
    if (words.isBlank()) text.append(target, linkRoles, target);
    return appendLinkNumber(target, words);
  }

  @Override
  public LineBreaker visit(Inline.Image image) {
    boolean followable = href == null && UriScheme.isFollowable(image.target());
    String words = image.placeholder();
    text.append(words, roles.with(Role.IMAGE), followable ? image.target() : href);
    return followable || href != null ? appendLinkNumber(image.target(), words) : text;
  }

  private LineBreaker appendLinkNumber(String target, String words) {
    int number = numbering.numberOf(target, words);
    return number == 0 ? text : text.append(" [" + number + "]", roles.with(Role.TARGET), null);
  }

  @Override
  public LineBreaker visit(Inline.FootnoteReference reference) {
    return text.append(
        numbering.footnoteLabel(reference.number()), roles.with(Role.FOOTNOTE), reference.target());
  }

  @Override
  public LineBreaker visit(Inline.Emoji emoji) {
    String shown = numbering.unicode() ? emoji.emoji() : ":" + emoji.name() + ":";
    return text.append(shown, roles, href);
  }

  @Override
  public LineBreaker visit(Inline.SoftBreak softBreak) {
    return text.appendSoftBreak(next, roles, href);
  }

  @Override
  public LineBreaker visit(Inline.HardBreak hardBreak) {
    return text.appendHardBreak();
  }
}
