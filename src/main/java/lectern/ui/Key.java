package lectern.ui;

import java.util.List;

/**
 * A key press, as a name: {@code a}, {@code A}, {@code é}, {@code Space}, {@code Enter}, {@code
 * Tab}, {@code S-Tab}, {@code Esc}, {@code Backspace}, {@code Delete}, {@code Insert}, {@code Up
 * Down Left Right Home End PgUp PgDn}, {@code F1}…{@code F12}, with {@code C-} (control), {@code
 * M-} (alt), {@code S-} (shift, on named keys only) before it, in that order: {@code C-c}, {@code
 * M-x}, {@code C-M-S-Left}.
 */
public record Key(String name) {
  private static final List<String> ARROWS = List.of("Up", "Down", "Left", "Right");

  /** The names of keys that are not those of characters, nor {@code F1}…{@code F12}. */
  public static final List<String> NAMES =
      List.of(
          "Space",
          "Enter",
          "Tab",
          "Esc",
          "Backspace",
          "Delete",
          "Insert",
          "Up",
          "Down",
          "Left",
          "Right",
          "Home",
          "End",
          "PgUp",
          "PgDn");

  public static Key of(String name) {
    return new Key(name);
  }

  /** As people write a name: {@code ↓} for Down. */
  public static String label(String name) {
    int arrow = ARROWS.indexOf(name);
    return arrow < 0 ? name : "↑↓←→".substring(arrow, arrow + 1);
  }

  /** The character it types into a prompt; empty for keys that type nothing. */
  public String typedText() {
    if (name.equals("Space")) return " ";
    return name.codePointCount(0, name.length()) == 1 || !name.isEmpty() && name.charAt(0) > 0x7f
        ? name
        : "";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key that && that.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
