package lectern.layout;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Anchor;
import lectern.text.Line;
import lectern.text.LineBreak;
import lectern.text.Role;
import lectern.text.Span;

/** A document laid out: rows, and what can be read off them. */
public record Page(List<Line> lines) {
  /** A heading and the row it begins on, from 0. */
  public record Heading(int row, int level, String title, String id) {}

  /** A link: the rows and columns of its pieces in reading order. */
  public record Link(String target, String text, List<RowRange> ranges) {
    public int row() {
      return ranges.getFirst().row();
    }
  }

  /**
   * Part of a row. @param from @param to indexes into the row's text in UTF-16 units, decoration
   * counted
   */
  public record RowRange(int row, int from, int to) {}

  /** A code block, and the rows it takes. */
  public record CodeBlock(int number, String language, String literal, int row, int rowCount) {}

  /** A search hit: its pieces on one or more rows. */
  public record Match(List<RowRange> ranges) {
    public int row() {
      return ranges.getFirst().row();
    }
  }

  public List<Heading> headings() {
    List<Heading> out = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      if (lines.get(row).anchor() instanceof Anchor.HeadingStart h)
        out.add(new Heading(row, h.level(), h.title(), h.id()));
    }
    return out;
  }

  public List<Link> links() {
    List<Link> out = new ArrayList<>();
    String open = null;
    StringBuilder text = new StringBuilder();
    List<RowRange> pieces = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      int at = 0;
      for (Span span : lines.get(row).spans()) {
        int end = at + span.text().length();
        boolean layout = span.roles().has(Role.DECOR) && span.href() == null;
        if (!layout) {
          if (open != null && !open.equals(span.href())) {
            out.add(new Link(open, text.toString(), List.copyOf(pieces)));
            open = null;
          }
          if (span.href() != null) {
            if (open == null) {
              open = span.href();
              text.setLength(0);
              pieces.clear();
            }
            text.append(span.text());
            pieces.add(new RowRange(row, at, end));
          }
        }
        at = end;
      }
      if (open == null) continue;
      if (lines.get(row).lineBreak() == LineBreak.SOFT) text.append(' ');
      if (lines.get(row).lineBreak() == LineBreak.HARD) {
        out.add(new Link(open, text.toString(), List.copyOf(pieces)));
        open = null;
      }
    }
    if (open != null) out.add(new Link(open, text.toString(), List.copyOf(pieces)));
    return out;
  }

  public List<CodeBlock> codeBlocks() {
    List<CodeBlock> out = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      if (!(lines.get(row).anchor() instanceof Anchor.CodeBlockStart c)) continue;
      int end = row + 1;
      while (end < lines.size() && lines.get(end).anchor() instanceof Anchor.None) end++;
      while (end > row + 1 && lines.get(end - 1).isBlank()) end--;
      out.add(new CodeBlock(c.number(), c.language(), c.literal(), row, end - row));
    }
    return out;
  }

  /**
   * Every place where the words stand, smart case (a capital letter in the query makes case
   * matter), accents folded.
   */
  public List<Match> find(String text) {
    return new PageSearch(lines, text).findMatches();
  }

  /** The place of a row, from 0. */
  public ReadingPosition positionOf(int row) {
    int block = 0;
    int offset = 0;
    int before = -1;
    int start = -1;
    for (int i = 0; i < Math.min(row, lines.size() - 1) + 1; i++) {
      if (PositionMatcher.isBlockStart(lines, i)) {
        block++;
        offset = 0;
        before = start;
        start = i;
      }
      if (i < row) offset += textLength(lines.get(i));
    }
    if (block == 0) return new ReadingPosition(block, offset);
    int after = start + 1;
    while (after < lines.size() && !PositionMatcher.isBlockStart(lines, after)) after++;
    return new ReadingPosition(
        block,
        offset,
        PositionMatcher.fingerprint(lines, start),
        PositionMatcher.fingerprint(lines, before),
        PositionMatcher.fingerprint(lines, after));
  }

  /** The row on which a place of this very text stands at this width. */
  public int rowOf(ReadingPosition place) {
    return rowOf(place.block(), place.offset());
  }

  /** The row on which a place stands that was noted before the text was edited, perhaps. */
  public int relocate(ReadingPosition place) {
    return rowOf(PositionMatcher.findBlock(lines, place), place.offset());
  }

  private int rowOf(int block, int after) {
    int row = rowOfBlock(block);
    int offset = 0;
    for (int next = row; next < lines.size(); next++) {
      if (next > row && PositionMatcher.isBlockStart(lines, next)) return next - 1;
      offset += textLength(lines.get(next));
      if (offset > after) return next;
    }
    return Math.max(0, Math.min(row, lines.size() - 1));
  }

  private int rowOfBlock(int block) {
    int seen = 0;
    for (int row = 0; row < lines.size() && block > 0; row++) {
      if (PositionMatcher.isBlockStart(lines, row) && ++seen == block) return row;
    }
    return 0;
  }

  /** Characters of words on a row, and the space it was wrapped at. */
  private static int textLength(Line line) {
    int length = line.lineBreak() == LineBreak.SOFT ? 1 : 0;
    for (Span span : line.spans())
      if (!span.roles().has(Role.DECOR)) length += span.text().length();
    return length;
  }

  /** The row that a fragment names: a heading's id, {@code fn-LABEL}; -1 for none. */
  public int rowOf(String fragment) {
    for (int row = 0; row < lines.size(); row++) {
      Anchor mark = lines.get(row).anchor();
      if (mark instanceof Anchor.HeadingStart h && h.id().equalsIgnoreCase(fragment)) return row;
      if (mark instanceof Anchor.FootnoteStart f && fragment.equals("fn-" + f.label())) return row;
    }
    return -1;
  }

  /** The line of the source of what is shown on a row; 0 when unknown. */
  public int sourceLine(int row) {
    for (int i = Math.min(row, lines.size() - 1); i >= 0; i--) {
      int line = lines.get(i).anchor().line();
      if (line > 0) return line;
    }
    return 0;
  }
}
