package lectern.markdown.dialect;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.InlineParserFactory;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Emphasis beside CJK punctuation, after the <a
 * href="https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md">CJK-friendly
 * amendments</a>, and limits for runs and for brackets that never close. The parser of
 * commonmark-java decides by the characters on both sides of a run of {@code *}; where the
 * amendments decide otherwise, it is shown other characters there, while the text that it takes out
 * of a line stays as written.
 */
public final class EmphasisContext implements InlineParserFactory {
  /** Brackets of a paragraph that stay open; with more, links cost time squared. */
  private static final int MAX_OPEN_BRACKETS = 200;

  /** Runs of a paragraph that may be emphasis: pairing costs time squared in the worst case. */
  private static final int MAX_RUNS = 1_000;

  /** What the parser sees instead: neither punctuation nor white space, and the other way round. */
  private static final char LETTER = '\u4e00';

  private static final char PUNCTUATION = '\u3001';

  @Override
  public InlineParser create(InlineParserContext context) {
    return new AmendedParser(new InlineParserImpl(context));
  }

  private record AmendedParser(InlineParser parser) implements InlineParser {
    @Override
    public void parse(SourceLines lines, Node node) {
      String text = isConcerned(lines) ? lines.getContent() : "";
      char[] seen = text.isEmpty() ? null : new Amendment(text).seen();
      parser.parse(
          seen == null ? lines : SourceLines.of(SourceLine.of(new Lens(text, seen), null)), node);
    }
  }

  /** Whether a text has runs beside what is no ASCII, or a great many runs or brackets. */
  private static boolean isConcerned(SourceLines lines) {
    int signs = 0;
    for (SourceLine each : lines.getLines()) {
      CharSequence line = each.getContent();
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c != '[' && !isRunChar(c)) continue;
        if (++signs > MAX_OPEN_BRACKETS) return true;
        if (i > 0 && line.charAt(i - 1) > 0x7f) return true;
        if (i + 1 < line.length() && line.charAt(i + 1) > 0x7f) return true;
      }
    }
    return false;
  }

  private static boolean isRunChar(char c) {
    return c == '*' || c == '_' || c == '~' || c == '=';
  }

  /**
   * A text of which single characters look different; what is cut out of it is the text itself.
   *
   * @param seen for each index
   */
  private record Lens(String text, char[] seen) implements CharSequence {
    @Override
    public int length() {
      return seen.length;
    }

    @Override
    public char charAt(int index) {
      return seen[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** What the parser is shown of one text. */
  private static final class Amendment {
    private final String text;
    private char[] seen;

    /** The index after the last run that was amended; the character there stands between two. */
    private int lastAfter = -1;

    Amendment(String text) {
      this.text = text;
    }

    /**
     * @return null where nothing differs
     */
    char[] seen() {
      hideOpenBrackets();
      int runs = 0;
      for (int i = 0; i < text.length(); ) {
        int end = i;
        char c = text.charAt(i);
        while (isRunChar(c) && end < text.length() && text.charAt(end) == c) end++;
        if (end > i && ++runs > MAX_RUNS) for (int k = i; k < end; k++) show(k, LETTER);
        // beside an underscore the amendments change nothing
        else if (end > i && c != '_' && i > 0 && end < text.length()) amend(i, end);
        i = Math.max(i + 1, end);
      }
      return seen;
    }

    private void hideOpenBrackets() {
      int closing = 0;
      int open = 0;
      for (int i = text.length() - 1; i >= 0; i--) {
        char c = text.charAt(i);
        if (c == ']') closing++;
        else if (c == '[' && closing > 0) closing--;
        else if (c == '[' && ++open > MAX_OPEN_BRACKETS) show(i, LETTER);
      }
    }

    private void show(int index, char c) {
      if (seen == null) seen = text.toCharArray();
      seen[index] = c;
    }

    /** Amends the characters around a run. */
    private void amend(int from, int to) {
      int before = text.codePointBefore(from);
      int after = text.codePointAt(to);
      // a variation selector belongs to the character before it
      if (before >= 0xfe00 && before <= 0xfe0e && from > 1) before = text.codePointBefore(from - 1);
      boolean afterCjk = Cjk.contains(before);
      boolean beforeCjk = Cjk.contains(after);
      if (!afterCjk && !beforeCjk) return;
      boolean afterSign = !afterCjk && isPunctuation(before);
      boolean beforeSign = !beforeCjk && isPunctuation(after);
      if (afterCjk && beforeSign && from - 1 > lastAfter) show(from - 1, PUNCTUATION);
      else if (afterCjk && !beforeSign && isPunctuation(before) && !isSpace(after))
        show(from - 1, LETTER);
      if (beforeCjk && afterSign) show(to, PUNCTUATION);
      else if (beforeCjk && isPunctuation(after) && !isSpace(before)) show(to, LETTER);
      lastAfter = to;
    }

    private static boolean isSpace(int c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Unicode punctuation as CommonMark 0.31 has it: categories P and S. */
    private static boolean isPunctuation(int c) {
      return switch (Character.getType(c)) {
        case Character.CONNECTOR_PUNCTUATION,
            Character.DASH_PUNCTUATION,
            Character.START_PUNCTUATION,
            Character.END_PUNCTUATION,
            Character.INITIAL_QUOTE_PUNCTUATION,
            Character.FINAL_QUOTE_PUNCTUATION,
            Character.OTHER_PUNCTUATION,
            Character.MATH_SYMBOL,
            Character.CURRENCY_SYMBOL,
            Character.MODIFIER_SYMBOL,
            Character.OTHER_SYMBOL ->
            true;
        default -> false;
      };
    }
  }
}
