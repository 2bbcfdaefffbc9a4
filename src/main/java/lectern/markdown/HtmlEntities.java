package lectern.markdown;

import org.jsoup.parser.Parser;

/** Decodes character references in HTML attributes; for the usual ones no HTML parser is loaded. */
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
