package lectern.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lectern.markdown.Block;
import lectern.markdown.Document;
import lectern.markdown.Inline;
import lectern.text.Anchor;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;

/**
 * Blocks to rows. One document, one instance: it numbers links, code blocks and details as they
 * come.
 */
final class BlockLayout {
  /** Nesting that would leave fewer columns than this gives up its indent. */
  private static final int MIN_NESTED_WIDTH = 8;

  private final Layout.Options options;
  private final Glyphs glyphs;
  private final LinkNumbers linkNumbers;
  private final CodeBlockLayout codeBlockLayout;
  private int detailsCount;

  BlockLayout(Layout.Options options) {
    this.options = options;
    this.glyphs = options.glyphs();
    this.linkNumbers = new LinkNumbers(options.numberedLinks());
    this.codeBlockLayout = new CodeBlockLayout(glyphs, options.wrapCode());
  }

  void layOut(Document document, Layout.LineSink out) throws IOException {
    int width = options.effectiveWidth();
    boolean first = true;
    boolean roomy = false;
    for (Block block : document.blocks()) {
      List<Line> rows = layOutBlock(block, width, 0);
      if (rows.isEmpty()) continue;
      if (!first) out.accept(Line.EMPTY);
      // under the card's rule one is enough
      if (roomy && block instanceof Block.Heading h && h.level() <= 2) out.accept(Line.EMPTY);
      for (Line row : rows) out.accept(row);
      first = false;
      roomy = !(block instanceof Block.PostHeader);
    }
    for (Line row : linkNumbers.layOut(width)) out.accept(row);
  }

  private List<Line> layOutBlock(Block block, int width, int depth) {
    // instanceof, not a pattern switch: its first use costs about two milliseconds in a cold
    // process
    if (block instanceof Block.PostHeader card)
      return new PostHeaderLayout(glyphs).layOut(card, width);
    if (block instanceof Block.Heading h) return layOutHeading(h, width);
    if (block instanceof Block.Paragraph p)
      return inlineText(p.content(), RoleSet.NONE)
          .breakLines(width, new Anchor.BlockStart(p.line()));
    if (block instanceof Block.CodeBlock c) return codeBlockLayout.layOut(c, width);
    if (block instanceof Block.BlockQuote q)
      return hangingIndent(
          quoteBar(Role.QUOTE),
          quoteBar(Role.QUOTE),
          q.blocks(),
          width,
          depth,
          RoleSet.of(Role.QUOTE));
    if (block instanceof Block.Alert a) return layOutAlert(a, width, depth);
    if (block instanceof Block.ListBlock l) return layOutList(l, width, depth);
    if (block instanceof Block.Table t) return new TableLayout(this, glyphs).layOut(t, width);
    if (block instanceof Block.ThematicBreak r) return horizontalRule(width);
    if (block instanceof Block.Details d) return layOutDetails(d, width, depth);
    if (block instanceof Block.Footnotes f) return layOutFootnotes(f, width);
    throw new IllegalStateException(String.valueOf(block));
  }

  /** Blocks one under another, an empty row between them. */
  private List<Line> layOutBlocks(List<Block> blocks, int width, int depth, boolean tight) {
    List<Line> out = new ArrayList<>();
    boolean apart = false;
    for (Block block : blocks) {
      List<Line> rows = layOutBlock(block, width, depth);
      if (rows.isEmpty()) continue;
      if (!out.isEmpty() && (!tight || apart || needsBlankLines(block))) out.add(Line.EMPTY);
      apart = needsBlankLines(block);
      out.addAll(rows);
    }
    return out;
  }

  /** Whether a block wants room around it, in a tight list too. */
  private static boolean needsBlankLines(Block block) {
    return block instanceof Block.CodeBlock
        || block instanceof Block.Table
        || block instanceof Block.Heading;
  }

  /**
   * The one way to nest: blocks laid out in what a prefix leaves, and the prefix put before each
   * row.
   */
  private List<Line> hangingIndent(
      List<Span> first, List<Span> rest, List<Block> blocks, int width, int depth, RoleSet more) {
    return hangingIndent(
        first, rest, width, layOutBlocks(blocks, remainingWidth(first, width), depth, false), more);
  }

