package lectern.theme;

/**
 * A colour of a terminal. Compared by hand: the first comparison that a record makes by itself
 * costs ten milliseconds, and these are hashed for the first frame.
 */
public sealed interface Color {
  /** The terminal's own default. */
  record Default() implements Color {
    @Override
    public boolean equals(Object other) {
      return other instanceof Default;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /**
   * One of the terminal's own 16. @param index 0 to 15: black red green yellow blue magenta cyan
   * white, then bright
   */
  record Ansi(int index) implements Color {
    @Override
    public boolean equals(Object other) {
      return other instanceof Ansi that && that.index == index;
    }

    @Override
    public int hashCode() {
      return 2 + index;
    }
  }

  /**
   * @param index 16 to 255: the 6x6x6 cube and the greys of xterm
   */
  record Indexed(int index) implements Color {
    @Override
    public boolean equals(Object other) {
      return other instanceof Indexed that && that.index == index;
    }

    @Override
    public int hashCode() {
      return 512 + index;
    }
  }

  /**
   * @param red @param green @param blue 0 to 255
   */
  record Rgb(int red, int green, int blue) implements Color {
    @Override
    public boolean equals(Object other) {
      return other instanceof Rgb that && that.toInt() == toInt();
    }

    @Override
    public int hashCode() {
      return toInt();
    }

    private int toInt() {
      return red << 16 | green << 8 | blue;
    }
  }

  Color DEFAULT = new Default();
}
