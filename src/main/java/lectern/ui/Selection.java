package lectern.ui;

/**
 * The selected row of a list, and the part of the list that is in view.
 *
 * @param index of the selected row, from 0
 * @param top index of the first row in view
 */
public record Selection(int index, int top) {
  public static final Selection FIRST = new Selection(0, 0);

  public Selection withIndex(int index) {
    return new Selection(index, top);
  }

  /**
   * The row of the list at a row of the screen.
   *
   * @return -1 where the screen shows none
   */
  public int indexAt(int screenRow, ScreenMetrics metrics) {
    int row = screenRow - metrics.firstListRow();
    return row < 0 || row >= metrics.listRows() ? -1 : top + row;
  }

  /**
   * On a row that exists and is in view, scrolled as little as possible.
   *
   * @param visible rows in view at once
   * @param total rows of the list
   */
  public Selection settle(int visible, int total) {
    int selected = Math.clamp(index, 0, Math.max(0, total - 1));
    int first = Math.min(top, Math.max(0, total - visible));
    if (selected < first) first = selected;
    if (selected >= first + visible) first = selected - visible + 1;
    return new Selection(selected, Math.max(0, first));
  }
}
