package lectern.terminal;

import lectern.theme.Color;
import lectern.theme.Style;

/**
 * A style mapped to the colours of this terminal, with its link. Compared by identity: {@link
 * StyleCache} makes each only once.
 */
final class CellStyle {
  final Style style;

  /** Target of the link; null for none. */
  final String href;

  /** Whether a blank in this style shows nothing but the background. */
  final boolean plainBlank;

  /** Parameters of the SGR that sets this style after a reset; empty for plain. */
  final String sgr;

  CellStyle(Style style, String href) {
    this.style = style;
    this.href = href;
    this.plainBlank =
        href == null
            && (style.attributes() & (Style.UNDERLINE | Style.REVERSE | Style.STRIKE)) == 0;
    StringBuilder out = new StringBuilder();
    appendAttributes(out, style.attributes());
    if (!(style.foreground() instanceof Color.Default)) appendColor(out, style.foreground(), 30);
    if (!(style.background() instanceof Color.Default)) appendColor(out, style.background(), 40);
    this.sgr = out.toString();
  }

  /** Whether a blank looks the same in both styles. */
  boolean hasSameBlankAs(CellStyle that) {
    return plainBlank && that.plainBlank && style.background().equals(that.style.background());
  }

  /** Appends the SGR parameters from one style to this: the difference, or all if shorter. */
  void appendTransition(CellStyle from, StringBuilder out) {
    int start = out.length();
    int removed = from.style.attributes() & ~style.attributes();
    int added = style.attributes() & ~from.style.attributes();
    if ((removed & (Style.BOLD | Style.DIM)) != 0) {
      appendParameter(out, "22");
      added |= style.attributes() & (Style.BOLD | Style.DIM);
    }
    if ((removed & Style.ITALIC) != 0) appendParameter(out, "23");
    if ((removed & Style.UNDERLINE) != 0) appendParameter(out, "24");
    if ((removed & Style.REVERSE) != 0) appendParameter(out, "27");
    if ((removed & Style.STRIKE) != 0) appendParameter(out, "29");
    appendAttributes(out, added);
    if (!style.foreground().equals(from.style.foreground()))
      appendColor(out, style.foreground(), 30);
    if (!style.background().equals(from.style.background()))
      appendColor(out, style.background(), 40);
    if (out.length() - start > sgr.length() + (sgr.isEmpty() ? 0 : 2)) {
      out.setLength(start);
      if (!sgr.isEmpty()) out.append("0;").append(sgr);
    }
  }

  private static void appendAttributes(StringBuilder out, int attributes) {
    if ((attributes & Style.BOLD) != 0) appendParameter(out, "1");
    if ((attributes & Style.DIM) != 0) appendParameter(out, "2");
    if ((attributes & Style.ITALIC) != 0) appendParameter(out, "3");
    if ((attributes & Style.UNDERLINE) != 0) appendParameter(out, "4");
    if ((attributes & Style.REVERSE) != 0) appendParameter(out, "7");
    if ((attributes & Style.STRIKE) != 0) appendParameter(out, "9");
  }

  private static void appendColor(StringBuilder out, Color color, int base) {
    appendSeparator(out);
    if (color instanceof Color.Ansi a) {
      out.append(a.index() < 8 ? base + a.index() : base + 52 + a.index());
    } else if (color instanceof Color.Indexed i) {
      out.append(base + 8).append(";5;").append(i.index());
    } else if (color instanceof Color.Rgb c) {
      out.append(base + 8).append(";2;").append(c.red()).append(';');
      out.append(c.green()).append(';').append(c.blue());
    } else {
      out.append(base + 9);
    }
  }

  private static void appendParameter(StringBuilder out, String code) {
    appendSeparator(out);
    out.append(code);
  }

  private static void appendSeparator(StringBuilder out) {
    int end = out.length();
    if (end > 0 && out.charAt(end - 1) != '[') out.append(';');
  }
}
