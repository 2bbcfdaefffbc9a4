package lectern.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a page or a screen.
 *
 * @param spans from left to right
 * @param lineBreak how the text continues in the next row
 * @param anchor what starts on this row
 */
public record Line(List<Span> spans, LineBreak lineBreak, Anchor anchor) {
  public static final Line EMPTY = new Line(List.of(), LineBreak.HARD, Anchor.NONE);

  public static Line of(Span... spans) {
    return new Line(List.of(spans), LineBreak.HARD, Anchor.NONE);
  }

  public static Line of(List<Span> spans) {
    return new Line(spans, LineBreak.HARD, Anchor.NONE);
  }

  public static Line of(String text) {
    return of(Span.of(text));
  }

  public Line withAnchor(Anchor anchor) {
    return new Line(spans, lineBreak, anchor);
  }

  /** This row with spans before it; line break and anchor stay. */
  public Line withPrefix(List<Span> prefix) {
    List<Span> all = new ArrayList<>(prefix.size() + spans.size());
    all.addAll(prefix);
    all.addAll(spans);
    return new Line(all, lineBreak, anchor);
  }

  /** The text of the whole row, decoration included. */
  public String text() {
    if (spans.size() == 1) return spans.getFirst().text();
    StringBuilder out = new StringBuilder();
    for (Span span : spans) out.append(span.text());
    return out.toString();
  }

  /** The text without decoration: what search reads and reading positions count. */
  public String textWithoutDecor() {
    StringBuilder out = new StringBuilder();
    for (Span span : spans) if (!span.roles().has(Role.DECOR)) out.append(span.text());
    return out.toString();
  }

  /** Columns taken on a terminal. */
  public int width() {
    int width = 0;
    for (Span span : spans) width += span.width();
    return width;
  }

  public boolean isBlank() {
    for (Span span : spans) if (!span.text().isBlank()) return false;
    return true;
  }

  /** Whether both look the same; line breaks and anchors are not compared. */
  public boolean rendersLike(Line other) {
    return this == other || spans.equals(other.spans);
  }
}
