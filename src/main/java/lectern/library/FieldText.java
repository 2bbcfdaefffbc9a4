package lectern.library;

import java.util.function.UnaryOperator;
import lectern.data.Value.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Titles and descriptions of front matter, in which writers use Markdown although most generators
 * show it as it is: what only looks like Markdown stays.
 */
final class FieldText {
  /** Tags that stand in a line of text; others are words, as {@code List<String>} has them. */
  private static final String INLINE_TAGS =
      " a abbr b bdi br cite code del em i img ins kbd mark q s small span strike strong sub sup u"
          + " var wbr ";

  /** UTF-16 units; a longer text is shown as it is. */
  private static final int MAX_LENGTH = 2000;

  private final String text;
  private final StringBuilder out = new StringBuilder();

  private FieldText(String text) {
    this.text = text;
  }

  /**
   * The words of a field as they may be shown anywhere; empty without the field.
   *
   * @param headingText the words of a heading, which is given as Markdown
   */
  static String words(@Nullable Scalar field, UnaryOperator<String> headingText) {
    if (field == null) return "";
    String plain = PostParser.toDisplayText(field.text());
    if (plain.length() > MAX_LENGTH || !hasMarkup(plain)) return plain;
    String words = PostParser.toDisplayText(headingText.apply(new FieldText(plain).protect()));
    return words.isEmpty() ? plain : words;
  }

  /** Whether a text may be other than its words. Most are not: a list of them loads no parser. */
  private static boolean hasMarkup(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      boolean markup =
          switch (c) {
            case '`', '*' -> text.indexOf(c, i + 1) > 0;
            case '_' -> text.indexOf(c, i + 1) > 0 && !isWord(i > 0 ? text.charAt(i - 1) : ' ');
            case '&' -> (isWord(next) || next == '#') && text.indexOf(';', i) > 0;
            case '<' -> isWord(next) || next == '/' || next == '!';
            case '[' -> next == '[' || text.indexOf("](", i) > 0 || text.indexOf("][", i) > 0;
            case '\\' -> isPunctuation(next);
            case '~', '=' -> next == c && text.indexOf(c, i + 2) > 0;
            case ':' -> isWord(next) && text.indexOf(':', i + 1) > 0;
            case '{' -> "%{#:./<".indexOf(next) >= 0;
            default -> false;
          };
      if (markup) return true;
    }
    return false;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 0x7f && !isWord(c);
  }

  /** The text as the inside of a heading in Markdown. */
  private String protect() {
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      int end = c == '`' ? endOfCode(i) : c == '_' ? endOfDunder(i) : i + 1;
      if (c == '\\' && end < text.length()) end++;
      if (c == '_' && end > i + 1) out.append(text.substring(i, end).replace("_", "\\_"));
      else if (c == '<' && !isInlineTag(i) || c == '*' && isInsideWord(i) || c == '#' && isLast(i))
        out.append('\\').append(c);
      else out.append(text, i, end);
      i = end;
    }
    return out.toString();
  }

  /** The index after the code span that begins here, or after its backticks when it never ends. */
  private int endOfCode(int from) {
    int length = runLength(from);
    for (int i = text.indexOf('`', from + length); i >= 0; ) {
      int run = runLength(i);
      if (run == length) return i + run;
      i = text.indexOf('`', i + run);
    }
    return from + length;
  }

  private int runLength(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == text.charAt(from)) end++;
    return end - from;
  }

  /** The index after a name as {@code __init__}; the next index for none. */
  private int endOfDunder(int from) {
    if (runLength(from) != 2 || from > 0 && isWord(text.charAt(from - 1))) return from + 1;
    int end = from + 2;
    while (end < text.length() && (isWord(text.charAt(end)) || text.charAt(end) == '_')) end++;
    return end > from + 4 && text.startsWith("__", end - 2) ? end : from + 1;
  }

  private boolean isInlineTag(int from) {
    int start = text.startsWith("/", from + 1) ? from + 2 : from + 1;
    int end = start;
    while (end < text.length() && isWord(text.charAt(end))) end++;
    if (text.startsWith("://", end) || text.startsWith("!--", start)) return true;
    String name = text.substring(start, end);
    return !name.isEmpty() && INLINE_TAGS.contains(" " + name + " ");
  }

  /** {@code 2*3*4}. */
  private boolean isInsideWord(int at) {
    return at > 0
        && at + 1 < text.length()
        && isWord(text.charAt(at - 1))
        && isWord(text.charAt(at + 1));
  }

  /** Whether only such signs follow a space here: they would close the heading. */
  private boolean isLast(int at) {
    return (at == 0 || text.charAt(at - 1) == ' ') && at + runLength(at) == text.length();
  }
}
