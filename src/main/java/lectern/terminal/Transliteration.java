package lectern.terminal;

import java.text.Normalizer;
import lectern.text.DisplayWidth;

/** Replaces text by similar ASCII for terminals without UTF-8, keeping its width where possible. */
final class Transliteration {
  private static final String FROM =
      "\u00a0\u00ab\u00bb\u00b7\u00d7\u00b0\u00df\u00e6\u00c6\u00f8\u00d8\u0142\u0141"
          + "\u2010\u2011\u2012\u2013\u2014\u2015\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f"
          + "\u2022\u25e6\u25aa\u2039\u203a\u2032\u2033\u2212\u2190\u2192\u2191\u2193\u25cf\u25cb\u258c\u258e\u25b8\u25be\u21aa\u2026\u2003\u2002\u2009\u202f"
          + "\u2713\u2714\u2717\u2718\u2605\u2606\u2611\u2610\u00a9\u00ae\u20ac";
  private static final String TO =
      " <>.xosaAoOlL" + "------''''\"\"\"\"" + "*-+<>'\"-<>^v*o>|>v\\.    " + "vvxx**x-cRE";

  private Transliteration() {}

  static String toAscii(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) > 0x7e) return transliterate(text);
    return text;
  }

  private static String transliterate(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c <= 0x7e) out.append((char) c);
      else appendAscii(c, out);
    }
    return out.toString();
  }

  private static void appendAscii(int c, StringBuilder out) {
    int at = c < 0x10000 ? FROM.indexOf(c) : -1;
    if (at >= 0) {
      out.append(TO.charAt(at));
    } else if (c >= 0x2500 && c <= 0x257f) {
      out.append(boxToAscii(c));
    } else {
      int width = DisplayWidth.ofCodePoint(c);
      if (width == 0) return;
      char base = baseLetter(c);
      out.append(base == 0 ? '?' : base);
      if (width == 2) out.append(base == 0 ? '?' : ' ');
    }
  }

  /** The ASCII letter without its diacritics; 0 for none, also where it takes two letters. */
  private static char baseLetter(int c) {
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    for (int i = 1; i < parts.length(); i++)
      if (Character.getType(parts.charAt(i)) != Character.NON_SPACING_MARK) return 0;
    char base = parts.charAt(0);
    return base > 0x20 && base < 0x7f ? base : 0;
  }

  /** Box drawing characters: horizontal, vertical, or a crossing. */
  private static char boxToAscii(int c) {
    return switch (c) {
      case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254c, 0x254d, 0x2550, 0x2574, 0x2576 ->
          '-';
      case 0x2502, 0x2503, 0x2506, 0x2507, 0x250a, 0x250b, 0x254e, 0x254f, 0x2551, 0x2575, 0x2577 ->
          '|';
      default -> '+';
    };
  }
}
