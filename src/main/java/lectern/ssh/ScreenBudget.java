package lectern.ssh;

import lectern.ui.Size;

/**
 * Limits the cells of all screens together. A screen keeps what it shows: one of a thousand columns
 * and rows costs as much as five hundred ordinary ones. When the budget is used up, further large
 * windows are drawn smaller, from the upper left corner.
 */
final class ScreenBudget {
  /** Always granted. */
  private static final Size GUARANTEED_SIZE = new Size(240, 80);

  private static final int MAX_DIMENSION = 1000;

  private final long maxCells;
  private long usedCells;

  /**
   * @param maxCells of windows larger than the guaranteed size
   */
  ScreenBudget(long maxCells) {
    this.maxCells = maxCells;
  }

  /** An eighth of the heap, at two references a cell. */
  static ScreenBudget ofHeap(long heapBytes) {
    return new ScreenBudget(heapBytes / 64);
  }

  /** The share of one window. */
  final class Allocation {
    private long allocatedCells;

    /** Replaces the share by one for a window of this size; the size granted. */
    Size allocate(Size requested) {
      Size size =
          new Size(
              Math.min(requested.columns(), MAX_DIMENSION),
              Math.min(requested.rows(), MAX_DIMENSION));
      long cells = (long) size.columns() * size.rows();
      boolean guaranteed = cells <= (long) GUARANTEED_SIZE.columns() * GUARANTEED_SIZE.rows();
      synchronized (ScreenBudget.this) {
        usedCells -= allocatedCells;
        allocatedCells = guaranteed || usedCells + cells > maxCells ? 0 : cells;
        usedCells += allocatedCells;
      }
      return guaranteed || allocatedCells > 0
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
