package lectern.markdown.dialect;

import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Reads {@code ==mark==}; other runs of equals signs, and those inside a word, are text. */
final class Highlights extends InlineSyntax implements DelimiterProcessor {
  Highlights() {
    super('=');
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    boolean afterWord = isLetter(scanner.peekPreviousCodePoint());
    int run = scanner.matchMultiple('=');
    if (run == 2 && !(afterWord && isLetter(scanner.peekCodePoint()))) return ParsedInline.none();
    return ParsedInline.of(new Text("=".repeat(run)), scanner.position());
  }

  /** Of scripts that put spaces between words. */
  private static boolean isLetter(int c) {
    return c < 0x2e80 && Character.isLetterOrDigit(c);
  }

  @Override
  public char getOpeningCharacter() {
    return '=';
  }

  @Override
  public char getClosingCharacter() {
    return '=';
  }

  @Override
  public int getMinLength() {
    return 2;
  }

  @Override
  public int process(DelimiterRun opening, DelimiterRun closing) {
    if (opening.length() != 2 || closing.length() != 2) return 0;
    Text opener = opening.getOpener();
    Node marked = new HighlightNode();
    for (Node node : Nodes.between(opener, closing.getCloser())) marked.appendChild(node);
    opener.insertAfter(marked);
    return 2;
  }
}
