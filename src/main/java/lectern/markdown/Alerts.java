package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.BlockQuote;

/** GitHub's alerts: a quote whose first line is {@code [!NOTE]} and nothing else. */
final class Alerts {
  private Alerts() {}

  static Block of(BlockQuote quote, List<Block> blocks, int line) {
    if (blocks.isEmpty() || !(blocks.getFirst() instanceof Block.Paragraph first))
      return new Block.Quote(blocks, line);
    Block.Alert.Kind kind = kind(first.content());
    if (kind == null) return new Block.Quote(blocks, line);
    List<Block> rest = new ArrayList<>(blocks);
    List<Inline> words = first.content();
    if (words.size() <= 2) rest.removeFirst();
    else rest.set(0, new Block.Paragraph(words.subList(2, words.size()), first.line() + 1));
    return new Block.Alert(kind, List.of(), rest, line);
  }

  private static Block.Alert.Kind kind(List<Inline> words) {
    if (words.isEmpty() || !(words.getFirst() instanceof Inline.Text(String text))) return null;
    if (words.size() > 1
        && !(words.get(1) instanceof Inline.SoftBreak)
        && !(words.get(1) instanceof Inline.HardBreak)) return null;
    String name = text.strip();
    if (!name.startsWith("[!") || !name.endsWith("]")) return null;
    String upper = name.substring(2, name.length() - 1).toUpperCase(Locale.ROOT);
    for (Block.Alert.Kind kind : Block.Alert.Kind.values())
      if (kind.name().equals(upper)) return kind;
    return null;
  }
}
