package lectern.theme;

/**
 * What one role changes.
 *
 * @param foreground null: as it was
 * @param background null: as it was
 * @param on attributes set
 * @param off attributes taken away
 */
record StylePatch(Color foreground, Color background, int on, int off) {
  Style over(Style style) {
    return new Style(
        foreground == null ? style.foreground() : foreground,
        background == null ? style.background() : background,
        (style.attributes() | on) & ~off);
  }
}
