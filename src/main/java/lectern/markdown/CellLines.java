package lectern.markdown;

import java.util.ArrayList;
import java.util.List;

/** Shows the paragraphs and lists of a table's cell as its lines. */
final class CellLines {
  private final List<Inline> out = new ArrayList<>();

  private CellLines() {}

  /**
   * @return null where another block, such as code, has to stand on its own
   */
  static List<Inline> of(List<Block> blocks) {
    CellLines lines = new CellLines();
    if (!lines.append(blocks, "")) return null;
    return Inlines.trim(lines.out);
  }

  private boolean append(List<Block> blocks, String indent) {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block instanceof Block.Paragraph(List<Inline> content, int line)) {
        if (i > 0 || indent.isEmpty()) startLine(i == 0 ? "" : indent);
        out.addAll(content);
      } else if (block instanceof Block.ListBlock list) {
        if (!appendList(list, indent)) return false;
      } else if (!(block instanceof Block.ThematicBreak)) return false;
    }
    return true;
  }

  private boolean appendList(Block.ListBlock list, String indent) {
    int number = list.start();
    for (Block.ListItem item : list.items()) {
      startLine(indent);
      out.add(new Inline.Text(marker(item, number++, list.start() < 0)));
      if (!append(item.blocks(), indent + "\u00a0\u00a0")) return false;
    }
    return true;
  }

  private static String marker(Block.ListItem item, int number, boolean bullet) {
    if (item.checked() != null) return item.checked() ? "☑ " : "☐ ";
    return bullet ? "• " : number + ". ";
  }

  private void startLine(String indent) {
    Inlines.startNewLine(out);
    if (!indent.isEmpty()) out.add(new Inline.Text(indent));
  }
}
