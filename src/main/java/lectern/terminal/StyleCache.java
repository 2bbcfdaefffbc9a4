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

/** The looks of one terminal, each made once, so that they are compared by identity. */
final class StyleCache {
  /**
   * A bound on what hostile posts can fill; at the bound everything is made anew, which only costs
   * a repaint.
   */
  static final int MAX_STYLES = 1024;

  private static final int MAX_HREF_LENGTH = 2000;

  private final Theme theme;
  private final Capabilities caps;
  private final Map<Style, CellStyle> unlinked = new HashMap<>();
  private Map<String, Map<Style, CellStyle>> linked;
  private int count;
  private long lastRoleBits = -1;
  private CellStyle lastStyle;

  /** The look of empty cells. */
  final CellStyle pageStyle;

  StyleCache(Theme theme, Capabilities caps) {
    this.theme =
        caps.colorDepth() == ColorDepth.NONE && !theme.name().equals("mono")
            ? Theme.of("mono")
            : theme;
    this.caps = caps;
    this.pageStyle = of(this.theme.defaultStyle());
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
    CellStyle look = unlinked.get(style);
    if (look == null) {
      look = new CellStyle(ColorMapper.map(style, caps.colorDepth()), null);
      unlinked.put(style, look);
      count++;
    }
    return look;
  }

  private CellStyle linkedStyle(Style style, String href) {
    if (linked == null) linked = new HashMap<>();
    Map<Style, CellStyle> looks = linked.get(href);
    if (looks == null) linked.put(href, looks = new HashMap<>(2));
    CellStyle look = looks.get(style);
    if (look == null) {
      look = new CellStyle(ColorMapper.map(style, caps.colorDepth()), href);
      looks.put(style, look);
      count++;
    }
    return look;
  }

  /** Relative targets mean nothing to a terminal, and other schemes are shown, never followed. */
  static boolean isExternalLink(String href) {
    return href.length() <= MAX_HREF_LENGTH
        && UriScheme.isFollowed(UriScheme.of(href))
        && Sanitizer.sanitize(href) == href;
  }
}
