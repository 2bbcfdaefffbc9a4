package lectern.layout;

import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Span;

/** The characters for markers and rules, in Unicode and in ASCII; no other class knows them. */
public record Glyphs(
    String bullet,
    String bullet2,
    String bullet3,
    String taskDone,
    String taskOpen,
    String quoteBar,
    String codeBar,
    String rule,
    String ellipsis,
    String selected,
    String unread,
    String warning,
    String separator,
    String wrapMark,
    String clipMark,
    String collapsed,
    String expanded,
    String minus) {
  public static final Glyphs UNICODE =
      new Glyphs(
          "•", "◦", "▪", "☑", "☐", "│", "▎", "─", "…", "▌", "●", "!", "·", "↪", "›", "▸", "▾", "−");
  public static final Glyphs ASCII =
      new Glyphs(
          "*", "-", "+", "[x]", "[ ]", "|", "|", "-", "...", ">", "*", "!", "-", "\\", ">", ">",
          "v", "-");

  /** A rule across a page of this width, 80 columns at most. */
  Line horizontalRule(int width) {
    return Line.of(Span.of(rule.repeat(Math.min(width, 80)), Role.DECOR));
  }
}
