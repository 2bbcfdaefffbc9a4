package lectern.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a page or a screen.
 *
 * @param spans from left to right
 * @param join how the text goes on in the next row
 * @param mark what begins on this row
 */
public record Line(List<Span> spans, LineBreak join, Anchor mark) {
  public static final Line EMPTY = new Line(List.of(), LineBreak.END, Anchor.NONE);

  public static Line of(Span... spans) {
    return new Line(List.of(spans), LineBreak.END, Anchor.NONE);
  }

  public static Line of(List<Span> spans) {
    return new Line(spans, LineBreak.END, Anchor.NONE);
  }

  public static Line of(String text) {
    return of(Span.of(text));
  }

  public Line marked(Anchor mark) {
    return new Line(spans, join, mark);
  }

  public Line joined(LineBreak join) {
    return new Line(spans, join, mark);
  }

  /** This row with spans put before it; join and mark stay. */
  public Line after(List<Span> prefix) {
    List<Span> all = new ArrayList<>(prefix.size() + spans.size());
    all.addAll(prefix);
    all.addAll(spans);
    return new Line(all, join, mark);
  }

  /** All the row's text, decoration too. */
  public String text() {
    if (spans.size() == 1) return spans.getFirst().text();
    StringBuilder out = new StringBuilder();
    for (Span span : spans) out.append(span.text());
    return out.toString();
  }

  /** The row's text without decoration: what search reads and places count. */
  public String words() {
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

  /** Same look: marks and joins do not count. */
  public boolean looksLike(Line other) {
    return this == other || spans.equals(other.spans);
  }
}
