package lectern.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.markdown.Document;
import lectern.text.Line;

/**
 * Lays a document out at a width. Every block is {@code (Block, width) → List<Line>}; nesting only
 * through one prefix.
 */
public final class Layout {
  private Layout() {}

  /**
   * How to lay out.
   *
   * @param width columns, at least 1; 0: never wrap
   * @param glyphs what draws
   * @param headingMarkers whether headings carry their {@code #} (the pipe) or not (a terminal that
   *     can show bold)
   * @param numberedLinks links carry a number and their targets stand at the end (no OSC 8)
   * @param wrapCode code rows longer than the width are wrapped with a mark; else left as they are
   * @param collapsedDetails numbers of the {@code details} that the reader has folded; all others
   *     show what they hold
   */
  public record Options(
      int width,
      Glyphs glyphs,
      boolean headingMarkers,
      boolean numberedLinks,
      boolean wrapCode,
      Set<Integer> collapsedDetails) {
    /** Columns that stand for "never wrap". */
    static final int UNLIMITED_WIDTH = 1 << 24;

    public static Options of(int width, Glyphs glyphs) {
      return new Options(width, glyphs, false, false, true, Set.of());
    }

    int effectiveWidth() {
      return width <= 0 ? UNLIMITED_WIDTH : width;
    }
  }

  /** The page; no line wider than the width, but for code rows where {@code wrapCode} is off. */
  public static Page of(Document document, Options options) {
    LineCollector kept = new LineCollector();
    try {
      writeTo(document, options, kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Page(kept.lines);
  }

  /** The same rows, one block at a time, for output that need not hold the page. */
  public static void writeTo(Document document, Options options, LineSink out) throws IOException {
    new BlockLayout(options).layOut(document, out);
  }

  /** Takes a page row by row. */
  public interface LineSink {
    void accept(Line row) throws IOException;
  }

  /** A class of its own, not a lambda: the first of those costs milliseconds at each start. */
  private static final class LineCollector implements LineSink {
    final List<Line> lines = new ArrayList<>();

    @Override
    public void accept(Line row) {
      lines.add(row);
    }
  }
}
