package lectern.markdown.dialect;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** A construct of running text that begins with one of a few characters; it keeps no state. */
abstract class InlineSyntax implements InlineContentParserFactory, InlineContentParser {
  private final Set<Character> triggers;

  InlineSyntax(Character... triggers) {
    this.triggers = Set.of(triggers);
  }

  @Override
  public final Set<Character> getTriggerCharacters() {
    return triggers;
  }

  @Override
  public final InlineContentParser create() {
    return this;
  }

  /**
   * Moves a scanner to a text, and not further than so many characters.
   *
   * @param barrier a text that may not come before it; empty for none
   * @return whether the text was reached; the scanner stands before it
   */
  static boolean find(Scanner scanner, String text, String barrier, int maxLength) {
    for (int n = 0; n < maxLength && scanner.hasNext(); n++) {
      Position here = scanner.position();
      boolean found = scanner.next(text);
      boolean barred = !found && !barrier.isEmpty() && scanner.next(barrier);
      scanner.setPosition(here);
      if (found || barred) return found;
      scanner.next();
    }
    return false;
  }

  static String source(Scanner scanner, Position from, Position to) {
    return scanner.getSource(from, to).getContent();
  }

  /** Whether a line ends here, white space aside; the scanner stays where it is. */
  static boolean isAtLineEnd(Scanner scanner) {
    Position here = scanner.position();
    while (scanner.next(' ') || scanner.next('\t'))
      ;
    boolean ends = !scanner.hasNext() || scanner.peek() == '\n';
    scanner.setPosition(here);
    return ends;
  }

  /** Whether nothing or white space comes before. */
  static boolean isAfterSpace(Scanner scanner) {
    int before = scanner.peekPreviousCodePoint();
    return before == Scanner.END || Character.isWhitespace(before);
  }
}
