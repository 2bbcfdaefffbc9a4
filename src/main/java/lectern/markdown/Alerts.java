package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.BlockQuote;

/**
 * Alerts of GitHub and callouts of Obsidian: a quote whose first line begins with {@code [!NOTE]}
 * or any other word, with a fold mark and a title after it where it has them.
 */
final class Alerts {
  private Alerts() {}

  static Block convert(BlockQuote quote, List<Block> blocks, int line) {
    if (blocks.isEmpty() || !(blocks.getFirst() instanceof Block.Paragraph first))
      return new Block.BlockQuote(blocks, line);
    List<Inline> content = first.content();
    String word = parseWord(content);
    if (word.isEmpty()) return new Block.BlockQuote(blocks, line);
    int end = 0;
    while (end < content.size()
        && !(content.get(end) instanceof Inline.SoftBreak)
        && !(content.get(end) instanceof Inline.HardBreak)) end++;
    List<Block> rest = new ArrayList<>(blocks);
    if (end + 1 >= content.size()) rest.removeFirst();
    else
      rest.set(0, new Block.Paragraph(content.subList(end + 1, content.size()), first.line() + 1));
    return create(word, parseTitle(content.subList(0, end)), rest, line);
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

  /** The word between {@code [!} and {@code ]}, without what follows a bar; empty for none. */
  private static String parseWord(List<Inline> content) {
    if (content.isEmpty() || !(content.getFirst() instanceof Inline.Text(String text))) return "";
    int close = text.indexOf(']');
    if (!text.startsWith("[!") || close < 0) return "";
    int bar = text.indexOf('|');
    return text.substring(2, bar > 0 && bar < close ? bar : close).strip();
  }

  /**
   * @param word of which kind it is, as written
   */
  static Block create(String word, List<Inline> title, List<Block> blocks, int line) {
    return new Block.Alert(kindOf(word), labelOf(word), title, blocks, line);
  }

  /** The word with spaces for hyphens, and only its first letter a capital where all were. */
  static String labelOf(String word) {
    String text = word.replace('-', ' ').replace('_', ' ').strip();
    if (text.isEmpty()) return "Note";
    int first = text.offsetByCodePoints(0, 1);
    String rest = text.substring(first);
    boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
    return text.substring(0, first).toUpperCase(Locale.ROOT)
        + (shouted ? rest.toLowerCase(Locale.ROOT) : rest);
  }

  private static Block.Alert.Kind kindOf(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "tip", "hint", "success", "check", "done" -> Block.Alert.Kind.TIP;
      case "important", "attention" -> Block.Alert.Kind.IMPORTANT;
      case "warning", "warn" -> Block.Alert.Kind.WARNING;
      case "caution", "danger", "error", "failure", "fail", "missing", "bug" ->
          Block.Alert.Kind.CAUTION;
      default -> Block.Alert.Kind.NOTE;
    };
  }
}
