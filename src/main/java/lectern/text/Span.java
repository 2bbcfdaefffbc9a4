package lectern.text;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text with one set of roles, and the target it links to.
 *
 * @param text what is shown; sanitized here, once for all spans
 * @param roles what the text is
 * @param href the target of the link that this text belongs to, as the author wrote it but
 *     sanitized; null for none
 */
public record Span(String text, RoleSet roles, @Nullable String href) {
  public Span {
    text = Sanitizer.sanitize(text);
    href = href == null ? null : Sanitizer.sanitize(href);
  }

  public static Span of(String text) {
    return new Span(text, RoleSet.NONE, null);
  }

  public static Span of(String text, Role role) {
    return new Span(text, RoleSet.of(role), null);
  }

  public static Span of(String text, RoleSet roles) {
    return new Span(text, roles, null);
  }

  public Span with(Role role) {
    return roles.has(role) ? this : new Span(text, roles.with(role), href);
  }

  /**
   * The part of the text from one index to another, in UTF-16 units, with the same roles and
   * target.
   */
  public Span subSpan(int from, int to) {
    return from == 0 && to == text.length()
        ? this
        : new Span(text.substring(from, to), roles, href);
  }

  /** Columns taken on a terminal. */
  public int width() {
    return DisplayWidth.of(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Span that
        && that.roles.bits() == roles.bits()
        && that.text.equals(text)
        && Objects.equals(that.href, href);
  }

  @Override
  public int hashCode() {
    return text.hashCode() * 31 + roles.hashCode();
  }
}
