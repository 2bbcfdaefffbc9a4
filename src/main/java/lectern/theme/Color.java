package lectern.theme;

/**
 * A colour of a terminal.
 *
 * @param value the index 0 to 255, or red, green and blue as {@code 0xrrggbb}
 */
public record Color(Kind kind, int value) {
  /** How a colour is named. */
  public enum Kind {
    /** The default of the terminal. */
    DEFAULT,
    /** Below 16 the terminal's own palette, above it the 6x6x6 cube and the greys of xterm. */
    INDEXED,
    RGB
  }

  public static final Color DEFAULT = new Color(Kind.DEFAULT, 0);

  /**
   * @param index 0 to 15: black, red, green, yellow, blue, magenta, cyan, white, then the same
   *     bright; 16 to 255: the cube and the greys
   */
  public static Color indexed(int index) {
    return new Color(Kind.INDEXED, index);
  }

  /** Each 0 to 255. */
  public static Color rgb(int red, int green, int blue) {
    return new Color(Kind.RGB, red << 16 | green << 8 | blue);
  }

  public boolean isDefault() {
    return kind == Kind.DEFAULT;
  }

  // start-up: see posts/how-lectern-is-built.md
  @Override
  public boolean equals(Object other) {
    return other instanceof Color that && that.kind == kind && that.value == value;
  }

  @Override
  public int hashCode() {
    return kind.ordinal() << 24 | value;
  }
}
