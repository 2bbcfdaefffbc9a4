package lectern.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;

/**
 * One grapheme cluster in its look: Lanterna's cell with our text and our width, which its own get
 * wrong.
 */
final class ScreenCell extends TextCharacter {
  private static final EnumSet<SGR> NO_MODIFIERS = EnumSet.noneOf(SGR.class);

  final transient String text;
  final transient CellStyle style;
  private final boolean wide;

  /**
   * Whether it looks like the cells that a scroll lays bare, which Lanterna fills with its own
   * default.
   */
  private final boolean equalsDefault;

  private final transient CellCache cache;

  ScreenCell(String text, CellStyle look, boolean wide, boolean vacant, CellCache cells) {
    super(DEFAULT_CHARACTER);
    this.text = text;
    this.style = look;
    this.wide = wide;
    this.equalsDefault = vacant;
    this.cache = cells;
  }

  @Override
  public String getCharacterString() {
    return text.isEmpty() ? " " : text;
  }

  @Override
  public boolean isDoubleWidth() {
    return wide;
  }

  @Override
  public TextColor getForegroundColor() {
    return CellStyleColor.of(style);
  }

  /**
   * Never changed by Lanterna, since no cell has any: asked for eighteen times a cell, so not
   * copied.
   */
  @Override
  public EnumSet<SGR> getModifiers() {
    return NO_MODIFIERS;
  }

  /**
   * Lanterna asks this for the second half of a wide cell: it equals no blank, so that a blank put
   * there later counts as a change, and in its own look.
   */
  @Override
  public TextCharacter withCharacter(char character) {
    return cache.of(wide ? "" : String.valueOf(character), style, false);
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) return true;
    if (other instanceof ScreenCell that) return style == that.style && text.equals(that.text);
    return equalsDefault && other == DEFAULT_CHARACTER;
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
