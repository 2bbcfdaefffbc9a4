package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.BlockQuote;

/**
 * GitHub's alerts: a quote whose first line is {@code [!NOTE]}; with a title behind it, as Obsidian
 * has them, also folded ones ({@code [!note]-}).
 */
final class Alerts {
  private Alerts() {}

  static Block convert(BlockQuote quote, List<Block> blocks, int line) {
    if (blocks.isEmpty() || !(blocks.getFirst() instanceof Block.Paragraph first))
      return new Block.BlockQuote(blocks, line);
    List<Inline> words = first.content();
    Block.Alert.Kind kind = parseKind(words);
    if (kind == null) return new Block.BlockQuote(blocks, line);
    int end = 0;
    while (end < words.size()
        && !(words.get(end) instanceof Inline.SoftBreak)
        && !(words.get(end) instanceof Inline.HardBreak)) end++;
    List<Block> rest = new ArrayList<>(blocks);
    if (end + 1 >= words.size()) rest.removeFirst();
    else rest.set(0, new Block.Paragraph(words.subList(end + 1, words.size()), first.line() + 1));
    return new Block.Alert(kind, parseTitle(words.subList(0, end)), rest, line);
  }

  /** What stands behind the mark on its line. */
  private static List<Inline> parseTitle(List<Inline> words) {
    List<Inline> out = new ArrayList<>(words);
    String text = ((Inline.Text) out.removeFirst()).text();
    int from = text.indexOf(']') + 1;
    if (from < text.length() && "+-".indexOf(text.charAt(from)) >= 0) from++;
    String rest = text.substring(from).stripLeading();
    if (!rest.isEmpty()) out.addFirst(new Inline.Text(rest));
    return out;
  }

  private static Block.Alert.Kind parseKind(List<Inline> words) {
    if (words.isEmpty() || !(words.getFirst() instanceof Inline.Text(String text))) return null;
    int close = text.indexOf(']');
    if (!text.startsWith("[!") || close < 0) return null;
    String upper = text.substring(2, close).strip().toUpperCase(Locale.ROOT);
    for (Block.Alert.Kind kind : Block.Alert.Kind.values())
      if (kind.name().equals(upper)) return kind;
    return null;
  }
}
