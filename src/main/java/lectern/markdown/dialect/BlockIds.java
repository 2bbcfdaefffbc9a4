package lectern.markdown.dialect;

import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Hides the ids that Obsidian puts at the end of a block: {@code ^quote-1}. */
final class BlockIds extends InlineSyntax {
  BlockIds() {
    super('^');
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    if (!isAfterSpace(scanner)) return ParsedInline.none();
    scanner.next();
    Position from = scanner.position();
    boolean letters = false;
    for (char c = scanner.peek(); isIdPart(c); c = scanner.peek()) {
      letters |= c > '9';
      scanner.next();
    }
    String id = source(scanner, from, scanner.position());
    // a number alone is a power or a note
    if (!letters || id.length() < 2 || !isAtLineEnd(scanner)) return ParsedInline.none();
    return ParsedInline.of(new HiddenNode(id, id), scanner.position());
  }

  private static boolean isIdPart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
  }
}
