package lectern.library;

/**
 * A heading without the marks of emphasis, code, links and HTML: a title, not Markdown. Near enough
 * to what the page shows for a line in a list.
 */
final class HeadingText {
  private final String text;
  private final StringBuilder out = new StringBuilder();

  private HeadingText(String text) {
    this.text = text;
  }

  static String toPlainText(String heading) {
    HeadingText title = new HeadingText(stripAttributes(heading.strip()));
    for (int i = 0; i < title.text.length(); ) i = title.readNext(i);
    return title.out.toString().strip();
  }

  /** {@code {#id}}, {@code {: .lead}} at the end: for machines. */
  private static String stripAttributes(String heading) {
    int open = heading.lastIndexOf('{');
    if (open < 1 || !heading.endsWith("}") || open + 2 >= heading.length()) return heading;
    return "#.:".indexOf(heading.charAt(open + 1)) < 0
        ? heading
        : heading.substring(0, open).strip();
  }

  /** Reads what stands here. @return the index after it */
  private int readNext(int i) {
    char c = text.charAt(i);
    if (c == '\\' && i + 1 < text.length() && !Character.isLetterOrDigit(text.charAt(i + 1))) {
      out.append(text.charAt(i + 1));
      return i + 2;
    }
    if (c == '`') return readCode(i);
    if (c == '[') return readLink(i);
    if (c == '<') return readTag(i);
    if (c == '&') return readEntity(i);
    boolean image = c == '!' && i + 1 < text.length() && text.charAt(i + 1) == '[';
    if (!image
        && !(c == '*' && isFlanking(i))
        && !(c == '_' && isFlanking(i) && !isInsideWord(i))
        && !isStrikethrough(i)) out.append(c);
    return i + 1;
  }

  /** Whether a mark stands against a word, and not alone between spaces. */
  private boolean isFlanking(int i) {
    return !isSpaceOrEdge(i - 1) || !isSpaceOrEdge(i + 1);
  }

  private boolean isSpaceOrEdge(int i) {
    return i < 0 || i >= text.length() || text.charAt(i) == ' ';
  }

  private boolean isInsideWord(int i) {
    return i > 0
        && i + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(i - 1))
        && Character.isLetterOrDigit(text.charAt(i + 1));
  }

  private boolean isStrikethrough(int i) {
    return text.charAt(i) == '~'
        && (text.startsWith("~~", i) || i > 0 && text.charAt(i - 1) == '~');
  }

  private int readCode(int i) {
    int run = i;
    while (run < text.length() && text.charAt(run) == '`') run++;
    int close = text.indexOf(text.substring(i, run), run);
    if (close < 0) {
      out.append(text, i, run);
      return run;
    }
    out.append(text.substring(run, close).strip());
    return close + run - i;
  }

  private int readLink(int i) {
    int close = indexOfClosing(i, '[', ']');
    if (close < 0) {
      out.append('[');
      return i + 1;
    }
    if (text.charAt(i + 1) == '^') return close + 1;
    char after = close + 1 < text.length() ? text.charAt(close + 1) : 0;
    int end = after == '(' ? indexOfClosing(close + 1, '(', ')') : -1;
    if (after == '[') end = indexOfClosing(close + 1, '[', ']');
    if (end < 0) out.append('[');
    out.append(toPlainText(text.substring(i + 1, close)));
    if (end < 0) out.append(']');
    return (end < 0 ? close : end) + 1;
  }

  private int indexOfClosing(int from, char open, char close) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') i++;
      else if (c == open) depth++;
      else if (c == close && --depth == 0) return i;
    }
    return -1;
  }

  private int readTag(int i) {
    int close = text.indexOf('>', i);
    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    boolean tag = close > 0 && (Character.isLetter(next) || next == '/' || next == '!');
    if (!tag) {
      out.append('<');
      return i + 1;
    }
    String inner = text.substring(i + 1, close);
    if (inner.indexOf("://") > 0 && inner.indexOf(' ') < 0) out.append(inner);
    return close + 1;
  }

  private int readEntity(int i) {
    int close = text.indexOf(';', i);
    int code = close < 0 || close - i > 10 ? -1 : decodeEntity(text.substring(i + 1, close));
    if (code < 0) {
      out.append('&');
      return i + 1;
    }
    out.appendCodePoint(code);
    return close + 1;
  }

  private static int decodeEntity(String name) {
    try {
      if (name.startsWith("#x") || name.startsWith("#X"))
        return parseCodePoint(name.substring(2), 16);
      if (name.startsWith("#")) return parseCodePoint(name.substring(1), 10);
    } catch (NumberFormatException none) {
      return -1;
    }
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "nbsp" -> 0xa0;
      case "ndash" -> 0x2013;
      case "mdash" -> 0x2014;
      case "hellip" -> 0x2026;
      case "rsquo" -> 0x2019;
      case "lsquo" -> 0x2018;
      case "ldquo" -> 0x201c;
      case "rdquo" -> 0x201d;
      default -> -1;
    };
  }

  private static int parseCodePoint(String digits, int radix) {
    int code = Integer.parseInt(digits, radix);
    return Character.isValidCodePoint(code) && code > 0 ? code : -1;
  }
}
