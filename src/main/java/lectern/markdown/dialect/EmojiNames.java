package lectern.markdown.dialect;

import java.util.HashMap;
import java.util.Map;
import lectern.text.Resources;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Reads the names that GitHub gives to emoji: {@code :tada:}. */
final class EmojiNames extends InlineSyntax {
  private static final int MAX_LENGTH = 50;

  EmojiNames() {
    super(':');
  }

  /** Read when the first name occurs: most posts have none. */
  private static final class Table {
    static final Map<String, String> EMOJI = read();

    private static Map<String, String> read() {
      Map<String, String> out = new HashMap<>(4_096);
      String names = Resources.read("emoji/github.names");
      for (String line : names == null ? new String[0] : names.split("\n")) {
        String[] words = line.split(" ");
        for (int i = 1; i < words.length; i++) out.put(words[i], words[0]);
      }
      return out;
    }
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    int before = scanner.peekPreviousCodePoint();
    boolean word = before < 0x2e80 && Character.isLetterOrDigit(before);
    if (word || before == ':' || before == '/') return ParsedInline.none();
    scanner.next();
    Position from = scanner.position();
    int length = 0;
    while (length < MAX_LENGTH && isNamePart(scanner.peek())) {
      scanner.next();
      length++;
    }
    if (length == 0 || scanner.peek() != ':') return ParsedInline.none();
    String name = source(scanner, from, scanner.position());
    scanner.next();
    String emoji = Table.EMOJI.get(name);
    if (emoji == null) return ParsedInline.none();
    return ParsedInline.of(new EmojiNode(name, emoji), scanner.position());
  }

  private static boolean isNamePart(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '+' || c == '-';
  }
}
