package lectern.markdown.dialect;

import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/** Hides Obsidian's comments: {@code %%note%%}, also on lines of their own around blocks. */
public final class ObsidianComments extends InlineSyntax {
  private static final String MARK = "%%";

  /** In UTF-16 units. */
  private static final int MAX_LENGTH = 10_000;

  ObsidianComments() {
    super('%');
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    boolean hidden = scanner.next(MARK) && find(scanner, MARK, "", MAX_LENGTH);
    if (!hidden || !scanner.next(MARK)) return ParsedInline.none();
    return ParsedInline.of(new HiddenNode("", ""), scanner.position());
  }

  /** Blanks comments that begin on a line of their own; line numbers are kept. */
  public static String removeBlocks(String source) {
    if (!source.startsWith(MARK) && source.indexOf("\n" + MARK) < 0) return source;
    StringBuilder out = new StringBuilder(source.length());
    CodeFence fence = new CodeFence(source);
    for (int from = 0; from < source.length(); ) {
      int end = lineEnd(source, from);
      boolean code = fence.containsLine(from, end);
      int to = !code && source.startsWith(MARK, from) ? commentEnd(source, from, end) : -1;
      if (to < 0) out.append(source, from, to = end);
      else for (int i = from; i < to; i++) if (source.charAt(i) == '\n') out.append('\n');
      if (to < source.length()) out.append('\n');
      from = to + 1;
    }
    return out.toString();
  }

  /**
   * Where the comment ends that begins on a line and goes on below it: after a line that ends with
   * the mark.
   *
   * @return -1 where it ends on its first line, or never
   */
  private static int commentEnd(String source, int from, int end) {
    if (source.indexOf(MARK, from + 2) < end && source.indexOf(MARK, from + 2) >= 0) return -1;
    int close = source.indexOf(MARK, end);
    if (close < 0) return -1;
    int to = lineEnd(source, close);
    return source.substring(close + 2, to).isBlank() ? to : -1;
  }

  private static int lineEnd(String source, int from) {
    int end = source.indexOf('\n', from);
    return end < 0 ? source.length() : end;
  }
}
