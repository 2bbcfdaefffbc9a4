package lectern.terminal;

import com.googlecode.lanterna.TextCharacter;
import lectern.theme.Style;

/**
 * One grapheme cluster in its style: a cell of Lanterna's with our text and our width, which its
 * own gets wrong.
 */
final class ScreenCell extends TextCharacter {
  /** The rest of a wide cell. Looks like no other cell, so whatever replaces it is sent. */
  static final ScreenCell PADDING = new ScreenCell("", new CellStyle(Style.PLAIN, null), 1);

  final transient String text;
  final transient CellStyle style;

  /** Columns, at least 1. */
  final transient int width;

  // the only constructor that takes no text to look for its width
  @SuppressWarnings("deprecation")
  ScreenCell(String text, CellStyle style, int width) {
    super(DEFAULT_CHARACTER);
    this.text = text;
    this.style = style;
    this.width = width;
  }

  boolean looksLike(ScreenCell that) {
    return this == that || style == that.style && text.equals(that.text);
  }

  boolean isPlainAscii() {
    return text.length() == 1 && text.charAt(0) < 0x7f && style.href == null;
  }

  @Override
  public boolean isDoubleWidth() {
    return width > 1;
  }

  /** Lanterna asks a wide cell for what fills its other half. */
  @Override
  public TextCharacter withCharacter(char character) {
    return PADDING;
  }
}
