package lectern.terminal;

import lectern.theme.Color;
import lectern.theme.Style;
import org.jspecify.annotations.Nullable;

/**
 * A style mapped to the colours of this terminal, with its link. Compared by identity: {@link
 * StyleCache} makes each only once.
 */
final class CellStyle {
  final Style style;

  /** Target of the link. */
  final @Nullable String href;

  /** Whether a blank in this style shows nothing but the background. */
  final boolean plainBlank;

  /** Parameters of the SGR that sets this style after a reset; empty for plain. */
  final String sgr;

  CellStyle(Style style, @Nullable String href) {
    this.style = style;
    this.href = href;
    this.plainBlank =
        href == null
            && (style.attributes() & (Style.UNDERLINE | Style.REVERSE | Style.STRIKE)) == 0;
    StringBuilder out = new StringBuilder();
    appendAttributes(out, style.attributes());
    if (!style.foreground().isDefault()) appendColor(out, style.foreground(), 30);
    if (!style.background().isDefault()) appendColor(out, style.background(), 40);
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
    int value = color.value();
    switch (color.kind()) {
      case DEFAULT -> out.append(base + 9);
      case INDEXED -> {
        if (value < 8) out.append(base + value);
        else if (value < 16) out.append(base + 52 + value);
        else out.append(base + 8).append(";5;").append(value);
      }
      case RGB -> {
        out.append(base + 8).append(";2;").append(value >> 16).append(';');
        out.append(value >> 8 & 255).append(';').append(value & 255);
      }
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
