package lectern.ui;

/**
 * The layout of a screen of some size. Where room is short, decoration goes first, then the second
 * row of each entry; text stays.
 */
public record ScreenMetrics(Size size) {
  public static final int MIN_COLUMNS = 20;
  public static final int MIN_ROWS = 5;

  public boolean isTooSmall() {
    return size.columns() < MIN_COLUMNS || size.rows() < MIN_ROWS;
  }

  public boolean hasRule() {
    return size.rows() >= 10;
  }

  boolean hasGap() {
    return size.rows() >= 16;
  }

  /** The first row under the title bar. */
  public int firstListRow() {
    return hasRule() ? 2 : 1;
  }

  /** Rows between the title bar and the footer. */
  public int listRows() {
    return Math.max(1, size.rows() - firstListRow() - (hasGap() ? 2 : 1));
  }

  /** Rows that an entry of the list takes. */
  public int rowsPerEntry() {
    return size.rows() >= 12 && size.columns() >= 40 ? 2 : 1;
  }

  /**
   * Entries that the list shows at once.
   *
   * @param banner rows of the {@link ListBanner}
   */
  public int visibleEntries(int banner) {
    return Math.max(1, (listRows() - banner) / rowsPerEntry());
  }

  /** Rows of the page being read. */
  public int pageRows() {
    return Math.max(1, size.rows() - 1);
  }

  /**
   * Columns of the page being read.
   *
   * @param most as configured; 0: as many as there are
   */
  public int pageColumns(int most) {
    int room = Math.max(1, size.columns() - 2 * margin());
    return most <= 0 ? room : Math.min(most, room);
  }

  /** The column at which the page begins, so that it stands in the middle. */
  public int pageIndent(int columns) {
    return Math.max(0, (size.columns() - columns) / 2);
  }

  private int margin() {
    int columns = size.columns();
    return columns >= 72 ? 4 : columns >= 48 ? 2 : columns >= 30 ? 1 : 0;
  }
}
