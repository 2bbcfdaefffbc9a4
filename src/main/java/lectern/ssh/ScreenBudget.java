package lectern.ssh;

import lectern.ui.Size;

/**
 * How large the windows of all visitors may be together. A screen keeps what it shows, so that one
 * of a thousand columns and rows costs as much as five hundred ordinary ones: when many ask for
 * such, the later ones are drawn smaller, from the upper left corner.
 */
final class ScreenBudget {
  /** Nobody is given less than this, who asks for it. */
  private static final Size GUARANTEED_SIZE = new Size(240, 80);

  private static final int MAX_DIMENSION = 1000;

  private final long maxCells;
  private long usedCells;

  /**
   * @param most cells of windows larger than the sure size
   */
  ScreenBudget(long most) {
    this.maxCells = most;
  }

  /** By the heap: an eighth of it, at two references a cell. */
  static ScreenBudget ofHeap(long heapBytes) {
    return new ScreenBudget(heapBytes / 64);
  }

  /** One visitor's window. */
  final class Allocation {
    private long allocatedCells;

    /** The size that is given to a visitor who asks for this one now. */
    Size allocate(Size asked) {
      Size size =
          new Size(Math.min(asked.columns(), MAX_DIMENSION), Math.min(asked.rows(), MAX_DIMENSION));
      long cells = (long) size.columns() * size.rows();
      boolean sure = cells <= (long) GUARANTEED_SIZE.columns() * GUARANTEED_SIZE.rows();
      synchronized (ScreenBudget.this) {
        usedCells -= allocatedCells;
        allocatedCells = sure || usedCells + cells > maxCells ? 0 : cells;
        usedCells += allocatedCells;
      }
      return sure || allocatedCells > 0
          ? size
          : new Size(
              Math.min(size.columns(), GUARANTEED_SIZE.columns()),
              Math.min(size.rows(), GUARANTEED_SIZE.rows()));
    }

    void close() {
      synchronized (ScreenBudget.this) {
        usedCells -= allocatedCells;
        allocatedCells = 0;
      }
    }
  }
}
