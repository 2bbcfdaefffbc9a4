package lectern.markdown;

import java.util.List;

/** The words of a heading, for lists of posts: without a parser where that is possible. */
public final class HeadingText {
  private HeadingText() {}

  /**
   * Reads a heading as its page shows it. Safe to call from several threads.
   *
   * @param heading what stands in it, on one line, without the marks that make it a heading
   */
  public static String of(String heading) {
    if (isPlainText(heading)) return TextNormalizer.normalize(heading);
    StringBuilder source = new StringBuilder("# ").append(heading);
    // the rest of the post defines links and footnotes by a label
    for (int i = heading.indexOf('['); i >= 0; i = heading.indexOf('[', i + 1)) {
      boolean label = heading.startsWith("^", i + 1) || i > 0 && heading.charAt(i - 1) == ']';
      int end = label ? heading.indexOf(']', i) : -1;
      if (end > 0) source.append("\n\n").append(heading, i, end + 1).append(": x");
    }
    List<Block.Heading> headings = Markdown.parse(source.toString(), 1).headings();
    return headings.isEmpty() ? heading : headings.getFirst().plainText();
  }

  /** Whether a heading has no markup, so that no parser is needed. */
  private static boolean isPlainText(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (!Character.isLetterOrDigit(c) && " ,.-'()?/".indexOf(c) < 0) return false;
    }
    return true;
  }
}
