package lectern.library;

import org.jspecify.annotations.Nullable;

/**
 * Finds the first heading of a text, the title of a post without one: where it is of level 1 or
 * nothing stands before it. ATX, setext (CommonMark 0.31 §4.2, §4.3) and {@code h1} of HTML, not
 * inside code, comments, lists or quotes. Without a parser: a list of ten thousand posts must not
 * parse them.
 */
final class FirstHeading {
  /** UTF-16 units of a line that are read. */
  private static final int MAX_LENGTH = 1000;

  /** Lines of the paragraph that an underline would make a heading; none in a list or quote. */
  private @Nullable String paragraph = "";

  private char fence;
  private int fenceLength;
  private boolean inComment;

  /** What an HTML heading holds so far, inside one. */
  private @Nullable StringBuilder html;

  /** Whether something to be read stands before this line, or before the paragraph it is in. */
  private boolean textBefore;

  private boolean textBeforeParagraph;

  private FirstHeading() {}

  /**
   * @param from where the body begins in the text
   * @return content of the heading, as Markdown; empty for none, and where it names a section
   */
  static String find(String text, int from) {
    FirstHeading scanner = new FirstHeading();
    for (int i = from; i < text.length(); ) {
      int end = text.indexOf('\n', i);
      if (end < 0) end = text.length();
      String heading = scanner.readLine(text.substring(i, Math.min(end, i + MAX_LENGTH)));
      if (heading != null) return heading;
      i = end + 1;
    }
    return "";
  }

  /** The heading that ends with this line, in Markdown. */
  private @Nullable String readLine(String whole) {
    String line = whole.strip();
    boolean indented = whole.startsWith("    ") || whole.startsWith("\t");
    int run = fenceRun(line);
    if (fenceLength > 0) {
      if (run >= fenceLength && run == line.length() && line.charAt(0) == fence) fenceLength = 0;
    } else if (inComment) {
      inComment = line.indexOf("-->") < 0;
    } else if (line.isEmpty()) {
      paragraph = "";
    } else if (!indented && run >= 3) {
      fence = line.charAt(0);
      fenceLength = run;
      paragraph = "";
      textBefore = true;
    } else if (!indented && line.startsWith("<!--")) {
      inComment = line.indexOf("-->") < 0;
      paragraph = "";
    } else if (html != null || startsHtmlHeading(line)) {
      return continueHtmlHeading(line);
    } else if (!indented && isAtxHeading(line)) {
      int level = countHashes(line);
      return level > 1 && textBefore ? "" : stripClosingHashes(line.substring(level).strip());
    } else if (!indented && paragraph != null && !paragraph.isEmpty() && isSetextUnderline(line)) {
      return line.charAt(0) == '-' && textBeforeParagraph ? "" : paragraph;
    } else if (paragraph != null) {
      paragraph = continueParagraph(paragraph, line, indented);
    }
    return null;
  }

  private static boolean startsHtmlHeading(String line) {
    return line.startsWith("<h1") && line.length() > 3 && "> \t".indexOf(line.charAt(3)) >= 0;
  }

  private @Nullable String continueHtmlHeading(String line) {
    if (html == null) html = new StringBuilder();
    html.append(html.isEmpty() ? "" : " ").append(line);
    int end = html.indexOf("</h1>");
    if (end < 0 && html.length() < MAX_LENGTH) return null;
    int start = html.indexOf(">") + 1;
    return start > 0 && start <= end ? html.substring(start, end).strip() : "";
  }

  /** Whether nothing is shown of a line: imports, definitions of links, tags of templates. */
  private static boolean isInvisible(String line) {
    boolean template =
        line.startsWith("{%") && line.endsWith("%}")
            || line.startsWith("{{") && line.endsWith("}}");
    boolean anchor = line.startsWith("<a ") && line.endsWith("></a>");
    boolean definition = line.charAt(0) == '[' && line.indexOf("]: ") > 0;
    boolean module =
        line.startsWith("import ")
            && (line.endsWith(";") || line.endsWith("'") || line.endsWith("\""));
    return template || anchor || definition || module || isThematicBreak(line);
  }

  private @Nullable String continueParagraph(String before, String line, boolean indented) {
    if (!before.isEmpty()) {
      if (startsOtherBlock(line)) return null;
      return before.length() < MAX_LENGTH ? before + " " + line : before;
    }
    textBeforeParagraph = textBefore;
    boolean invisible = isInvisible(line);
    textBefore |= !invisible;
    if (indented || invisible) return before;
    return startsOtherBlock(line) ? null : line;
  }

  /** Whether a list, a quote, a table or HTML begins here. */
  private static boolean startsOtherBlock(String line) {
    char c = line.charAt(0);
    if (c == '>' || c == '|' || c == '<') return true;
    int i = 0;
    while (i < line.length() && i < 9 && Character.isDigit(line.charAt(i))) i++;
    boolean marker =
        i == 0
            ? c == '-' || c == '*' || c == '+'
            : i < line.length() && (line.charAt(i) == '.' || line.charAt(i) == ')');
    return marker && i + 1 < line.length() && line.charAt(i + 1) == ' ' && !isThematicBreak(line);
  }

  private static boolean isThematicBreak(String line) {
    int marks = 0;
    char c = line.charAt(0);
    if (c != '-' && c != '*' && c != '_') return false;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == c) marks++;
      else if (line.charAt(i) != ' ') return false;
    }
    return marks > 2;
  }

  /** How long the fence is that begins here; 0 for none. */
  private static int fenceRun(String line) {
    if (line.isEmpty() || line.charAt(0) != '`' && line.charAt(0) != '~') return 0;
    int n = 0;
    while (n < line.length() && line.charAt(n) == line.charAt(0)) n++;
    return line.charAt(0) == '`' && line.indexOf('`', n) >= 0 ? 0 : n;
  }

  private static boolean isAtxHeading(String line) {
    int depth = countHashes(line);
    return depth > 0 && depth < 7 && line.length() > depth && line.charAt(depth) == ' ';
  }

  private static int countHashes(String line) {
    int n = 0;
    while (n < line.length() && line.charAt(n) == '#') n++;
    return n;
  }

  /** Without the marks that may close an ATX heading, after a space. */
  private static String stripClosingHashes(String heading) {
    int end = heading.length();
    while (end > 0 && heading.charAt(end - 1) == '#') end--;
    boolean closed = end < heading.length() && (end == 0 || heading.charAt(end - 1) == ' ');
    return closed ? heading.substring(0, end).strip() : heading;
  }

  private static boolean isSetextUnderline(String line) {
    char c = line.charAt(0);
    if (c != '=' && c != '-') return false;
    for (int i = 1; i < line.length(); i++) if (line.charAt(i) != c) return false;
    return true;
  }
}
