package lectern.terminal;

import com.googlecode.lanterna.TextCharacter;

/**
 * Cells made before, to be used again: making one costs Lanterna a break iterator. Direct-mapped
 * and so bounded: a thousand readers have one each.
 */
final class Cells {
  private static final int SLOTS = 512;

  private final Cell[] slots = new Cell[SLOTS];
  private final Look page;
  private final boolean bare;

  /**
   * @param bare whether a scroll lays cells of the page's look bare
   */
  Cells(Look page, boolean bare) {
    this.page = page;
    this.bare = bare;
  }

  /** Blanks that show nothing but the background are all one: moving on over them costs nothing. */
  Cell of(String text, Look worn, boolean wide) {
    Look look = worn != page && text.equals(" ") && worn.blankLike(page) ? page : worn;
    int slot = text.hashCode() * 31 + System.identityHashCode(look) & SLOTS - 1;
    Cell hit = slots[slot];
    if (hit != null && hit.look == look && hit.text.equals(text)) return hit;
    Cell cell = new Cell(text, look, wide, bare && look == page && text.equals(" "), this);
    slots[slot] = cell;
    return cell;
  }

  /** Blank in the page's look. */
  TextCharacter blank() {
    return of(" ", page, false);
  }
}
