package lectern.layout;

import java.util.List;
import lectern.markdown.Document;
import lectern.text.Line;

/** Lays a document out at a width. Every block is {@code (Block, width) → List<Line>}; nesting only through one prefix. */
public final class Layout {
  private Layout() {}

  /**
   * How to lay out.
   *
   * @param width columns, at least 1; 0: never wrap
   * @param glyphs what draws
   * @param markers whether headings carry their {@code #} (the pipe) or not (a terminal that can show bold)
   * @param numbered links carry a number and their targets stand at the end (no OSC 8)
   * @param wrapCode code rows longer than the width are wrapped with a mark; else left as they are
   * @param folded numbers of the {@code details} whose state is turned from what the source says
   */
  public record Options(
      int width,
      Glyphs glyphs,
      boolean markers,
      boolean numbered,
      boolean wrapCode,
      java.util.Set<Integer> folded) {
    public static Options of(int width, Glyphs glyphs) {
      return new Options(width, glyphs, false, false, true, java.util.Set.of());
    }
  }

  /** The page; no line wider than the width, but for code rows where {@code wrapCode} is off. */
  public static Page of(Document document, Options options) {
    return new Page(List.<Line>of());
  }
}
