package lectern.terminal;

import java.util.HashMap;
import java.util.Map;
import lectern.text.Sanitizer;
import lectern.text.Span;
import lectern.text.UriScheme;
import lectern.theme.ColorDepth;
import lectern.theme.ColorMapper;
import lectern.theme.Style;
import lectern.theme.Theme;
import org.jspecify.annotations.Nullable;

/** The styles of one terminal; each is made once, so that they are compared by identity. */
final class StyleCache {
  /** Limits what hostile posts can fill; a full cache is replaced, which costs a full frame. */
  static final int MAX_STYLES = 1024;

  private static final int MAX_HREF_LENGTH = 2000;

  private final Theme theme;
  private final Capabilities caps;
  private final Map<Style, CellStyle> unlinked = new HashMap<>();
  private final Map<String, Map<Style, CellStyle>> linked = new HashMap<>();
  private int count;
  private long lastRoleBits = -1;
  private CellStyle lastStyle;

  /** The style of empty cells. */
  final CellStyle pageStyle;

  StyleCache(Theme theme, Capabilities caps) {
    this.theme =
        caps.colorDepth() == ColorDepth.NONE && !theme.name().equals("mono")
            ? Theme.of("mono")
            : theme;
    this.caps = caps;
    this.pageStyle = of(this.theme.defaultStyle());
    this.lastStyle = pageStyle;
  }

  CellStyle of(Span span) {
    String href = caps.hyperlinks() ? span.href() : null;
    long bits = span.roles().bits();
    if (href == null && bits == lastRoleBits) return lastStyle;
    Style style = theme.style(span.roles());
    if (href != null && isExternalLink(href)) return linkedStyle(style, href);
    lastRoleBits = bits;
    lastStyle = of(style);
    return lastStyle;
  }

  boolean isFull() {
    return count >= MAX_STYLES;
  }

  private CellStyle of(Style style) {
    return of(style, null, unlinked);
  }

  private CellStyle linkedStyle(Style style, String href) {
    Map<Style, CellStyle> styles = linked.get(href);
    if (styles == null) linked.put(href, styles = new HashMap<>(2));
    return of(style, href, styles);
  }

  private CellStyle of(Style style, @Nullable String href, Map<Style, CellStyle> styles) {
    CellStyle mapped = styles.get(style);
    if (mapped == null) {
      mapped = new CellStyle(ColorMapper.map(style, caps.colorDepth()), href);
      styles.put(style, mapped);
      count++;
    }
    return mapped;
  }

  /** Terminals get no relative targets and no other schemes. */
  static boolean isExternalLink(String href) {
    return href.length() <= MAX_HREF_LENGTH
        && UriScheme.isFollowed(UriScheme.of(href))
        && Sanitizer.sanitize(href) == href;
  }
}
