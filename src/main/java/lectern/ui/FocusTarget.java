package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Page;
import lectern.text.Anchor;
import lectern.text.Line;

/** An element Tab can focus, in page order. */
public sealed interface FocusTarget {
  /** The row of the page on which it begins. */
  int row();

  /** The cells of the page that belong to it. */
  List<Page.RowRange> ranges();

  default boolean contains(int row, int column) {
    for (Page.RowRange range : ranges())
      if (range.row() == row && column >= range.from() && column < range.to()) return true;
    return false;
  }

  /**
   * @param top the row of the page at the top of the screen
   * @param rows of the screen
   */
  default boolean isInView(int top, int rows) {
    return row() >= top && row() < top + rows;
  }

  record LinkTarget(Page.LinkSpans link) implements FocusTarget {
    @Override
    public int row() {
      return link.row();
    }

    @Override
    public List<Page.RowRange> ranges() {
      return link.ranges();
    }
  }

  /** A {@code details} element, which folds. */
  record DetailsTarget(int row, int number, boolean open) implements FocusTarget {
    /** The whole row, with the margin left of it. */
    @Override
    public List<Page.RowRange> ranges() {
      return List.of(new Page.RowRange(row, -1, Integer.MAX_VALUE));
    }
  }

  static List<FocusTarget> findAll(Page page) {
    List<Page.LinkSpans> links = page.links();
    List<FocusTarget> targets = new ArrayList<>(links.size());
    int next = 0;
    List<Line> lines = page.lines();
    for (int row = 0; row < lines.size(); row++) {
      if (lines.get(row).anchor() instanceof Anchor.DetailsStart details)
        targets.add(new DetailsTarget(row, details.number(), details.open()));
      while (next < links.size() && links.get(next).row() <= row)
        targets.add(new LinkTarget(links.get(next++)));
    }
    return targets;
  }
}
