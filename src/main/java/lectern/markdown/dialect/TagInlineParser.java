package lectern.markdown.dialect;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/** Parses template tags in running text, so that nothing in them is taken for Markdown. */
final class TagInlineParser implements InlineContentParser {
  /** Makes the parser of a document. */
  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('{');
    }

    @Override
    public InlineContentParser create() {
      return new TagInlineParser();
    }
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    scanner.next();
    char kind = scanner.peek();
    if (kind != '{' && kind != '%' && kind != '#') return ParsedInline.none();
    scanner.next();
    StringBuilder text = new StringBuilder("{").append(kind);
    char last = kind == '{' ? '}' : kind;
    for (char before = 0; scanner.hasNext() && text.length() < TemplateTag.MAX_LENGTH; ) {
      char c = scanner.peek();
      scanner.next();
      text.append(c);
      if (c == '}' && before == last) return parsed(TemplateTag.parse(text.toString(), 0), scanner);
      before = c;
    }
    return ParsedInline.none();
  }

  private static ParsedInline parsed(TemplateTag tag, Scanner scanner) {
    return tag == null
        ? ParsedInline.none()
        : ParsedInline.of(new TagInline(tag), scanner.position());
  }
}
