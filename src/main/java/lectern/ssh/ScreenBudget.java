package lectern.ssh;

import lectern.ui.Size;

/**
 * How large the windows of all visitors may be together. A screen keeps what it shows, so that one
 * of a thousand columns and rows costs as much as five hundred ordinary ones: when many ask for
 * such, the later ones are drawn smaller, from the upper left corner.
 */
final class ScreenBudget {
  /** Nobody is given less than this, who asks for it. */
  private static final Size SURE = new Size(240, 80);

  private static final int LARGEST = 1000;

  private final long most;
  private long taken;

  /**
   * @param most cells of windows larger than the sure size
   */
  ScreenBudget(long most) {
    this.most = most;
  }

  /** By the heap: an eighth of it, at two references a cell. */
  static ScreenBudget of(long heapBytes) {
    return new ScreenBudget(heapBytes / 64);
  }

  /** One visitor's window. */
  final class Allocation {
    private long own;

    /** The size that is given to a visitor who asks for this one now. */
    Size of(Size asked) {
      Size size = new Size(Math.min(asked.columns(), LARGEST), Math.min(asked.rows(), LARGEST));
      long cells = (long) size.columns() * size.rows();
      boolean sure = cells <= (long) SURE.columns() * SURE.rows();
      synchronized (ScreenBudget.this) {
        taken -= own;
        own = sure || taken + cells > most ? 0 : cells;
        taken += own;
      }
      return sure || own > 0
          ? size
          : new Size(Math.min(size.columns(), SURE.columns()), Math.min(size.rows(), SURE.rows()));
    }

    void close() {
      synchronized (ScreenBudget.this) {
        taken -= own;
        own = 0;
      }
    }
  }
}
