package lectern.theme;

/** A colour of a terminal. */
public sealed interface Color {
  /** The terminal's own default. */
  record Default() implements Color {}

  /**
   * One of the terminal's own 16. @param index 0 to 15: black red green yellow blue magenta cyan
   * white, then bright
   */
  record Ansi(int index) implements Color {}

  /**
   * @param index 16 to 255: the 6x6x6 cube and the greys of xterm
   */
  record Indexed(int index) implements Color {}

  /**
   * @param red @param green @param blue 0 to 255
   */
  record Rgb(int red, int green, int blue) implements Color {}

  Color DEFAULT = new Default();
}
