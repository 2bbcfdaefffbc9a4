package lectern.markdown.dialect;

import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads {@code [[note]]}, {@code [[note#heading|label]]} and {@code ![[embed]]}. Of the two
 * brackets on each side the inner ones become a node; of the outer ones the first is emptied here,
 * and the last is left for whoever reads the node, since the parser takes only one at a time.
 */
final class WikiLinks implements LinkProcessor {
  /** In UTF-16 units. */
  private static final int MAX_LENGTH = 1_000;

  @Override
  public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
    if (link.destination() != null) return LinkResult.none();
    return link.marker() == null ? processInner(link, scanner, context) : processEmbed(link);
  }

  private static LinkResult processInner(
      LinkInfo link, Scanner scanner, InlineParserContext context) {
    Node outer = link.openingBracket().getPrevious();
    boolean opens = outer instanceof Text text && isBracket(text) && isName(link.text());
    if (!opens || isDefined(context, link.text())) return LinkResult.none();
    scanner.setPosition(link.afterTextBracket());
    if (!scanner.next(']') || startsLink(scanner, context)) return LinkResult.none();
    boolean embed =
        outer.getPrevious() instanceof Text bang
            && bang.getLiteral().equals("!")
            && !(bang instanceof EscapedText);
    if (!embed) ((Text) outer).setLiteral("");
    return LinkResult.replaceWith(new WikiLinkNode(link.text(), embed), link.afterTextBracket());
  }

  /** The brackets around the node of an embed, with the mark before them. */
  private static LinkResult processEmbed(LinkInfo link) {
    boolean embed =
        link.marker().getLiteral().equals("!")
            && link.openingBracket().getNext() instanceof WikiLinkNode node
            && node.isEmbed()
            && node.getNext() == null;
    if (!embed) return LinkResult.none();
    String source = ((WikiLinkNode) link.openingBracket().getNext()).source();
    return LinkResult.replaceWith(new WikiLinkNode(source, true), link.afterTextBracket())
        .includeMarker();
  }

  private static boolean isBracket(Text text) {
    return text.getLiteral().equals("[") && !(text instanceof EscapedText);
  }

  private static boolean isName(String text) {
    if (text.isBlank() || text.length() > MAX_LENGTH || text.startsWith("^")) return false;
    for (int i = 0; i < text.length(); i++) if ("[]\n".indexOf(text.charAt(i)) >= 0) return false;
    return !Character.isWhitespace(text.charAt(0));
  }

  private static boolean isDefined(InlineParserContext context, String label) {
    return context.getDefinition(LinkReferenceDefinition.class, label) != null;
  }

  /** Whether the brackets are the text of an ordinary link: {@code [[1]](x)}, {@code [[1]][x]}. */
  private static boolean startsLink(Scanner scanner, InlineParserContext context) {
    if (scanner.peek() == '(') return true;
    if (!scanner.next('[') || scanner.peek() == '[') return false;
    Position from = scanner.position();
    boolean closed = InlineSyntax.find(scanner, "]", "[", MAX_LENGTH);
    return closed && isDefined(context, InlineSyntax.source(scanner, from, scanner.position()));
  }
}
