package lectern.terminal;

import org.jspecify.annotations.Nullable;

/** Names of keys by their letters and numbers in escape sequences. */
final class KeyNames {
  private static final String[] KEYPAD_NAVIGATION = {
    "Left", "Right", "Up", "Down", "PgUp", "PgDn", "Home", "End", "Insert", "Delete"
  };

  private KeyNames() {}

  /** Name of a printable character. */
  static String ofCharacter(int c) {
    return c == ' ' ? "Space" : Character.toString(c);
  }

  /** By a key code of the kitty keyboard protocol; keys of characters have none. */
  static @Nullable String ofKittyCode(int code) {
    return switch (code) {
      case 27 -> "Esc";
      case 13, 57414 -> "Enter";
      case 9 -> "Tab";
      case 8, 127 -> "Backspace";
      default -> ofKeypadCode(code);
    };
  }

  private static @Nullable String ofKeypadCode(int code) {
    if (code >= 57417 && code <= 57426) return KEYPAD_NAVIGATION[code - 57417];
    if (code < 57399 || code > 57413) return null;
    return "0123456789./*-+".substring(code - 57399, code - 57398);
  }

  /** By the final byte of a CSI or SS3 sequence. */
  static @Nullable String ofFinalByte(int b) {
    return switch (b) {
      case 'H' -> "Home";
      case 'F' -> "End";
      case 'P' -> "F1";
      case 'Q' -> "F2";
      case 'R' -> "F3";
      case 'S' -> "F4";
      default -> ofArrow(b);
    };
  }

  /** By the final byte, arrows only. */
  static @Nullable String ofArrow(int b) {
    return switch (b) {
      case 'A' -> "Up";
      case 'B' -> "Down";
      case 'C' -> "Right";
      case 'D' -> "Left";
      default -> null;
    };
  }

  /** By the number before {@code ~}. */
  static @Nullable String ofNumber(int n) {
    return switch (n) {
      case 1, 7 -> "Home";
      case 2 -> "Insert";
      case 3 -> "Delete";
      case 4, 8 -> "End";
      case 5 -> "PgUp";
      case 6 -> "PgDn";
      default -> ofFunctionKey(n);
    };
  }

  private static @Nullable String ofFunctionKey(int n) {
    if (n >= 11 && n <= 15) return "F" + (n - 10);
    if (n >= 17 && n <= 21) return "F" + (n - 11);
    return n == 23 || n == 24 ? "F" + (n - 12) : null;
  }

  /**
   * Puts {@code C-} (control), {@code M-} (alt) and {@code S-} (shift) before a name.
   *
   * @param bits 1 shift, 2 alt, 4 control
   */
  static String withModifiers(int bits, boolean alt, String name) {
    String prefix = (bits & 4) != 0 ? "C-" : "";
    if ((bits & 2) != 0 || alt) prefix += "M-";
    if ((bits & 1) != 0 && name.length() > 1) prefix += "S-";
    return prefix.isEmpty() ? name : prefix + name;
  }
}
