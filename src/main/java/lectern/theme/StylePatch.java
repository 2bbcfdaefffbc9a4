package lectern.theme;

/**
 * What one role changes.
 *
 * @param foreground null: as it was
 * @param background null: as it was
 * @param added attributes set
 * @param removed attributes taken away
 */
record StylePatch(Color foreground, Color background, int added, int removed) {
  Style applyTo(Style style) {
    return new Style(
        foreground == null ? style.foreground() : foreground,
        background == null ? style.background() : background,
        (style.attributes() | added) & ~removed);
  }
}
