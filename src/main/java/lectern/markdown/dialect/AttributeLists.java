package lectern.markdown.dialect;

import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Hides attribute lists in braces, as kramdown, Pandoc, Python-Markdown and goldmark read them, and
 * MDX comments: <code>{#id}</code>, <code>{: #id .c key="value"}</code>, <code>{.c}</code>, <code>
 * {:toc}</code>, <code>{/*id*&#47;}</code>.
 */
final class AttributeLists extends InlineSyntax {
  /** Longer ones, in UTF-16 units, are text; so is what never closes. */
  private static final int MAX_LENGTH = 1_000;

  AttributeLists() {
    super('{');
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    int before = scanner.peekPreviousCodePoint();
    Position start = scanner.position();
    // Hugo's comments have two braces
    if (scanner.next("{/*")) return before == '{' ? ParsedInline.none() : parseComment(scanner);
    scanner.next();
    Position from = scanner.position();
    if (":#. abcdefghijklmnopqrstuvwxyz".indexOf(scanner.peek()) < 0) return ParsedInline.none();
    if (!find(scanner, "}", "{", MAX_LENGTH)) return ParsedInline.none();
    String inner = source(scanner, from, scanner.position());
    if (inner.indexOf('\n') >= 0) return ParsedInline.none();
    scanner.next();
    boolean attached = before == Scanner.END || ")]*_`:\"'”’".indexOf(before) >= 0;
    Attributes attributes = Attributes.parse(inner, attached || before == '\n');
    boolean known = attributes != null;
    // in the middle of a line, only kramdown's own sign tells it from words in braces
    boolean placed = attached || inner.startsWith(":") || isAtLineEnd(scanner);
    if (!known || !placed) return ParsedInline.none();
    return ParsedInline.of(new HiddenNode(inner, attributes.id()), scanner.position());
  }

  private static ParsedInline parseComment(Scanner scanner) {
    Position from = scanner.position();
    if (!find(scanner, "*/}", "{/*", MAX_LENGTH)) return ParsedInline.none();
    String words = source(scanner, from, scanner.position()).strip();
    scanner.next("*/}");
    String id = words.indexOf(' ') < 0 && words.indexOf('\n') < 0 ? words : "";
    return ParsedInline.of(new HiddenNode(words, id), scanner.position());
  }

  /**
   * The items of an attribute list.
   *
   * @param id empty for none
   */
  record Attributes(String id) {
    /**
     * @param inner what stands between the braces
     * @param pairs whether it may begin with {@code key=value}
     * @return null when it is no attribute list
     */
    static Attributes parse(String inner, boolean pairs) {
      boolean kramdown = inner.startsWith(":");
      String text = (kramdown ? inner.substring(1) : inner).strip();
      if (kramdown && (text.equals("toc") || text.equals("no_toc"))) return new Attributes("");
      String id = "";
      boolean first = true;
      for (int i = 0; i < text.length(); first = false) {
        int end = itemEnd(text, i);
        char c = text.charAt(i);
        boolean mark = c == '#' || c == '.';
        if (end < 0 || first && !mark && !kramdown && !pairs) return null;
        if (mark && !isName(text, i + 1, end) || !mark && text.indexOf('=', i) < i + 1) return null;
        if (!mark && !isName(text, i, text.indexOf('=', i))) return null;
        if (c == '#') id = text.substring(i + 1, end);
        i = end;
        while (i < text.length() && text.charAt(i) == ' ') i++;
      }
      return first ? null : new Attributes(id);
    }

    /** The end of the item that begins at an index; -1 where its quotation mark is not closed. */
    private static int itemEnd(String text, int from) {
      int i = from;
      while (i < text.length() && text.charAt(i) != ' ') {
        char c = text.charAt(i);
        int close = c == '"' || c == '\'' ? text.indexOf(c, i + 1) : i;
        if (close < 0) return -1;
        i = close + 1;
      }
      return i;
    }

    private static boolean isName(String text, int from, int to) {
      if (from >= to || !Character.isLetterOrDigit(text.charAt(from)) && text.charAt(from) != '_')
        return false;
      for (int i = from; i < to; i++)
        if (!Character.isLetterOrDigit(text.charAt(i)) && "-_.:/%".indexOf(text.charAt(i)) < 0)
          return false;
      return true;
    }
  }
}
