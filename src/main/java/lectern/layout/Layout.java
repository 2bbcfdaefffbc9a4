package lectern.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.markdown.Block;
import lectern.markdown.Document;
import lectern.text.Line;

/** Lays a document out at a width. */
public final class Layout {
  private Layout() {}

  /**
   * How to lay out.
   *
   * @param width columns, at least 1; 0: never wrap
   * @param glyphs for markers and rules
   * @param headingMarkers whether headings carry their {@code #} (the pipe) or not (a terminal that
   *     can show bold)
   * @param numberedLinks whether links are numbered and their targets listed at the end (no OSC 8)
   * @param wrapCode whether code rows longer than the width are wrapped, with a mark
   * @param collapsedDetails numbers of the {@code details} that the reader has collapsed
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

    int effectiveWidth() {
      return width <= 0 ? UNLIMITED_WIDTH : width;
    }
  }

  /** The page; no row is wider than the width, but for code rows where {@code wrapCode} is off. */
  public static Page of(PostHeader header, Document document, Options options) {
    LineCollector collector = new LineCollector();
    try {
      writeTo(header, document, options, collector);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Page(collector.lines);
  }

  /**
   * The same rows, one block at a time, for output that need not hold the page.
   *
   * @throws IOException as the sink does
   */
  public static void writeTo(PostHeader header, Document document, Options options, LineSink out)
      throws IOException {
    int width = options.effectiveWidth();
    Numbering numbering = new Numbering(options.numberedLinks(), options.glyphs() != Glyphs.ASCII);
    BlockLayout blockLayout = new BlockLayout(options, numbering, width, 0);
    List<Line> head = header.layOut(width, options.glyphs());
    writeTo(head, out);
    boolean first = true;
    for (Block block : document.blocks()) {
      List<Line> rows = block.accept(blockLayout);
      if (rows.isEmpty()) continue;
      if (!first || !head.isEmpty()) out.accept(Line.EMPTY);
      // a second blank line, but not under the header's rule
      if (!first && block instanceof Block.Heading h && h.level() <= 2) out.accept(Line.EMPTY);
      writeTo(rows, out);
      first = false;
    }
    writeTo(numbering.layOutTargets(width), out);
  }

  private static void writeTo(List<Line> rows, LineSink out) throws IOException {
    for (Line row : rows) out.accept(row);
  }

  /** Takes a page row by row. */
  public interface LineSink {
    void accept(Line row) throws IOException;
  }

  // start-up: see posts/how-lectern-is-built.md
  private static final class LineCollector implements LineSink {
    final List<Line> lines = new ArrayList<>();

    @Override
    public void accept(Line row) {
      lines.add(row);
    }
  }
}
