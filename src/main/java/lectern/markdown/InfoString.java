package lectern.markdown;

import java.util.Locale;

/** Info strings of fenced code blocks: {@code js title="x" {4-6}}. */
final class InfoString {
  private InfoString() {}

  static Block.CodeBlock toCodeBlock(String info, String literal, int line) {
    String text = info == null ? "" : info.strip();
    return new Block.CodeBlock(parseLanguage(text), text, parseTitle(text), literal, line);
  }

  /**
   * The first word in lower case, up to a space, comma, brace or colon; also of {@code {.python}},
   * {@code {r}} and {@code language-go}.
   */
  static String parseLanguage(String info) {
    int from = 0;
    while (from < info.length() && "{. ".indexOf(info.charAt(from)) >= 0) from++;
    if (info.startsWith("language-", from)) from += "language-".length();
    int to = from;
    while (to < info.length() && " \t,{}:".indexOf(info.charAt(to)) < 0) to++;
    return info.substring(from, to).toLowerCase(Locale.ROOT);
  }

  static String parseTitle(String info) {
    for (String name : new String[] {"title=", "file=", "filename="}) {
      int at = info.indexOf(name);
      if (at < 0 || at > 0 && Character.isLetterOrDigit(info.charAt(at - 1))) continue;
      int from = at + name.length();
      if (from >= info.length()) continue;
      char quote = info.charAt(from);
      boolean quoted = quote == '"' || quote == '\'';
      int to = info.indexOf(quoted ? quote : ' ', from + 1);
      return info.substring(quoted ? from + 1 : from, to < 0 ? info.length() : to);
    }
    return parseBracketedTitle(info);
  }

  /** {@code js [config.js]}, as VitePress labels the blocks of a code group. */
  private static String parseBracketedTitle(String info) {
    int from = info.indexOf(" [") + 2;
    int to = from < 2 ? -1 : info.indexOf(']', from);
    return to < 0 ? "" : info.substring(from, to).strip();
  }
}
