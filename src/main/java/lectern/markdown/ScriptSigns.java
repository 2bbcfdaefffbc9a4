package lectern.markdown;

/** The superscripts and subscripts of Unicode, as far as most fonts have them. */
final class ScriptSigns {
  private static final String SUBSCRIPT_OF = "0123456789+-−=()aehijklmnoprstuvx";
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";

  private static final String SUPERSCRIPT_OF =
      "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW";
  private static final String SUPERSCRIPTS =
      "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ";

  /** Longer scripts, which are small print rather than signs, are better read as words. */
  private static final int MAX_LENGTH = 6;

  private ScriptSigns() {}

  /**
   * @return empty where a character has no such sign, and for longer texts
   */
  static String of(String text, boolean subscript) {
    if (text.length() > MAX_LENGTH) return "";
    String from = subscript ? SUBSCRIPT_OF : SUPERSCRIPT_OF;
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = from.indexOf(text.charAt(i));
      if (at < 0) return "";
      out.append((subscript ? SUBSCRIPTS : SUPERSCRIPTS).charAt(at));
    }
    return out.toString();
  }
}
