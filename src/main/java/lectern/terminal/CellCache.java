package lectern.terminal;

import com.googlecode.lanterna.TextCharacter;

/**
 * Cells made before, to be used again: making one costs Lanterna a break iterator. Direct-mapped
 * and so bounded: a thousand readers have one each.
 */
final class CellCache {
  private static final int SLOTS = 512;

  private final ScreenCell[] slots = new ScreenCell[SLOTS];
  private final CellStyle pageStyle;
  private final boolean scrollLeavesPage;

  /**
   * @param bare whether a scroll lays cells of the page's look bare
   */
  CellCache(CellStyle page, boolean bare) {
    this.pageStyle = page;
    this.scrollLeavesPage = bare;
  }

  /** Blanks that show nothing but the background are all one: moving on over them costs nothing. */
  ScreenCell of(String text, CellStyle worn, boolean wide) {
    CellStyle look =
        worn != pageStyle && text.equals(" ") && worn.hasSameBlankAs(pageStyle) ? pageStyle : worn;
    int slot = text.hashCode() * 31 + System.identityHashCode(look) & SLOTS - 1;
    ScreenCell hit = slots[slot];
    if (hit != null && hit.style == look && hit.text.equals(text)) return hit;
    ScreenCell cell =
        new ScreenCell(
            text, look, wide, scrollLeavesPage && look == pageStyle && text.equals(" "), this);
    slots[slot] = cell;
    return cell;
  }

  /** Blank in the page's look. */
  TextCharacter blank() {
    return of(" ", pageStyle, false);
  }
}
