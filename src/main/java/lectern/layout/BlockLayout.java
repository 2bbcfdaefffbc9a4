package lectern.layout;

import java.util.ArrayList;
import java.util.List;
import lectern.markdown.Block;
import lectern.markdown.Inline;
import lectern.text.Anchor;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;

/** Lays out blocks as rows, at one width and one depth of lists. */
final class BlockLayout implements Block.Visitor<List<Line>> {
  private final Layout.Options options;
  private final Glyphs glyphs;
  private final Numbering numbering;
  private final int width;
  private final int depth;

  /**
   * @param numbering of the whole document
   * @param width columns
   * @param depth lists around the blocks
   */
  BlockLayout(Layout.Options options, Numbering numbering, int width, int depth) {
    this.options = options;
    this.glyphs = options.glyphs();
    this.numbering = numbering;
    this.width = width;
    this.depth = depth;
  }

  private BlockLayout inside(HangingIndent indent, int depth) {
    return new BlockLayout(options, numbering, indent.remainingWidth(), depth);
  }

  /**
   * Blocks one below the other.
   *
   * @param tight no blank rows but around blocks that need them
   */
  private List<Line> layOut(List<Block> blocks, boolean tight) {
    List<Line> out = new ArrayList<>();
    boolean blankLineAfter = false;
    for (Block block : blocks) {
      List<Line> rows = block.accept(this);
      if (rows.isEmpty()) continue;
      if (!out.isEmpty() && (!tight || blankLineAfter || needsBlankLines(block)))
        out.add(Line.EMPTY);
      blankLineAfter = needsBlankLines(block);
      out.addAll(rows);
    }
    return out;
  }

  /** Whether a block is set off by blank lines in a tight list too. */
  private static boolean needsBlankLines(Block block) {
    return block instanceof Block.CodeBlock
        || block instanceof Block.Table
        || block instanceof Block.Heading;
  }

  private LineBreaker inlineText(List<Inline> content, RoleSet roles) {
    return InlineLayout.layOut(content, roles, numbering);
  }

  @Override
  public List<Line> visit(Block.Heading heading) {
    int level = heading.level();
    Role role = RoleSet.byOrdinal(Role.HEADING_1.ordinal() + Math.clamp(level, 1, 6) - 1);
    LineBreaker text = inlineText(heading.content(), RoleSet.of(role));
    Anchor anchor =
        new Anchor.HeadingStart(level, heading.plainText(), heading.id(), heading.line());
    if (!options.headingMarkers()) return text.breakLines(width, anchor);
    Span marker = Span.of("#".repeat(level) + " ", RoleSet.of(Role.DECOR, role));
    HangingIndent indent = HangingIndent.of(List.of(marker), width);
    return indent.prepend(text.breakLines(indent.remainingWidth(), anchor));
  }

  @Override
  public List<Line> visit(Block.Paragraph paragraph) {
    return inlineText(paragraph.content(), RoleSet.NONE)
        .breakLines(width, new Anchor.BlockStart(paragraph.line()));
  }

  @Override
  public List<Line> visit(Block.CodeBlock code) {
    return new CodeBlockLayout(glyphs, options.wrapCode())
        .layOut(code, numbering.nextCodeBlock(), width);
  }

  @Override
  public List<Line> visit(Block.BlockQuote quote) {
    HangingIndent bar = quoteBar(Role.QUOTE);
    List<Line> rows = inside(bar, depth).layOut(quote.blocks(), false);
    return bar.prepend(rows, RoleSet.of(Role.QUOTE));
  }

  private HangingIndent quoteBar(Role role) {
    List<Span> bar = List.of(Span.of(glyphs.quoteBar() + " ", RoleSet.of(Role.DECOR, role)));
    return new HangingIndent(bar, bar, width);
  }

  @Override
  public List<Line> visit(Block.Alert alert) {
    Role role = RoleSet.byOrdinal(Role.ALERT_NOTE.ordinal() + alert.kind().ordinal());
    RoleSet roles = RoleSet.of(role);
    LineBreaker title = new LineBreaker();
    title.append(alert.label(), roles, null);
    if (!alert.title().isEmpty())
      InlineLayout.append(alert.title(), title.append(": ", roles, null), roles, numbering);
    HangingIndent bar = quoteBar(role);
    List<Line> rows = new ArrayList<>();
    rows.addAll(title.breakLines(bar.remainingWidth(), new Anchor.BlockStart(alert.line())));
    rows.addAll(inside(bar, depth).layOut(alert.blocks(), false));
    return bar.prepend(rows);
  }

