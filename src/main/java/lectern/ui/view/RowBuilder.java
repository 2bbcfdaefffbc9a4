package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;

/**
 * Builds one row of a screen: text from the left, text against the right, never wider than the
 * screen.
 */
final class RowBuilder {
  private static final String SPACES = " ".repeat(200);

  private final int width;
  private final String ellipsis;
  private final List<Span> left = new ArrayList<>();
  private final List<Span> right = new ArrayList<>();

  RowBuilder(int width, String ellipsis) {
    this.width = width;
    this.ellipsis = ellipsis;
  }

  RowBuilder addLeft(String text, RoleSet roles) {
    if (!text.isEmpty()) left.add(Span.of(text, roles));
    return this;
  }

  RowBuilder addLeft(String text, Role role) {
    return addLeft(text, RoleSet.of(role));
  }

  RowBuilder addLeft(String text) {
    return addLeft(text, RoleSet.NONE);
  }

  RowBuilder addRight(String text, RoleSet roles) {
    if (!text.isEmpty()) right.add(Span.of(text, roles));
    return this;
  }

  RowBuilder addRight(String text, Role role) {
    return addRight(text, RoleSet.of(role));
  }

  /** The row: the left part is cut in favour of the right one; trailing blanks are left out. */
  Line build() {
    int wanted = widthOf(right);
    List<Span> ends = wanted > width ? List.of() : right;
    int rightWidth = ends.isEmpty() ? 0 : wanted;
    int room = width - rightWidth - (ends.isEmpty() || width - rightWidth < 2 ? 0 : 1);
    List<Span> all = clip(left, Math.max(0, room));
    if (!ends.isEmpty()) {
      int gap = width - rightWidth - widthOf(all);
      if (gap > 0) all.add(Span.of(spaces(gap)));
      all.addAll(ends);
    }
    return Line.of(all);
  }

  private List<Span> clip(List<Span> spans, int room) {
    List<Span> all = new ArrayList<>(spans.size() + 2);
    if (widthOf(spans) <= room) {
      all.addAll(spans);
      return all;
    }
    int used = 0;
    for (Span span : spans) {
      int w = span.width();
      boolean last = span == spans.getLast();
      if (used + w <= room - (last ? 0 : DisplayWidth.of(ellipsis))) {
        all.add(span);
        used += w;
        continue;
      }
      String cut = DisplayWidth.truncate(span.text() + (last ? "" : "  "), room - used, ellipsis);
      if (!cut.isEmpty()) all.add(Span.of(cut, span.roles()));
      break;
    }
    return all;
  }

  static int widthOf(List<Span> spans) {
    int sum = 0;
    for (Span span : spans) sum += span.width();
    return sum;
  }

  static String spaces(int n) {
    return n <= SPACES.length() ? SPACES.substring(0, Math.max(0, n)) : " ".repeat(n);
  }
}
