package lectern.markdown.dialect;

/** Finds out whether a post is MDX that is not named {@code .mdx}: Docusaurus and React do so. */
public final class MdxDetector {
  /** Keeps the search for what is imported linear. */
  private static final int MAX_IMPORTS = 50;

  private final String source;
  private int imports;

  private MdxDetector(String source) {
    this.source = source;
  }

  /**
   * Whether the body begins with an import, something is imported and used outside of code, or a
   * comment stands in braces.
   */
  public static boolean isMdx(String source) {
    boolean comment = source.contains("{/*");
    boolean statement = source.startsWith("import ") || source.contains("\nimport ");
    if (!comment && !statement) return false;
    MdxDetector detector = new MdxDetector(source);
    return detector.beginsWithImport() || detector.hasMdxLine();
  }

  private boolean beginsWithImport() {
    int from = 0;
    while (from < source.length() && Character.isWhitespace(source.charAt(from))) from++;
    int end = source.indexOf('\n', from);
    String line = source.substring(from, end < 0 ? source.length() : end).stripTrailing();
    int target = line.endsWith(";") ? line.length() - 2 : line.length() - 1;
    return line.startsWith("import ")
        && line.contains(" from ")
        && "'\"".indexOf(line.charAt(target)) >= 0;
  }

  private boolean hasMdxLine() {
    CodeFence fence = new CodeFence(source);
    for (int from = 0; from < source.length(); ) {
      int end = source.indexOf('\n', from);
      if (end < 0) end = source.length();
      if (!fence.containsLine(from, end) && (isUsedImport(from, end) || hasComment(from, end)))
        return true;
      from = end + 1;
    }
    return false;
  }

  private boolean isUsedImport(int from, int end) {
    if (!source.startsWith("import ", from) || ++imports > MAX_IMPORTS) return false;
    int names = source.indexOf(" from ", from);
    if (names < 0 || names > end) return false;
    for (int at = from + 7; at < names; at++) {
      int to = at;
      while (to < names && Character.isJavaIdentifierPart(source.charAt(to))) to++;
      if (to == at) continue;
      String name = source.substring(at, to);
      if (source.contains("<" + name) || source.contains("={" + name)) return true;
      at = to;
    }
    return false;
  }

  private boolean hasComment(int from, int end) {
    int at = from;
    boolean code = false;
    for (; at < end && !isComment(at); at++) code ^= source.charAt(at) == '`';
    int close = at < end && !code ? source.indexOf("*/}", at) : -1;
    return close >= 0 && (close < end || source.substring(from, at).isBlank());
  }

  /** Hugo's comments have two braces and are no sign of MDX. */
  private boolean isComment(int at) {
    return source.startsWith("{/*", at) && (at == 0 || source.charAt(at - 1) != '{');
  }
}
