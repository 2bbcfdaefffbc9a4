package lectern.theme;

/**
 * Colours and attributes of text.
 *
 * @param attributes bit set of the constants here
 */
public record Style(Color foreground, Color background, int attributes) {
  public static final int BOLD = 1;
  public static final int DIM = 2;
  public static final int ITALIC = 4;
  public static final int UNDERLINE = 8;
  public static final int REVERSE = 16;
  public static final int STRIKE = 32;

  public static final Style PLAIN = new Style(Color.DEFAULT, Color.DEFAULT, 0);

  @Override
  public boolean equals(Object other) {
    return other instanceof Style that
        && that.attributes == attributes
        && that.foreground.equals(foreground)
        && that.background.equals(background);
  }

  @Override
  public int hashCode() {
    return attributes * 961 + foreground.hashCode() * 31 + background.hashCode();
  }
}
