package lectern.ui;

/**
 * A key press, as a name: {@code a}, {@code A}, {@code é}, {@code Space}, {@code Enter}, {@code
 * Tab}, {@code S-Tab}, {@code Esc}, {@code Backspace}, {@code Delete}, {@code Insert}, {@code Up
 * Down Left Right Home End PgUp PgDn}, {@code F1}…{@code F12}, with {@code C-} (control), {@code
 * M-} (alt), {@code S-} (shift, on named keys only) before it, in that order: {@code C-c}, {@code
 * M-x}, {@code C-M-S-Left}.
 */
public record Key(String name) {
  public static Key of(String name) {
    return new Key(name);
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
