package lectern.theme;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import lectern.text.Resources;
import lectern.text.RoleSet;
import org.jspecify.annotations.Nullable;

/** Maps roles to styles: the patches of a span's roles apply in the order of the enum. */
public final class Theme {
  private static final int CACHE_SIZE = 256;

  private final String name;
  private final Style defaultStyle;
  private final StylePatch[] patches;

  /** Shared by sessions; a lost race only computes a style again. */
  private final CachedStyle[] cache = new CachedStyle[CACHE_SIZE];

  Theme(String name, Style defaultStyle, StylePatch[] patches) {
    this.name = name;
    this.defaultStyle = defaultStyle;
    this.patches = patches;
  }

  /**
   * A theme and the warnings about its file.
   *
   * @param warnings {@code name:line: sentence}
   */
  public record Loaded(Theme theme, List<String> warnings) {}

  private record CachedStyle(long bits, Style style) {}

  /**
   * The theme built in under this name.
   *
   * @throws IllegalArgumentException when there is none; {@link #builtInNames} says which
   */
  public static Theme of(String name) {
    return read(name, builtInText(name), null).theme();
  }

  /**
   * Reads a theme file; never fails.
   *
   * @param text lines {@code role: colour on colour attributes}, {@code page: …}, {@code inherits:
   *     name}, {@code # …}
   * @param lookup gives the text of a theme to inherit from, null when there is none; built-in
   *     themes need not be known to it; null to look up those only
   */
  public static Loaded read(String name, String text, @Nullable Function<String, String> lookup) {
    ThemeFile file = new ThemeFile(name, lookup, 0);
    file.parse(text);
    return new Loaded(file.toTheme(), List.copyOf(file.warnings()));
  }

  /**
   * The text of a built-in theme's file, for a theme of one's own to start from.
   *
   * @throws IllegalArgumentException when there is none; the message lists {@link #builtInNames}
   */
  public static String builtInText(String name) {
    String text = findBuiltInText(name);
    if (text != null) return text;
    throw new IllegalArgumentException(
        "no theme \"" + name + "\"; there are " + String.join(", ", builtInNames()));
  }

  /** Null when no built-in theme has that name. The index is not asked: most starts do without. */
  static @Nullable String findBuiltInText(String name) {
    for (int i = 0; i < name.length(); i++)
      if (name.charAt(i) < 'a' || name.charAt(i) > 'z') return null;
    return Resources.read("theme/" + name + ".theme");
  }

  public String name() {
    return name;
  }

  /** The style of text without roles and of empty cells. */
  public Style defaultStyle() {
    return defaultStyle;
  }

  /** The style of text with these roles, in colours of any depth. */
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
      StylePatch patch = patches[Long.numberOfTrailingZeros(rest)];
      if (patch != null) style = patch.applyTo(style);
    }
    return style;
  }

  /** Names of the built-in themes, the default first: the lines of {@code theme/names}. */
  public static List<String> builtInNames() {
    return BuiltIn.NAMES;
  }

  private static final class BuiltIn {
    static final List<String> NAMES =
        List.of(Objects.requireNonNull(Resources.read("theme/names")).strip().split("\n"));
  }
}
