package lectern.library;

import lectern.data.JsonParser;
import org.jspecify.annotations.Nullable;

/**
 * The position of the front matter in a text.
 *
 * @param format what it is written in
 * @param mark the line that opens and closes it, or a brace
 * @param start where it begins in the text, in UTF-16 units
 * @param from where its source begins, after the opening line
 * @param end where its source ends; -1 when it never does
 */
record FrontMatterBlock(Format format, String mark, int start, int from, int end) {
  enum Format {
    YAML,
    TOML,
    JSON,
    /** A program, which is not run. */
    SCRIPT
  }

  /** Finds the block at the start of a text, after blank lines. */
  static @Nullable FrontMatterBlock find(String text) {
    int start = skipBlankLines(text);
    if (text.startsWith("{", start)) return findObject(text, start);
    for (String mark : new String[] {"---", "+++", ";;;"}) {
      if (!text.startsWith(mark, start)) continue;
      int end = text.indexOf('\n', start);
      Format format = end < 0 ? null : formatOf(mark, text.substring(start + 3, end).strip());
      if (format == null) return null;
      FrontMatterBlock block =
          new FrontMatterBlock(format, mark, start, end + 1, closingLine(text, end + 1, mark));
      // between blank lines it is text between two thematic breaks, unless it begins with a field
      boolean certain = start == 0 || !mark.equals("---") || startsWithField(text, end + 1);
      return certain ? block : null;
    }
    return null;
  }

  private static int skipBlankLines(String text) {
    int start = 0;
    for (int i = 0; i < text.length() && text.charAt(i) <= ' '; i++)
      if (text.charAt(i) == '\n') start = i + 1;
    return start;
  }

  private static @Nullable Format formatOf(String mark, String language) {
    if (mark.equals("+++")) return language.isEmpty() ? Format.TOML : null;
    if (mark.equals(";;;")) return language.isEmpty() ? Format.JSON : null;
    return switch (language) {
      case "", "yaml", "yml" -> Format.YAML;
      case "toml" -> Format.TOML;
      case "json" -> Format.JSON;
      case "js", "javascript", "mjs", "cjs", "node", "ts", "coffee" -> Format.SCRIPT;
      default -> null;
    };
  }

  /** A JSON object with a name at its start and nothing after it on its last line. */
  private static @Nullable FrontMatterBlock findObject(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) <= ' ') at++;
    int close = text.startsWith("\"", at) ? text.indexOf('"', at + 1) + 1 : 0;
    while (close > 0 && close < text.length() && text.charAt(close) == ' ') close++;
    if (close == 0 || !text.startsWith(":", close)) return null;
    int end = JsonParser.endOfObject(text, start);
    int lineEnd = end < 0 ? end : text.indexOf('\n', end);
    if (end > 0 && !isBlank(text, end, lineEnd < 0 ? text.length() : lineEnd)) return null;
    return new FrontMatterBlock(Format.JSON, "}", start, start, end);
  }

  private static boolean startsWithField(String text, int from) {
    int end = text.indexOf('\n', from);
    String line = end < 0 ? text.substring(from) : text.substring(from, end);
    int colon = line.indexOf(':');
    return colon > 0 && line.charAt(0) > ' ' && line.lastIndexOf(' ', colon) < 0;
  }

  /** Index of the closing line; -1 without one. */
  private static int closingLine(String text, int from, String mark) {
    for (int i = from; i < text.length() && i >= 0; ) {
      int end = text.indexOf('\n', i);
      if (end < 0) end = text.length();
      boolean closes = text.startsWith(mark, i) || mark.equals("---") && text.startsWith("...", i);
      if (closes && isBlank(text, i + 3, end)) return i;
      i = end + 1;
    }
    return -1;
  }

  private static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++)
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') return false;
    return true;
  }

  /** Where the body begins, after the last line. */
  int bodyIndex(String text) {
    int after = text.indexOf('\n', end);
    return after < 0 ? text.length() : after + 1;
  }
}
