package lectern.markdown.dialect;

import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Keeps mathematics in running text as it is written: {@code $x_1$}, {@code $$x$$}, {@code
 * \(a_b\)}, {@code \[…\]}. The dollars of prices are text (the rule is Pandoc's).
 */
final class MathSpans extends InlineSyntax {
  /** In UTF-16 units. */
  private static final int MAX_LENGTH = 2_000;

  MathSpans() {
    super('$', '\\');
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    Position start = scanner.position();
    boolean math =
        scanner.peek() == '\\'
            ? skipBrackets(scanner)
            : scanner.next("$$") ? skipDisplay(scanner) : skipDollars(scanner);
    if (math) {
      Position end = scanner.position();
      return ParsedInline.of(new Text(source(scanner, start, end)), end);
    }
    scanner.setPosition(start);
    return parseEscapedBracket(scanner);
  }

  /** An escaped bracket is told from one that may open a link. */
  private static ParsedInline parseEscapedBracket(Scanner scanner) {
    boolean bracket = scanner.next("\\[");
    if (!bracket && !scanner.next("\\!")) return ParsedInline.none();
    return ParsedInline.of(new EscapedText(bracket ? "[" : "!"), scanner.position());
  }

  private static boolean skipDisplay(Scanner scanner) {
    return scanner.peek() != '$' && find(scanner, "$$", "", MAX_LENGTH) && scanner.next("$$");
  }

  private static boolean skipDollars(Scanner scanner) {
    int before = scanner.peekPreviousCodePoint();
    scanner.next();
    boolean opens = !Character.isLetterOrDigit(before) && !isSpace(scanner.peek());
    if (!opens || scanner.peek() == '$') return false;
    for (int n = 0; n < MAX_LENGTH && scanner.hasNext() && scanner.peek() != '\n'; n++) {
      if (scanner.next('\\')) scanner.next();
      else if (scanner.peek() == '$') {
        boolean closes = !isSpace(scanner.peekPreviousCodePoint());
        scanner.next();
        return closes && !Character.isLetterOrDigit(scanner.peekCodePoint());
      } else scanner.next();
    }
    return false;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == Scanner.END;
  }

  /** TeX's brackets, around what looks like mathematics: others are escaped brackets. */
  private static boolean skipBrackets(Scanner scanner) {
    boolean display = scanner.next("\\[");
    if (!display && !scanner.next("\\(")) return false;
    Position from = scanner.position();
    String close = display ? "\\]" : "\\)";
    if (!find(scanner, close, display ? "\\[" : "\\(", MAX_LENGTH)) return false;
    String inner = source(scanner, from, scanner.position());
    scanner.next(close);
    return isMath(inner, display ? "\\^" : "\\^_={");
  }

  private static boolean isMath(String inner, String signs) {
    for (int i = 0; i < inner.length(); i++) if (signs.indexOf(inner.charAt(i)) >= 0) return true;
    return signs.indexOf('_') > 0 && inner.length() == 1 && Character.isLetter(inner.charAt(0));
  }
}
