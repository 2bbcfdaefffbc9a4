package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Page;
import lectern.text.Anchor;
import lectern.text.Line;

/** What Tab goes through on a page, from top to bottom. */
sealed interface Stops {
  int row();

  record Link(Page.Link link) implements Stops {
    @Override
    public int row() {
      return link.row();
    }
  }

  /** A {@code details} element, which folds. */
  record Fold(int row, int number, boolean open) implements Stops {}

  static List<Stops> of(Page page) {
    List<Page.Link> links = page.links();
    List<Stops> stops = new ArrayList<>(links.size());
    int next = 0;
    List<Line> lines = page.lines();
    for (int row = 0; row < lines.size(); row++) {
      if (lines.get(row).anchor() instanceof Anchor.DetailsStart details) {
        stops.add(new Fold(row, details.number(), details.open()));
      }
      while (next < links.size() && links.get(next).row() <= row)
        stops.add(new Link(links.get(next++)));
    }
    return stops;
  }
}