  @Override
  public List<Line> visit(Block.ListBlock list) {
    List<Line> out = new ArrayList<>();
    int number = list.start();
    int digits = Integer.toString(number + Math.max(0, list.items().size() - 1)).length();
    boolean blankLine = false;
    for (Block.ListItem item : list.items()) {
      if (blankLine) out.add(Line.EMPTY);
      blankLine =
          !list.tight() || !item.blocks().isEmpty() && needsBlankLines(item.blocks().getLast());
      List<Span> marker = itemMarker(list.start() < 0 ? -1 : number++, digits, item);
      HangingIndent indent = HangingIndent.of(marker, width);
      out.addAll(indent.prepend(inside(indent, depth + 1).layOut(item.blocks(), list.tight())));
    }
    return out;
  }

  private List<Span> itemMarker(int number, int digits, Block.ListItem item) {
    List<Span> out = new ArrayList<>(3);
    if (number >= 0) {
      String text = Integer.toString(number);
      if (text.length() < digits) out.add(Span.of(" ".repeat(digits - text.length()), Role.DECOR));
      out.add(Span.of(text + ". ", Role.MARKER));
      if (item.checked() == null) return out;
    }
    if (item.checked() != null)
      out.add(Span.of((item.checked() ? glyphs.taskDone() : glyphs.taskOpen()) + " ", Role.MARKER));
    else out.add(Span.of(bullet() + " ", RoleSet.of(Role.DECOR, Role.MARKER)));
    return out;
  }

  private String bullet() {
    return switch (depth % 3) {
      case 0 -> glyphs.bullet();
      case 1 -> glyphs.bullet2();
      default -> glyphs.bullet3();
    };
  }

  @Override
  public List<Line> visit(Block.Table table) {
    return new TableLayout(numbering, glyphs).layOut(table, width);
  }

  @Override
  public List<Line> visit(Block.ThematicBreak thematicBreak) {
    return List.of(horizontalRule(width));
  }

  private Line horizontalRule(int columns) {
    return glyphs.horizontalRule(columns).withAnchor(new Anchor.BlockStart(0));
  }

  @Override
  public List<Line> visit(Block.Details details) {
    int number = numbering.nextDetails();
    boolean open = !options.collapsedDetails().contains(number);
    String glyph = (open ? glyphs.expanded() : glyphs.collapsed()) + " ";
    Span marker = Span.of(glyph, RoleSet.of(Role.DECOR, Role.SUMMARY));
    HangingIndent indent = HangingIndent.of(List.of(marker), width);
    LineBreaker summary = inlineText(details.summary(), RoleSet.of(Role.SUMMARY));
    Anchor anchor = new Anchor.DetailsStart(number, open, details.line());
    List<Line> out = indent.prepend(summary.breakLines(indent.remainingWidth(), anchor));
    // laid out when collapsed too, so that what comes after keeps its numbers
    List<Line> body = inside(indent, depth).layOut(details.blocks(), false);
    if (open && !details.blocks().isEmpty()) {
      out.add(Line.EMPTY);
      out.addAll(new HangingIndent(indent.rest(), indent.rest(), width).prepend(body));
    }
    return out;
  }

  @Override
  public List<Line> visit(Block.TemplateTag tag) {
    LineBreaker text = new LineBreaker();
    return text.append(tag.source(), RoleSet.of(Role.META), null)
        .breakLines(width, new Anchor.BlockStart(tag.line()));
  }

  @Override
  public List<Line> visit(Block.Footnotes footnotes) {
    List<Line> out = new ArrayList<>();
    out.add(horizontalRule(Math.min(width, 12)));
    for (Block.Footnote note : footnotes.notes()) {
      String label = numbering.footnoteLabel(note.number()) + " ";
      HangingIndent indent = HangingIndent.of(List.of(Span.of(label, Role.FOOTNOTE)), width);
      List<Line> rows = indent.prepend(inside(indent, 0).layOut(note.blocks(), false));
      rows.set(0, rows.getFirst().withAnchor(new Anchor.FootnoteStart(note.label(), note.line())));
      out.addAll(rows);
    }
    return out;
  }
}