  /** The columns that a prefix leaves to what hangs on it; all of them where that is too few. */
  private static int remainingWidth(List<Span> prefix, int width) {
    int left = width - widthOf(prefix);
    return left < Math.min(MIN_NESTED_WIDTH, width) ? width : left;
  }

  /**
   * @param rows laid out in the {@link #remainingWidth} that the first prefix leaves
   */
  private static List<Line> hangingIndent(
      List<Span> first, List<Span> rest, int width, List<Line> rows, RoleSet more) {
    if (remainingWidth(first, width) == width && widthOf(first) > 0)
      return withoutIndent(first, width, rows, more);
    List<Line> out = new ArrayList<>(rows.size());
    if (rows.isEmpty()) out.add(Line.of(trimPrefix(first)));
    List<Span> empty = trimPrefix(rest);
    for (Line row : rows) {
      boolean blank = row.spans().isEmpty();
      List<Span> prefix =
          out.isEmpty() ? (blank ? trimPrefix(first) : first) : blank ? empty : rest;
      out.add(withRoles(row, more).withPrefix(prefix));
    }
    return out;
  }

  /** A prefix with nothing after it: no row ends in a space. */
  private static List<Span> trimPrefix(List<Span> prefix) {
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

  /**
   * Too narrow to indent: what the prefix says in words stands on a row of its own, decoration
   * goes.
   */
  private static List<Line> withoutIndent(
      List<Span> first, int width, List<Line> rows, RoleSet more) {
    List<Line> out = new ArrayList<>();
    LineBreaker marker = new LineBreaker();
    for (Span span : first)
      if (!span.roles().has(Role.DECOR)) marker.append(span.text(), span.roles(), null);
    if (!marker.isEmpty()) out.addAll(marker.breakLines(width, Anchor.NONE));
    for (Line row : rows) out.add(withRoles(row, more));
    return out;
  }

  private static int widthOf(List<Span> spans) {
    int width = 0;
    for (Span span : spans) width += span.width();
    return width;
  }

  private static Line withRoles(Line row, RoleSet more) {
    if (more.isEmpty() || row.spans().isEmpty()) return row;
    List<Span> out = new ArrayList<>(row.spans().size());
    for (Span span : row.spans()) {
      boolean decor = span.roles().has(Role.DECOR) || span.roles().has(Role.CODE_BLOCK);
      out.add(decor ? span : new Span(span.text(), span.roles().with(more), span.href()));
    }
    return new Line(out, row.lineBreak(), row.anchor());
  }

  private List<Span> quoteBar(Role role) {
    return List.of(Span.of(glyphs.quoteBar() + " ", RoleSet.of(Role.DECOR, role)));
  }

  private List<Line> layOutHeading(Block.Heading h, int width) {
    Role role = RoleSet.byOrdinal(Role.HEADING_1.ordinal() + Math.clamp(h.level(), 1, 6) - 1);
    LineBreaker flow = inlineText(h.content(), RoleSet.of(role));
    String title = InlineLayout.plainText(h.content());
    Anchor mark = new Anchor.HeadingStart(h.level(), title, h.id(), h.line());
    if (!options.headingMarkers()) return flow.breakLines(width, mark);
    String marker = "#".repeat(h.level()) + " ";
    List<Span> first = List.of(Span.of(marker, RoleSet.of(Role.DECOR, role)));
    List<Span> rest = List.of(Span.of(" ".repeat(marker.length()), Role.DECOR));
    return hangingIndent(
        first, rest, width, flow.breakLines(remainingWidth(first, width), mark), RoleSet.NONE);
  }

  private List<Line> layOutAlert(Block.Alert a, int width, int depth) {
    Role role = RoleSet.byOrdinal(Role.ALERT_NOTE.ordinal() + a.kind().ordinal());
    String name = a.kind().name();
    LineBreaker title = new LineBreaker();
    title.append(
        name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT),
        RoleSet.of(role),
        null);
    if (!a.title().isEmpty()) {
      title.append(": ", RoleSet.of(role), null);
      InlineLayout.append(title, a.title(), RoleSet.of(role), linkNumbers);
    }
    List<Span> bar = quoteBar(role);
    int inner = remainingWidth(bar, width);
    List<Line> rows = new ArrayList<>(title.breakLines(inner, new Anchor.BlockStart(a.line())));
    rows.addAll(layOutBlocks(a.blocks(), inner, depth, false));
    return hangingIndent(bar, bar, width, rows, RoleSet.NONE);
  }

