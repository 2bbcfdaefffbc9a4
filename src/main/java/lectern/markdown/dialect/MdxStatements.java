package lectern.markdown.dialect;

/**
 * Blanks the lines of MDX {@code import} and {@code export} statements and of comments in braces;
 * line numbers are kept.
 */
public final class MdxStatements {
  private static final String DECLARATION_KEYWORDS =
      " const let var function class default async type interface enum ";

  private final String source;
  private final StringBuilder out;

  /** Characters left to search for brackets that never close: keeps it linear. */
  private int scanBudget = 1 << 20;

  private MdxStatements(String source) {
    this.source = source;
    this.out = new StringBuilder(source.length());
  }

  public static String removeStatements(String source) {
    return new MdxStatements(source).convert();
  }

  private String convert() {
    boolean afterBlankLine = true;
    CodeFence fence = new CodeFence(source);
    for (int from = 0; from < source.length(); ) {
      int end = lineEnd(from);
      boolean code = fence.containsLine(from, end);
      int to = afterBlankLine && !code ? removableEnd(from, end) : from;
      if (to > from) appendLineEnds(from, to);
      else out.append(source, from, end);
      afterBlankLine = to > from || isBlank(from, end);
      from = Math.max(to, end);
    }
    return out.toString();
  }

  private void appendLineEnds(int from, int to) {
    for (int i = from; i < to; i++) if (source.charAt(i) == '\n') out.append('\n');
  }

  /** The index after the line's end. */
  private int lineEnd(int from) {
    int end = source.indexOf('\n', from);
    return end < 0 ? source.length() : end + 1;
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) if (!Character.isWhitespace(source.charAt(i))) return false;
    return true;
  }

  /** The end of the statement or comment that begins on a line; the line's start for none. */
  private int removableEnd(int from, int end) {
    if (source.startsWith("{/*", from)) return commentEnd(from);
    boolean statement =
        source.startsWith("import", from) ? isImport(from + 6) : isExport(from, end);
    return statement ? statementEnd(from) : from;
  }

  private int commentEnd(int from) {
    int close = source.indexOf("*/}", from);
    if (close < 0) return from;
    int end = lineEnd(close);
    return isBlank(close + 3, end) ? end : from;
  }

  /** {@code import 'x'} or {@code import … from 'x'}, with the quote in the same paragraph. */
  private boolean isImport(int at) {
    for (int i = at; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\n' && isBlank(i, lineEnd(i + 1))) return false;
      if (c != '"' && c != '\'') continue;
      String between = source.substring(at, i).strip();
      return between.isEmpty() || between.endsWith("from") && !between.equals("from");
    }
    return false;
  }

  private boolean isExport(int from, int end) {
    if (!source.startsWith("export ", from)) return false;
    String rest = source.substring(from + 7, end).strip();
    if (rest.startsWith("{") || rest.startsWith("*")) return true;
    int to = 0;
    while (to < rest.length() && Character.isLetter(rest.charAt(to))) to++;
    return to > 0 && DECLARATION_KEYWORDS.contains(" " + rest.substring(0, to) + " ");
  }

  /** The first line end with all brackets closed; the end of the paragraph where they never are. */
  private int statementEnd(int from) {
    int depth = 0;
    int paragraph = -1;
    for (int at = from; at < source.length(); ) {
      int end = lineEnd(at);
      if (paragraph < 0 && isBlank(at, end)) paragraph = at;
      if (paragraph >= 0 && (scanBudget -= end - at) < 0) return paragraph;
      depth += bracketBalance(at, end);
      if (depth <= 0 && !continuesStatement(end)) return end;
      at = end;
    }
    return paragraph < 0 ? source.length() : paragraph;
  }

  private int bracketBalance(int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      char c = source.charAt(i);
      if (c == '{' || c == '(' || c == '[') depth++;
      else if (c == '}' || c == ')' || c == ']') depth--;
    }
    return depth;
  }

  /** An indented line, or one that begins with a dot, continues the statement. */
  private boolean continuesStatement(int from) {
    if (from >= source.length() || isBlank(from, lineEnd(from))) return false;
    return " \t.".indexOf(source.charAt(from)) >= 0;
  }
}
