package lectern.layout;

import java.util.ArrayList;
import java.util.List;
import lectern.code.Highlighter;
import lectern.markdown.Block;
import lectern.text.Anchor;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.LineBreak;
import lectern.text.Role;
import lectern.text.RoleSet;
import lectern.text.Span;

/**
 * Lays out a code block: a label, then its lines, indented and coloured, without a frame, so that
 * they can be selected.
 */
final class CodeBlockLayout {
  private static final int INDENT = 2;
  private static final int TAB_WIDTH = 4;
  private static final RoleSet PLAIN = RoleSet.of(Role.CODE_BLOCK);

  private final Glyphs glyphs;
  private final boolean wrap;

  CodeBlockLayout(Glyphs glyphs, boolean wrap) {
    this.glyphs = glyphs;
    this.wrap = wrap;
  }

  /**
   * @param number of the block in the document, from 1
   * @param width columns
   */
  List<Line> layOut(Block.CodeBlock code, int number, int width) {
    Anchor anchor = new Anchor.CodeBlockStart(number, code.language(), code.line());
    List<Line> out = new ArrayList<>();
    String label = code.isFile() ? "" : label(code);
    int indent = width > INDENT + 8 && !code.isFile() ? INDENT : 0;
    if (!label.isEmpty()) out.addAll(layOutLabel(label, width, anchor));
    byte[] roles = Highlighter.highlight(code.language(), code.literal());
    String text = code.literal();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      if (end < 0) end = text.length();
      layOutLine(text, from, end, roles, indent, width, out);
      from = end + 1;
    }
    if (out.isEmpty()) out.add(Line.EMPTY);
    if (label.isEmpty()) out.set(0, out.getFirst().withAnchor(anchor));
    return out;
  }

  private static String label(Block.CodeBlock code) {
    if (code.title().isEmpty()) return code.language();
    return code.language().isEmpty() ? code.title() : code.language() + "  " + code.title();
  }

  private List<Line> layOutLabel(String label, int width, Anchor anchor) {
    RoleSet roles = RoleSet.of(Role.DECOR, Role.CODE_LABEL);
    return new LineBreaker()
        .appendVerbatim(glyphs.codeBar() + label, roles, null)
        .breakLines(width, anchor);
  }

  /** One line of the source; tabs are expanded to stops of four columns, after colouring. */
  private void layOutLine(
      String text, int from, int to, byte[] roles, int indent, int width, List<Line> out) {
    LineWrapper row = new LineWrapper(indent, wrap ? width : Integer.MAX_VALUE, out);
    for (int i = from; i < to; ) {
      int next = Math.min(to, DisplayWidth.nextGrapheme(text, i));
      if (text.charAt(i) == '\t') row.appendTab();
      else row.append(text, i, next, roles[i]);
      i = next;
    }
    row.finish();
  }

  /**
   * Wraps by columns: fills rows with grapheme clusters and starts a new one, marked, where the
   * width is reached.
   */
  private final class LineWrapper {
    private final int indent;
    private final int width;
    private final List<Line> out;
    private final StringBuilder pendingText = new StringBuilder();
    private List<Span> spans = new ArrayList<>();
    private int column;
    private int codeColumn;
    private byte role;

    LineWrapper(int indent, int width, List<Line> out) {
      this.indent = indent;
      this.width = width;
      this.out = out;
      startLine(" ".repeat(indent));
    }

    private void startLine(String lead) {
      spans = new ArrayList<>();
      if (!lead.isEmpty()) spans.add(Span.of(lead, Role.DECOR));
      column = DisplayWidth.of(lead);
    }

    void appendTab() {
      int spaces = TAB_WIDTH - codeColumn % TAB_WIDTH;
      for (int i = 0; i < spaces; i++) append(" ", 0, 1, role);
    }

    void append(String text, int from, int to, byte next) {
      int columns = DisplayWidth.ofGrapheme(text, from, to);
      if (column + columns > width && column > leadWidth()) wrap();
      if (next != role) {
        flush();
        role = next;
      }
      pendingText.append(text, from, to);
      column += columns;
      codeColumn += columns;
    }

    private int leadWidth() {
      return spans.isEmpty() ? 0 : DisplayWidth.of(spans.getFirst().text());
    }

    private void wrap() {
      flush();
      out.add(new Line(spans, LineBreak.FORCED, Anchor.NONE));
      startLine(width > indent + 8 ? glyphs.wrapMark() + " " + " ".repeat(indent) : "");
    }

    private void flush() {
      if (pendingText.isEmpty()) return;
      RoleSet roles = role == 0 ? PLAIN : PLAIN.with(RoleSet.byOrdinal(role - 1));
      spans.add(Span.of(pendingText.toString(), roles));
      pendingText.setLength(0);
    }

    void finish() {
      flush();
      boolean empty = codeColumn == 0;
      out.add(empty ? Line.EMPTY : new Line(spans, LineBreak.HARD, Anchor.NONE));
    }
  }
}