  private List<Line> layOutList(Block.ListBlock list, int width, int depth) {
    List<Line> out = new ArrayList<>();
    int number = list.start();
    int digits = Integer.toString(number + Math.max(0, list.items().size() - 1)).length();
    boolean gap = false;
    for (Block.ListItem item : list.items()) {
      if (gap) out.add(Line.EMPTY);
      gap = !list.tight() || !item.blocks().isEmpty() && needsBlankLines(item.blocks().getLast());
      List<Span> first = itemMarker(list.start() < 0 ? -1 : number++, digits, item, depth);
      List<Span> rest = List.of(Span.of(" ".repeat(widthOf(first)), Role.DECOR));
      List<Line> rows =
          layOutBlocks(item.blocks(), remainingWidth(first, width), depth + 1, list.tight());
      out.addAll(hangingIndent(first, rest, width, rows, RoleSet.NONE));
    }
    return out;
  }

  private List<Span> itemMarker(int number, int digits, Block.ListItem item, int depth) {
    List<Span> out = new ArrayList<>(3);
    if (number >= 0) {
      String text = Integer.toString(number);
      if (text.length() < digits) out.add(Span.of(" ".repeat(digits - text.length()), Role.DECOR));
      out.add(Span.of(text + ". ", Role.MARKER));
      if (item.checked() == null) return out;
    }
    if (item.checked() != null)
      out.add(Span.of((item.checked() ? glyphs.taskDone() : glyphs.taskOpen()) + " ", Role.MARKER));
    else out.add(Span.of(bullet(depth) + " ", RoleSet.of(Role.DECOR, Role.MARKER)));
    return out;
  }

  private String bullet(int depth) {
    return switch (depth % 3) {
      case 0 -> glyphs.bullet();
      case 1 -> glyphs.bullet2();
      default -> glyphs.bullet3();
    };
  }

  private List<Line> horizontalRule(int width) {
    int columns = Math.min(width, 80);
    return List.of(
        Line.of(Span.of(glyphs.rule().repeat(columns), Role.DECOR))
            .withAnchor(new Anchor.BlockStart(0)));
  }

  private List<Line> layOutDetails(Block.Details d, int width, int depth) {
    int number = ++detailsCount;
    boolean open = !options.collapsedDetails().contains(number);
    String glyph = (open ? glyphs.expanded() : glyphs.collapsed()) + " ";
    List<Span> first = List.of(Span.of(glyph, RoleSet.of(Role.DECOR, Role.SUMMARY)));
    List<Span> rest = List.of(Span.of(" ".repeat(DisplayWidth.of(glyph)), Role.DECOR));
    Anchor mark = new Anchor.DetailsStart(number, open, d.line());
    LineBreaker summary = inlineText(d.summary(), RoleSet.of(Role.SUMMARY));
    List<Line> head = summary.breakLines(remainingWidth(first, width), mark);
    List<Line> out = new ArrayList<>(hangingIndent(first, rest, width, head, RoleSet.NONE));
    List<Line> body = hangingIndent(rest, rest, d.blocks(), width, depth, RoleSet.NONE);
    if (open && !d.blocks().isEmpty()) {
      out.add(Line.EMPTY);
      out.addAll(body);
    }
    return out;
  }

  private List<Line> layOutFootnotes(Block.Footnotes notes, int width) {
    List<Line> out = new ArrayList<>(horizontalRule(Math.min(width, 12)));
    for (Block.Footnote note : notes.notes()) {
      List<Span> first =
          List.of(Span.of(linkNumbers.footnoteLabel(note.number()) + " ", Role.FOOTNOTE));
      List<Span> rest = List.of(Span.of(" ".repeat(widthOf(first)), Role.DECOR));
      List<Line> rows = hangingIndent(first, rest, note.blocks(), width, 0, RoleSet.NONE);
      for (int i = 0; i < rows.size(); i++) {
        out.add(
            i == 0
                ? rows.get(i).withAnchor(new Anchor.FootnoteStart(note.label(), note.line()))
                : rows.get(i));
      }
    }
    return out;
  }

  LineBreaker inlineText(List<Inline> content, RoleSet roles) {
    LineBreaker flow = new LineBreaker();
    InlineLayout.append(flow, content, roles, linkNumbers);
    return flow;
  }
}
