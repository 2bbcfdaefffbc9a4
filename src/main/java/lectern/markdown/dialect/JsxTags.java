package lectern.markdown.dialect;

import java.util.Set;
import org.commonmark.node.HtmlInline;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads tags with expressions in braces, such as {@code <img style={{float: 'left'}} />}, as the
 * tags of HTML that they stand for: many generators read {@code .md} as MDX.
 */
public final class JsxTags implements InlineContentParser {
  /** Characters left to search for the ends of what only looks like a tag: keeps it linear. */
  private int scanBudget = 1 << 20;

  private JsxTags() {}

  /** Is asked at each {@code <}, before commonmark. */
  public static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
      return new JsxTags();
    }
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    Position start = scanner.position();
    String text = scanTag(scanner);
    JsxTag tag = text.isEmpty() ? null : JsxTag.parse(text, 0);
    if (tag == null || !tag.hasExpression()) return ParsedInline.none();
    scanner.setPosition(start);
    for (int i = 0; i < tag.end(); i++) scanner.next();
    HtmlInline html = new HtmlInline();
    html.setLiteral(tag.toHtml());
    return ParsedInline.of(html, scanner.position());
  }

  /** The text from a tag on, as far as it may reach; empty where it has no expression. */
  private String scanTag(Scanner scanner) {
    StringBuilder out = new StringBuilder();
    boolean expression = false;
    while (scanner.hasNext() && out.length() < JsxTag.MAX_LENGTH) {
      char c = scanner.peek();
      boolean ends = out.length() == 1 ? !Character.isLetter(c) : c == '>' || c == '<';
      if (!expression && ends && !out.isEmpty()) return "";
      expression |= c == '{';
      if (expression && --scanBudget < 0) return "";
      out.append(c);
      scanner.next();
    }
    return expression ? out.toString() : "";
  }

  /**
   * A block of HTML with the expressions of its tags, and comments in braces, taken out.
   *
   * @param html the block's source
   */
  public static String removeExpressions(String html) {
    return html.indexOf('{') < 0 ? html : new JsxTags().removeFrom(html);
  }

  private String removeFrom(String html) {
    StringBuilder out = new StringBuilder(html.length());
    int lastComment = html.lastIndexOf("*/}");
    for (int i = 0; i < html.length(); ) {
      char c = html.charAt(i);
      JsxTag tag = c == '<' && scanBudget > 0 ? JsxTag.parse(html, i) : null;
      if (tag != null && tag.hasExpression()) {
        out.append(tag.toHtml());
        i = tag.end();
      } else if (c == '{' && i < lastComment && html.startsWith("{/*", i)) {
        i = html.indexOf("*/}", i) + 3;
      } else {
        if (c == '<' && tag == null) scanBudget -= JsxTag.MAX_LENGTH;
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }
}
