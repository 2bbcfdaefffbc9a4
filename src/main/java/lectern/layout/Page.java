package lectern.layout;

import java.util.ArrayList;
import java.util.List;
import lectern.text.Anchor;
import lectern.text.Line;
import lectern.text.LineBreak;
import lectern.text.Role;
import lectern.text.Span;

/** A document laid out as rows. */
public record Page(List<Line> lines) {
  /** A heading and the row on which it starts, from 0. */
  public record HeadingRow(int row, int level, String title, String id) {}

  /** A link and the parts of rows that it takes, in reading order. */
  public record LinkSpans(String target, String text, List<RowRange> ranges) {
    public int row() {
      return ranges.getFirst().row();
    }
  }

  /**
   * A part of a row; indexes into its text, decoration included, in UTF-16 units.
   *
   * @param row from 0
   * @param from inclusive
   * @param to exclusive
   */
  public record RowRange(int row, int from, int to) {}

  /**
   * The rows of a code block.
   *
   * @param number of the block in {@link lectern.markdown.Document#codeBlocks}, from 1
   * @param row the first one, from 0
   */
  public record CodeRows(int number, int row, int rowCount) {}

  /** A search hit, on one or more rows. */
  public record Match(List<RowRange> ranges) {
    public int row() {
      return ranges.getFirst().row();
    }
  }

  public List<HeadingRow> headings() {
    List<HeadingRow> out = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      if (lines.get(row).anchor() instanceof Anchor.HeadingStart h)
        out.add(new HeadingRow(row, h.level(), h.title(), h.id()));
    }
    return out;
  }

  /** The links in reading order; neighbours with the same target are one. */
  public List<LinkSpans> links() {
    List<LinkSpans> out = new ArrayList<>();
    String target = null;
    StringBuilder text = new StringBuilder();
    List<RowRange> ranges = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      LineBreak end = lines.get(row).lineBreak();
      int from = 0;
      for (Span span : lines.get(row).spans()) {
        int to = from + span.text().length();
        boolean decoration = span.roles().has(Role.DECOR) && span.href() == null;
        if (!decoration) {
          if (target != null && !target.equals(span.href())) addLink(target, text, ranges, out);
          target = span.href();
          if (target != null) {
            text.append(span.text());
            ranges.add(new RowRange(row, from, to));
          }
        }
        from = to;
      }
      if (target != null && end == LineBreak.SOFT) text.append(' ');
      if (target != null && end == LineBreak.HARD) {
        addLink(target, text, ranges, out);
        target = null;
      }
    }
    if (target != null) addLink(target, text, ranges, out);
    return out;
  }

  private static void addLink(
      String target, StringBuilder text, List<RowRange> ranges, List<LinkSpans> out) {
    out.add(new LinkSpans(target, text.toString(), List.copyOf(ranges)));
    text.setLength(0);
    ranges.clear();
  }

  public List<CodeRows> codeBlocks() {
    List<CodeRows> out = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      if (!(lines.get(row).anchor() instanceof Anchor.CodeBlockStart c)) continue;
      int end = row + 1;
      while (end < lines.size() && lines.get(end).anchor() instanceof Anchor.None) end++;
      while (end > row + 1 && lines.get(end - 1).isBlank()) end--;
      out.add(new CodeRows(c.number(), row, end - row));
    }
    return out;
  }

  /** All matches of a text, diacritics folded; case matters where it has a capital letter. */
  public List<Match> find(String text) {
    return new PageSearch(lines, text).findMatches();
  }

  /** The reading position of a row, from 0. */
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

  /** The row, from 0, of a position in the same text. */
  public int rowOf(ReadingPosition position) {
    return rowOf(position.block(), position.offset());
  }

  /** The row, from 0, of a position in a text that may have been edited since. */
  public int relocate(ReadingPosition position) {
    return rowOf(PositionMatcher.findBlock(lines, position), position.offset());
  }

  private int rowOf(int block, int offset) {
    int row = rowOfBlock(block);
    int length = 0;
    for (int next = row; next < lines.size(); next++) {
      if (next > row && PositionMatcher.isBlockStart(lines, next)) return next - 1;
      length += textLength(lines.get(next));
      if (length > offset) return next;
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

  /** Characters of a row without decoration, with the space at which it was wrapped. */
  private static int textLength(Line line) {
    int length = line.lineBreak() == LineBreak.SOFT ? 1 : 0;
    for (Span span : line.spans())
      if (!span.roles().has(Role.DECOR)) length += span.text().length();
    return length;
  }

  /** The row, from 0, that a fragment names: a heading's id or {@code fn-LABEL}; -1 for none. */
  public int rowOf(String fragment) {
    for (int row = 0; row < lines.size(); row++) {
      Anchor anchor = lines.get(row).anchor();
      if (anchor instanceof Anchor.HeadingStart h && h.id().equalsIgnoreCase(fragment)) return row;
      if (anchor instanceof Anchor.FootnoteStart f && fragment.equals("fn-" + f.label()))
        return row;
    }
    return -1;
  }

  /** The line of the source, from 1, that is shown on a row; 0 when unknown. */
  public int sourceLine(int row) {
    for (int i = Math.min(row, lines.size() - 1); i >= 0; i--) {
      int line = lines.get(i).anchor().line();
      if (line > 0) return line;
    }
    return 0;
  }
}
