package lectern.theme;

import org.jspecify.annotations.Nullable;

/**
 * What one role changes in a style.
 *
 * @param foreground null to keep it
 * @param background null to keep it
 * @param added attributes to set
 * @param removed attributes to clear
 */
record StylePatch(@Nullable Color foreground, @Nullable Color background, int added, int removed) {
  Style applyTo(Style style) {
    return new Style(
        foreground == null ? style.foreground() : foreground,
        background == null ? style.background() : background,
        (style.attributes() | added) & ~removed);
  }
}
