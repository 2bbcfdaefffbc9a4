package lectern.userdata;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lectern.ui.Key;
import org.jspecify.annotations.Nullable;

/** Parses keys as people write them into the names of {@link Key}. */
final class KeySyntax {
  private static final Map<String, String> KEY_NAMES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    for (String name : Key.NAMES) {
      KEY_NAMES.put(name, name);
      KEY_NAMES.put(Key.label(name), name);
    }
    for (int i = 1; i <= 12; i++) KEY_NAMES.put("F" + i, "F" + i);
    KEY_NAMES.put("Return", "Enter");
    KEY_NAMES.put("Escape", "Esc");
    KEY_NAMES.put("Del", "Delete");
    KEY_NAMES.put("Ins", "Insert");
    KEY_NAMES.put("PageUp", "PgUp");
    KEY_NAMES.put("PageDown", "PgDn");
  }

  private KeySyntax() {}

  /**
   * Parses a key or a sequence of keys.
   *
   * @return the names of the keys with a space between; null when one of them is no key
   */
  static @Nullable String parse(String written) {
    StringBuilder out = new StringBuilder();
    for (String word : written.strip().split("\\s+")) {
      String key = parseKey(word);
      if (key == null) return null;
      out.append(out.isEmpty() ? "" : " ").append(key);
    }
    return out.toString();
  }

  private static @Nullable String parseKey(String written) {
    String rest = written;
    boolean control = false;
    boolean alt = false;
    boolean shift = false;
    if (rest.length() > 1 && rest.charAt(0) == '^') {
      control = true;
      rest = rest.substring(1);
    }
    for (int dash = rest.indexOf('-'); dash > 0 && dash < rest.length() - 1; ) {
      switch (rest.substring(0, dash).toLowerCase(Locale.ROOT)) {
        case "c", "ctrl", "control" -> control = true;
        case "m", "a", "alt", "meta" -> alt = true;
        case "s", "shift" -> shift = true;
        default -> {
          return null;
        }
      }
      rest = rest.substring(dash + 1);
      dash = rest.indexOf('-');
    }
    return canonicalName(rest, control, alt, shift);
  }

  private static @Nullable String canonicalName(
      String bare, boolean control, boolean alt, boolean shift) {
    String prefix = (control ? "C-" : "") + (alt ? "M-" : "");
    String name = KEY_NAMES.get(bare);
    if (name != null) return prefix + (shift ? "S-" : "") + name;
    if (bare.isEmpty() || bare.codePointCount(0, bare.length()) != 1) return null;
    if (control) return prefix + bare.toLowerCase(Locale.ROOT);
    return prefix + (shift ? bare.toUpperCase(Locale.ROOT) : bare);
  }
}
