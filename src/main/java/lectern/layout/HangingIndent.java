package lectern.layout;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;

/**
 * The one way to nest: rows are laid out in the columns that a prefix leaves, and the prefix is put
 * before each of them.
 *
 * @param first before the first row
 * @param rest before the others
 * @param width columns of prefix and rows together
 */
record HangingIndent(List<Span> first, List<Span> rest, int width) {
  /** Where nesting would leave fewer columns than this, the indent is dropped. */
  private static final int MIN_NESTED_WIDTH = 8;

  /** A prefix before the first row, and as many spaces before the others. */
  static HangingIndent of(List<Span> first, int width) {
    return new HangingIndent(
        first, List.of(Span.of(" ".repeat(widthOf(first)), Role.DECOR)), width);
  }

  /** The columns that the prefix leaves; all of them where that would be too few. */
  int remainingWidth() {
    int left = width - widthOf(first);
    return left < Math.min(MIN_NESTED_WIDTH, width) ? width : left;
  }

  List<Line> prepend(List<Line> rows) {
    return prepend(rows, RoleSet.NONE);
  }

  /**
   * The rows behind the prefix.
   *
   * @param rows laid out in {@link #remainingWidth} columns
   * @param roles added to their text
   */
  List<Line> prepend(List<Line> rows, RoleSet roles) {
    if (remainingWidth() == width && widthOf(first) > 0) return withoutIndent(rows, roles);
    List<Line> out = new ArrayList<>(rows.size());
    if (rows.isEmpty()) out.add(Line.of(trim(first)));
    List<Span> blankRest = trim(rest);
    for (Line row : rows) {
      boolean blank = row.spans().isEmpty();
      List<Span> prefix = out.isEmpty() ? (blank ? trim(first) : first) : blank ? blankRest : rest;
      out.add(withRoles(row, roles).withPrefix(prefix));
    }
    return out;
  }

  /** A prefix with nothing after it: no row ends in a space. */
  private static List<Span> trim(List<Span> prefix) {
    List<Span> out = new ArrayList<>(prefix);
    while (!out.isEmpty()) {
      Span last = out.removeLast();
      String text = last.text().stripTrailing();
      if (text.isEmpty()) continue;
      out.add(last.subSpan(0, text.length()));
      break;
    }
    return out;
  }

  /** Too narrow to indent: the text of the prefix gets a separate row, decoration is dropped. */
  private List<Line> withoutIndent(List<Line> rows, RoleSet roles) {
    List<Line> out = new ArrayList<>();
    LineBreaker marker = new LineBreaker();
    for (Span span : first)
      if (!span.roles().has(Role.DECOR)) marker.append(span.text(), span.roles(), null);
    if (!marker.isEmpty()) out.addAll(marker.breakLines(width));
    for (Line row : rows) out.add(withRoles(row, roles));
    return out;
  }

  private static int widthOf(List<Span> spans) {
    int width = 0;
    for (Span span : spans) width += span.width();
    return width;
  }

  private static Line withRoles(Line row, RoleSet roles) {
    if (roles.isEmpty() || row.spans().isEmpty()) return row;
    List<Span> out = new ArrayList<>(row.spans().size());
    for (Span span : row.spans()) {
      boolean keep = span.roles().has(Role.DECOR) || span.roles().has(Role.CODE_BLOCK);
      out.add(keep ? span : new Span(span.text(), span.roles().with(roles), span.href()));
    }
    return new Line(out, row.lineBreak(), row.anchor());
  }
}
