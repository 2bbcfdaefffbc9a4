package lectern.theme;

import java.util.List;
import java.util.function.Function;
import lectern.text.Resources;
import lectern.text.Role;
import lectern.text.RoleSet;

/**
 * What each role looks like. A fold: the roles of a span in the order of the enum, later over
 * earlier.
 */
public final class Theme {
  private static final List<String> BUILT_IN_NAMES =
      List.of("ansi", "dark", "light", "paper", "contrast", "mono");
  private static final int CACHE_SIZE = 256;

  private final String name;
  private final Style defaultStyle;
  private final StylePatch[] patches;

  /** Immutable entries in plain slots: sessions share a theme, and a lost race only folds again. */
  private final CachedStyle[] cache = new CachedStyle[CACHE_SIZE];

  Theme(String name, Style page, StylePatch[] rules) {
    this.name = name;
    this.defaultStyle = page;
    this.patches = rules;
  }

  /** A theme as its file says, and what was wrong with the file: {@code name:line: sentence}. */
  public record Loaded(Theme theme, List<String> warnings) {}

  /** A class of its own, not a lambda: the first of those costs milliseconds at each start. */
  private record BuiltInLookup() implements Function<String, String> {
    @Override
    public String apply(String name) {
      return builtInText(name);
    }
  }

  private record CachedStyle(long bits, Style style) {}

  /**
   * The theme built in under this name.
   *
   * @throws IllegalArgumentException when there is none; {@link #builtInNames} says which
   */
  public static Theme of(String name) {
    return read(name, builtInText(name), new BuiltInLookup()).theme();
  }

  /**
   * Reads a theme file; never fails.
   *
   * @param text lines {@code role: colour on colour attributes}, {@code page: …}, {@code inherits:
   *     name}, {@code # …}
   * @param lookup the text of a theme to inherit from, null when there is none; built-in names need
   *     not be known to it
   */
  public static Loaded read(String name, String text, Function<String, String> lookup) {
    ThemeFile file = new ThemeFile(name, lookup);
    file.parse(text);
    return new Loaded(file.toTheme(), List.copyOf(file.warnings()));
  }

  /** The text of a built-in theme's file: where a theme of one's own can start from. */
  public static String builtInText(String name) {
    if (!BUILT_IN_NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "no theme \"" + name + "\"; there are " + String.join(", ", BUILT_IN_NAMES));
    }
    return Resources.read("theme/" + name + ".theme");
  }

  public String name() {
    return name;
  }

  /**
   * The look of text without roles and of empty cells: default colours unless the theme has a page
   * of its own.
   */
  public Style defaultStyle() {
    return defaultStyle;
  }

  /** The look of text with these roles, before it is mapped down to what the terminal can show. */
  public Style style(RoleSet roles) {
    long bits = roles.bits();
    if (bits == 0) return defaultStyle;
    int slot = (int) ((bits ^ bits >>> 23 ^ bits >>> 41) * 0x9e3779b9 >>> 16) & CACHE_SIZE - 1;
    CachedStyle hit = cache[slot];
    if (hit != null && hit.bits == bits) return hit.style;
    CachedStyle folded = new CachedStyle(bits, computeStyle(bits));
    cache[slot] = folded;
    return folded.style;
  }

  private Style computeStyle(long bits) {
    Style style = defaultStyle;
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      StylePatch rule = patches[Long.numberOfTrailingZeros(rest)];
      if (rule != null) style = rule.applyTo(style);
    }
    return style;
  }

  StylePatch patch(Role role) {
    return patches[role.ordinal()];
  }

  /** Names of the themes built in, the default first. */
  public static List<String> builtInNames() {
    return BUILT_IN_NAMES;
  }
}
