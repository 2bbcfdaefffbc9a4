package lectern.ui.view;

import java.util.ArrayList;
import java.util.List;
import lectern.layout.Glyphs;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;

/** Highlights and horizontal clipping of single lines. */
final class LineSlices {
  private LineSlices() {}

  /**
   * The row with one more role on a part of its text.
   *
   * @param from index into the text of the row
   * @param to index after the part
   */
  static Line addRole(Line line, int from, int to, Role role) {
    List<Span> out = new ArrayList<>(line.spans().size() + 2);
    int at = 0;
    for (Span span : line.spans()) {
      int length = span.text().length();
      int a = Math.max(0, Math.min(length, from - at));
      int b = Math.max(a, Math.min(length, to - at));
      if (a == b) {
        out.add(span);
      } else {
        if (a > 0) out.add(span.subSpan(0, a));
        out.add(span.subSpan(a, b).with(role));
        if (b < length) out.add(span.subSpan(b, length));
      }
      at += length;
    }
    return new Line(out, line.lineBreak(), line.anchor());
  }

  /**
   * The visible part of a row wider than the page.
   *
   * @param left columns hidden on the left
   */
  static Line scrollSideways(Line line, int left, int columns, Glyphs glyphs) {
    List<Span> out = new ArrayList<>();
    int skip = left;
    int room = columns - DisplayWidth.of(glyphs.clipMark());
    boolean more = false;
    for (Span span : line.spans()) {
      String text = span.text();
      if (skip > 0) {
        int gone = DisplayWidth.indexAtWidth(text, skip);
        skip -= DisplayWidth.of(text.substring(0, gone));
        boolean split = gone < text.length();
        if (split && skip > 0) gone = DisplayWidth.nextGrapheme(text, gone);
        if (split) skip = 0;
        text = text.substring(gone);
      }
      if (text.isEmpty()) continue;
      String seen = text.substring(0, DisplayWidth.indexAtWidth(text, Math.max(0, room)));
      if (!seen.isEmpty()) out.add(new Span(seen, span.roles(), span.href()));
      room -= DisplayWidth.of(seen);
      if (seen.length() < text.length()) {
        more = true;
        break;
      }
    }
    if (more) {
      out.add(Span.of(RowBuilder.spaces(Math.max(0, room))));
      out.add(Span.of(glyphs.clipMark(), RoleSet.of(Role.DECOR, Role.META)));
    }
    return new Line(out, line.lineBreak(), line.anchor());
  }
}
