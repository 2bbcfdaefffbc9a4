package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.BlockQuote;

/**
 * Alerts of GitHub: a quote whose first line is {@code [!NOTE]}; also with a title after it and
 * with {@code [!note]-}, as Obsidian writes callouts.
 */
final class Alerts {
  private Alerts() {}

  static Block convert(BlockQuote quote, List<Block> blocks, int line) {
    if (blocks.isEmpty() || !(blocks.getFirst() instanceof Block.Paragraph first))
      return new Block.BlockQuote(blocks, line);
    List<Inline> content = first.content();
    Block.Alert.Kind kind = parseKind(content);
    if (kind == null) return new Block.BlockQuote(blocks, line);
    int end = 0;
    while (end < content.size()
        && !(content.get(end) instanceof Inline.SoftBreak)
        && !(content.get(end) instanceof Inline.HardBreak)) end++;
    List<Block> rest = new ArrayList<>(blocks);
    if (end + 1 >= content.size()) rest.removeFirst();
    else
      rest.set(0, new Block.Paragraph(content.subList(end + 1, content.size()), first.line() + 1));
    return new Block.Alert(kind, parseTitle(content.subList(0, end)), rest, line);
  }

  /** The rest of the line after the marker. */
  private static List<Inline> parseTitle(List<Inline> firstLine) {
    List<Inline> out = new ArrayList<>(firstLine);
    String text = ((Inline.Text) out.removeFirst()).text();
    int from = text.indexOf(']') + 1;
    if (from < text.length() && "+-".indexOf(text.charAt(from)) >= 0) from++;
    String rest = text.substring(from).stripLeading();
    if (!rest.isEmpty()) out.addFirst(new Inline.Text(rest));
    return out;
  }

  private static Block.Alert.Kind parseKind(List<Inline> content) {
    if (content.isEmpty() || !(content.getFirst() instanceof Inline.Text(String text))) return null;
    int close = text.indexOf(']');
    if (!text.startsWith("[!") || close < 0) return null;
    String upper = text.substring(2, close).strip().toUpperCase(Locale.ROOT);
    for (Block.Alert.Kind kind : Block.Alert.Kind.values())
      if (kind.name().equals(upper)) return kind;
    return null;
  }
}
