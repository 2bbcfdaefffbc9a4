package lectern.terminal;

import java.util.HashMap;
import java.util.Map;
import lectern.text.Sanitizer;
import lectern.text.Span;
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
  static final int LIMIT = 1024;

  private static final int LONGEST_LINK = 2000;

  private final Theme theme;
  private final Capabilities caps;
  private final Map<Style, CellStyle> plain = new HashMap<>();
  private Map<String, Map<Style, CellStyle>> linked;
  private int size;
  private long lastBits = -1;
  private CellStyle last;

  /** The look of empty cells. */
  final CellStyle page;

  StyleCache(Theme theme, Capabilities caps) {
    this.theme =
        caps.depth() == ColorDepth.NONE && !theme.name().equals("mono") ? Theme.of("mono") : theme;
    this.caps = caps;
    this.page = of(this.theme.defaultStyle());
  }

  CellStyle of(Span span) {
    String href = caps.links() ? span.href() : null;
    long bits = span.roles().bits();
    if (href == null && bits == lastBits) return last;
    Style style = theme.style(span.roles());
    if (href != null && isLink(href)) return linked(style, href);
    lastBits = bits;
    last = of(style);
    return last;
  }

  boolean isFull() {
    return size >= LIMIT;
  }

  private CellStyle of(Style style) {
    CellStyle look = plain.get(style);
    if (look == null) {
      look = new CellStyle(ColorMapper.map(style, caps.depth()), null);
      plain.put(style, look);
      size++;
    }
    return look;
  }

  private CellStyle linked(Style style, String href) {
    if (linked == null) linked = new HashMap<>();
    Map<Style, CellStyle> looks = linked.get(href);
    if (looks == null) linked.put(href, looks = new HashMap<>(2));
    CellStyle look = looks.get(style);
    if (look == null) {
      look = new CellStyle(ColorMapper.map(style, caps.depth()), href);
      looks.put(style, look);
      size++;
    }
    return look;
  }

  /** Relative targets mean nothing to a terminal, and other schemes are shown, never followed. */
  static boolean isLink(String href) {
    if (href.length() > LONGEST_LINK) return false;
    if (!href.startsWith("https://") && !href.startsWith("http://") && !href.startsWith("mailto:"))
      return false;
    return Sanitizer.sanitize(href) == href;
  }
}
