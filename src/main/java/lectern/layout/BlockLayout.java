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
  private static final int LEAST = 8;

  private final Layout.Options options;
  private final Glyphs glyphs;
  private final LinkNumbers links;
  private final CodeBlockLayout codes;
  private int details;

  BlockLayout(Layout.Options options) {
    this.options = options;
    this.glyphs = options.glyphs();
    this.links = new LinkNumbers(options.numbered());
    this.codes = new CodeBlockLayout(glyphs, options.wrapCode());
  }

  void document(Document document, Layout.LineSink out) throws IOException {
    int width = options.columns();
    boolean first = true;
    boolean roomy = false;
    for (Block block : document.blocks()) {
      List<Line> rows = block(block, width, 0);
      if (rows.isEmpty()) continue;
      if (!first) out.row(Line.EMPTY);
      // under the card's rule one is enough
      if (roomy && block instanceof Block.Heading h && h.level() <= 2) out.row(Line.EMPTY);
      for (Line row : rows) out.row(row);
      first = false;
      roomy = !(block instanceof Block.PostHeader);
    }
    for (Line row : links.rows(width)) out.row(row);
  }

  private List<Line> block(Block block, int width, int depth) {
    // instanceof, not a pattern switch: its first use costs about two milliseconds in a cold
    // process
    if (block instanceof Block.PostHeader card) return new PostHeaderLayout(glyphs).rows(card, width);
    if (block instanceof Block.Heading h) return heading(h, width);
    if (block instanceof Block.Paragraph p)
      return flow(p.content(), RoleSet.NONE).rows(width, new Anchor.BlockStart(p.line()));
    if (block instanceof Block.CodeBlock c) return codes.rows(c, width);
    if (block instanceof Block.BlockQuote q)
      return hung(
          bar(Role.QUOTE), bar(Role.QUOTE), q.blocks(), width, depth, RoleSet.of(Role.QUOTE));
    if (block instanceof Block.Alert a) return alert(a, width, depth);
    if (block instanceof Block.ListBlock l) return listing(l, width, depth);
    if (block instanceof Block.Table t) return new TableLayout(this, glyphs).rows(t, width);
    if (block instanceof Block.ThematicBreak r) return rule(width);
    if (block instanceof Block.Details d) return details(d, width, depth);
    if (block instanceof Block.Footnotes f) return footnotes(f, width);
    throw new IllegalStateException(String.valueOf(block));
  }

  /** Blocks one under another, an empty row between them. */
  private List<Line> blocks(List<Block> blocks, int width, int depth, boolean tight) {
    List<Line> out = new ArrayList<>();
    boolean apart = false;
    for (Block block : blocks) {
      List<Line> rows = block(block, width, depth);
      if (rows.isEmpty()) continue;
      if (!out.isEmpty() && (!tight || apart || isApart(block))) out.add(Line.EMPTY);
      apart = isApart(block);
      out.addAll(rows);
    }
    return out;
  }

  /** Whether a block wants room around it, in a tight list too. */
  private static boolean isApart(Block block) {
    return block instanceof Block.CodeBlock
        || block instanceof Block.Table
        || block instanceof Block.Heading;
  }

  /**
   * The one way to nest: blocks laid out in what a prefix leaves, and the prefix put before each
   * row.
   */
  private List<Line> hung(
      List<Span> first, List<Span> rest, List<Block> blocks, int width, int depth, RoleSet more) {
    return hung(first, rest, width, blocks(blocks, room(first, width), depth, false), more);
  }

  /** The columns that a prefix leaves to what hangs on it; all of them where that is too few. */
  private static int room(List<Span> prefix, int width) {
    int left = width - width(prefix);
    return left < Math.min(LEAST, width) ? width : left;
  }

  /**
   * @param rows laid out in the {@link #room} that the first prefix leaves
   */
  private static List<Line> hung(
      List<Span> first, List<Span> rest, int width, List<Line> rows, RoleSet more) {
    if (room(first, width) == width && width(first) > 0) return unhung(first, width, rows, more);
    List<Line> out = new ArrayList<>(rows.size());
    if (rows.isEmpty()) out.add(Line.of(bare(first)));
    List<Span> empty = bare(rest);
    for (Line row : rows) {
      boolean blank = row.spans().isEmpty();
      List<Span> prefix = out.isEmpty() ? (blank ? bare(first) : first) : blank ? empty : rest;
      out.add(roled(row, more).withPrefix(prefix));
    }
    return out;
  }

  /** A prefix with nothing after it: no row ends in a space. */
  private static List<Span> bare(List<Span> prefix) {
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
  private static List<Line> unhung(List<Span> first, int width, List<Line> rows, RoleSet more) {
    List<Line> out = new ArrayList<>();
    LineBreaker marker = new LineBreaker();
    for (Span span : first)
      if (!span.roles().has(Role.DECOR)) marker.add(span.text(), span.roles(), null);
    if (!marker.isEmpty()) out.addAll(marker.rows(width, Anchor.NONE));
    for (Line row : rows) out.add(roled(row, more));
    return out;
  }

  private static int width(List<Span> spans) {
    int width = 0;
    for (Span span : spans) width += span.width();
    return width;
  }

  private static Line roled(Line row, RoleSet more) {
    if (more.isEmpty() || row.spans().isEmpty()) return row;
    List<Span> out = new ArrayList<>(row.spans().size());
    for (Span span : row.spans()) {
      boolean decor = span.roles().has(Role.DECOR) || span.roles().has(Role.CODE_BLOCK);
      out.add(decor ? span : new Span(span.text(), span.roles().with(more), span.href()));
    }
    return new Line(out, row.lineBreak(), row.anchor());
  }

  private List<Span> bar(Role role) {
    return List.of(Span.of(glyphs.quote() + " ", RoleSet.of(Role.DECOR, role)));
  }

  private List<Line> heading(Block.Heading h, int width) {
    Role role = RoleSet.byOrdinal(Role.HEADING_1.ordinal() + Math.clamp(h.level(), 1, 6) - 1);
    LineBreaker flow = flow(h.content(), RoleSet.of(role));
    String title = InlineLayout.plain(h.content());
    Anchor mark = new Anchor.HeadingStart(h.level(), title, h.id(), h.line());
    if (!options.markers()) return flow.rows(width, mark);
    String marker = "#".repeat(h.level()) + " ";
    List<Span> first = List.of(Span.of(marker, RoleSet.of(Role.DECOR, role)));
    List<Span> rest = List.of(Span.of(" ".repeat(marker.length()), Role.DECOR));
    return hung(first, rest, width, flow.rows(room(first, width), mark), RoleSet.NONE);
  }

  private List<Line> alert(Block.Alert a, int width, int depth) {
    Role role = RoleSet.byOrdinal(Role.ALERT_NOTE.ordinal() + a.kind().ordinal());
    String name = a.kind().name();
    LineBreaker title = new LineBreaker();
    title.add(
        name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT),
        RoleSet.of(role),
        null);
    if (!a.title().isEmpty()) {
      title.add(": ", RoleSet.of(role), null);
      InlineLayout.add(title, a.title(), RoleSet.of(role), links);
    }
    List<Span> bar = bar(role);
    int inner = room(bar, width);
    List<Line> rows = new ArrayList<>(title.rows(inner, new Anchor.BlockStart(a.line())));
    rows.addAll(blocks(a.blocks(), inner, depth, false));
    return hung(bar, bar, width, rows, RoleSet.NONE);
  }

  private List<Line> listing(Block.ListBlock list, int width, int depth) {
    List<Line> out = new ArrayList<>();
    int number = list.start();
    int digits = Integer.toString(number + Math.max(0, list.items().size() - 1)).length();
    boolean gap = false;
    for (Block.ListItem item : list.items()) {
      if (gap) out.add(Line.EMPTY);
      gap = !list.tight() || !item.blocks().isEmpty() && isApart(item.blocks().getLast());
      List<Span> first = marker(list.start() < 0 ? -1 : number++, digits, item, depth);
      List<Span> rest = List.of(Span.of(" ".repeat(width(first)), Role.DECOR));
      List<Line> rows = blocks(item.blocks(), room(first, width), depth + 1, list.tight());
      out.addAll(hung(first, rest, width, rows, RoleSet.NONE));
    }
    return out;
  }

  private List<Span> marker(int number, int digits, Block.ListItem item, int depth) {
    List<Span> out = new ArrayList<>(3);
    if (number >= 0) {
      String text = Integer.toString(number);
      if (text.length() < digits) out.add(Span.of(" ".repeat(digits - text.length()), Role.DECOR));
      out.add(Span.of(text + ". ", Role.MARKER));
      if (item.checked() == null) return out;
    }
    if (item.checked() != null)
      out.add(Span.of((item.checked() ? glyphs.done() : glyphs.open()) + " ", Role.MARKER));
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

  private List<Line> rule(int width) {
    int columns = Math.min(width, 80);
    return List.of(
        Line.of(Span.of(glyphs.rule().repeat(columns), Role.DECOR))
            .withAnchor(new Anchor.BlockStart(0)));
  }

  private List<Line> details(Block.Details d, int width, int depth) {
    int number = ++details;
    boolean open = !options.folded().contains(number);
    String glyph = (open ? glyphs.unfolded() : glyphs.folded()) + " ";
    List<Span> first = List.of(Span.of(glyph, RoleSet.of(Role.DECOR, Role.SUMMARY)));
    List<Span> rest = List.of(Span.of(" ".repeat(DisplayWidth.of(glyph)), Role.DECOR));
    Anchor mark = new Anchor.DetailsStart(number, open, d.line());
    LineBreaker summary = flow(d.summary(), RoleSet.of(Role.SUMMARY));
    List<Line> head = summary.rows(room(first, width), mark);
    List<Line> out = new ArrayList<>(hung(first, rest, width, head, RoleSet.NONE));
    List<Line> body = hung(rest, rest, d.blocks(), width, depth, RoleSet.NONE);
    if (open && !d.blocks().isEmpty()) {
      out.add(Line.EMPTY);
      out.addAll(body);
    }
    return out;
  }

  private List<Line> footnotes(Block.Footnotes notes, int width) {
    List<Line> out = new ArrayList<>(rule(Math.min(width, 12)));
    for (Block.Footnote note : notes.notes()) {
      List<Span> first = List.of(Span.of(links.note(note.number()) + " ", Role.FOOTNOTE));
      List<Span> rest = List.of(Span.of(" ".repeat(width(first)), Role.DECOR));
      List<Line> rows = hung(first, rest, note.blocks(), width, 0, RoleSet.NONE);
      for (int i = 0; i < rows.size(); i++) {
        out.add(
            i == 0
                ? rows.get(i).withAnchor(new Anchor.FootnoteStart(note.label(), note.line()))
                : rows.get(i));
      }
    }
    return out;
  }

  LineBreaker flow(List<Inline> content, RoleSet roles) {
    LineBreaker flow = new LineBreaker();
    InlineLayout.add(flow, content, roles, links);
    return flow;
  }
}
