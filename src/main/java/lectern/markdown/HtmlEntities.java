package lectern.markdown;

import org.jsoup.parser.Parser;

/**
 * Character references in HTML attributes: the few usual ones here, the others by the HTML parser.
 */
final class HtmlEntities {
  private HtmlEntities() {}

  static String decode(String text) {
    if (text.indexOf('&') < 0) return text;
    String plain =
        text.replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
    if (hasOnlyAmp(plain)) return plain.replace("&amp;", "&");
    return Parser.unescapeEntities(text, true);
  }

  private static boolean hasOnlyAmp(String text) {
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      if (!text.startsWith("&amp;", at)) return false;
    }
    return true;
  }
}
