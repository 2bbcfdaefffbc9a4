package lectern.layout;

/** The characters that draw: the only place that knows {@code │ • ☐} and their ASCII twins. */
public record Glyphs(
    String bullet,
    String bullet2,
    String bullet3,
    String done,
    String open,
    String quote,
    String code,
    String rule,
    String vertical,
    String cross,
    String ellipsis,
    String selected,
    String unread,
    String broken,
    String separator,
    String wrapped,
    String more,
    String folded,
    String unfolded,
    String dash,
    String minus) {
  public static final Glyphs UNICODE =
      new Glyphs(
          "•", "◦", "▪", "☑", "☐", "│", "▎", "─", "│", "┼", "…", "▌", "●", "!", "·", "↪", "›", "▸",
          "▾", "–", "−");
  public static final Glyphs ASCII =
      new Glyphs(
          "*", "-", "+", "[x]", "[ ]", "|", "|", "-", "|", "+", "...", ">", "*", "!", "-", "\\",
          ">", ">", "v", "-", "-");
}
