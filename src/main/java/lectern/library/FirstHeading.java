package lectern.library;

/**
 * The first heading of a text: what stands in a list for a post without a title. ATX and setext,
 * not inside code.
 */
final class FirstHeading {
  private FirstHeading() {}

  static String of(String text, int from) {
    String before = "";
    String fence = null;
    for (int i = from; i < text.length(); ) {
      int end = text.indexOf('\n', i);
      if (end < 0) end = text.length();
      String line = text.substring(i, Math.min(end, i + 1000)).strip();
      if (fence != null) fence = line.startsWith(fence) ? null : fence;
      else if (line.startsWith("```") || line.startsWith("~~~")) fence = line.substring(0, 3);
      else if (isAtx(line)) return plain(line.substring(depth(line)));
      else if (!before.isEmpty() && isUnderline(line)) return plain(before);
      before = fence == null ? line : "";
      i = end + 1;
    }
    return "";
  }

  private static boolean isAtx(String line) {
    int depth = depth(line);
    return depth > 0 && depth < 7 && line.length() > depth && line.charAt(depth) == ' ';
  }

  private static int depth(String line) {
    int n = 0;
    while (n < line.length() && line.charAt(n) == '#') n++;
    return n;
  }

  private static boolean isUnderline(String line) {
    if (line.isEmpty() || line.charAt(0) != '=' && line.charAt(0) != '-') return false;
    for (int i = 1; i < line.length(); i++) if (line.charAt(i) != line.charAt(0)) return false;
    return line.charAt(0) == '=' || line.length() > 1;
  }

  /** Without the marks of emphasis, code and links: a title, not Markdown. */
  private static String plain(String heading) {
    StringBuilder out = new StringBuilder();
    String text = heading.strip();
    while (text.endsWith("#")) text = text.substring(0, text.length() - 1);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) out.append(text.charAt(++i));
      else if (c == ']' && i + 1 < text.length() && text.charAt(i + 1) == '(') {
        int close = text.indexOf(')', i);
        if (close > 0) i = close;
      } else if (c != '*' && c != '`' && c != '[' && c != ']') out.append(c);
    }
    return out.toString().strip();
  }
}
