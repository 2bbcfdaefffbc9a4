package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Page;
import lectern.text.Anchor;
import lectern.text.Line;

/** What Tab goes through on a page, from top to bottom. */
public sealed interface FocusTarget {
  int row();

  record LinkTarget(Page.Link link) implements FocusTarget {
    @Override
    public int row() {
      return link.row();
    }
  }

  /** A {@code details} element, which folds. */
  record DetailsTarget(int row, int number, boolean open) implements FocusTarget {}

  static List<FocusTarget> findAll(Page page) {
    List<Page.Link> links = page.links();
    List<FocusTarget> stops = new ArrayList<>(links.size());
    int next = 0;
    List<Line> lines = page.lines();
    for (int row = 0; row < lines.size(); row++) {
      if (lines.get(row).anchor() instanceof Anchor.DetailsStart details) {
        stops.add(new DetailsTarget(row, details.number(), details.open()));
      }
      while (next < links.size() && links.get(next).row() <= row)
        stops.add(new LinkTarget(links.get(next++)));
    }
    return stops;
  }
}
