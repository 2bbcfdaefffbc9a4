package lectern.terminal;

/**
 * Reuses cells, since making one costs Lanterna a break iterator. Direct-mapped and so bounded:
 * each of a thousand readers has one.
 */
final class CellCache {
  private static final int SLOTS = 512;

  private final ScreenCell[] slots = new ScreenCell[SLOTS];
  private final CellStyle pageStyle;

  CellCache(CellStyle pageStyle) {
    this.pageStyle = pageStyle;
  }

  /** All blanks that show nothing but the background are one cell, so they never differ. */
  ScreenCell of(String text, CellStyle wanted, int width) {
    CellStyle style = text.equals(" ") && wanted.hasSameBlankAs(pageStyle) ? pageStyle : wanted;
    int slot = text.hashCode() * 31 + System.identityHashCode(style) & SLOTS - 1;
    ScreenCell hit = slots[slot];
    if (hit != null && hit.style == style && hit.text.equals(text)) return hit;
    return slots[slot] = new ScreenCell(text, style, width);
  }
}
