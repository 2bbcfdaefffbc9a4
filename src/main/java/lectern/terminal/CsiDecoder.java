package lectern.terminal;

import lectern.text.Sanitizer;
import lectern.ui.Event;
import lectern.ui.Size;
import org.jspecify.annotations.Nullable;

/** Decodes complete CSI sequences into keys, clicks and sizes, and skips all others. */
final class CsiDecoder {
  private static final int RELEASE_EVENT = 3;

  private CsiDecoder() {}

  /**
   * @param b the final byte
   * @param alt {@code M-} when an escape came before the sequence, else empty
   */
  static @Nullable Event decode(CsiParameters p, int b, String alt) {
    int modifiers = p.modifiers();
    return switch (b) {
      case '~' -> decodeTilde(p, modifiers, alt);
      case '$' -> namedKey(KeyNames.ofNumber(p.get(0)), 2, alt);
      case '^' -> namedKey(KeyNames.ofNumber(p.get(0)), 5, alt);
      case '@' -> namedKey(KeyNames.ofNumber(p.get(0)), 6, alt);
      case 'a', 'b', 'c', 'd' -> namedKey(KeyNames.ofArrow(b - 32), 2, alt);
      case 'Z' -> namedKey("Tab", (modifiers - 1 | 1) + 1, alt);
      case 'u' -> decodeKitty(p, alt);
      case 't' -> decodeResize(p);
      case 'R' ->
          p.get(0) == 1 && modifiers > 1 && modifiers <= 16 ? namedKey("F3", modifiers, alt) : null;
      case 'I', 'O', 'M' -> null;
      default -> namedKey(KeyNames.ofFinalByte(b), modifiers, alt);
    };
  }

  private static @Nullable Event decodeTilde(CsiParameters p, int modifiers, String alt) {
    if (p.get(0) == 27) return characterKey(p.get(2), modifiers, alt);
    return namedKey(KeyNames.ofNumber(p.get(0)), modifiers, alt);
  }

  /** SGR mouse reports (xterm, mode 1006): presses and the wheel. */
  static @Nullable Event decodeMouse(CsiParameters p, int b) {
    return b == 'M' ? clickEvent(p.get(0), p.get(1), p.get(2)) : null;
  }

  /**
   * @param button with bits for modifiers and movement
   * @param column from 1
   * @param row from 1
   */
  static @Nullable Event clickEvent(int button, int column, int row) {
    if ((button & 32) != 0 || column < 1 || row < 1) return null;
    int plain = button & ~(4 | 8 | 16);
    boolean known = plain >= 0 && plain < 3 || plain == 64 || plain == 65;
    return known ? new Event.MousePressed(plain, row - 1, column - 1) : null;
  }

  private static @Nullable Event decodeResize(CsiParameters p) {
    int rows = p.get(1);
    int columns = p.get(2);
    if (p.get(0) != 48 || rows < 1 || columns < 1) return null;
    return new Event.Resized(ScreenTerminal.clamp(new Size(columns, rows)));
  }

  /** The kitty keyboard protocol: {@code code:shifted:base;modifiers:event;text u}. */
  private static @Nullable Event decodeKitty(CsiParameters p, String alt) {
    if (p.get(1, 1) == RELEASE_EVENT) return null;
    int modifiers = p.modifiers();
    int shifted = p.get(0, 1);
    if (shifted > 1 && (modifiers - 1 & 1) != 0)
      return characterKey(shifted, modifiers - 1 & ~1, alt, true);
    return characterKey(p.get(0), modifiers, alt);
  }

  private static @Nullable Event characterKey(int code, int modifiers, String alt) {
    return characterKey(code, Math.max(0, modifiers - 1), alt, false);
  }

  private static @Nullable Event characterKey(int code, int bits, String alt, boolean shifted) {
    String name = KeyNames.ofKittyCode(code);
    if (name != null) return namedKey(name, bits + 1, alt);
    if (code < 0x20
        || code > 0x10ffff
        || (code >= 0xd800 && code <= 0xf8ff)
        || Sanitizer.isUnsafe(code)) return null;
    if ((bits & 0b111000) != 0) return null;
    boolean upper = (bits & 1) != 0 && !shifted && (bits & 4) == 0;
    String text = KeyNames.ofCharacter(upper ? Character.toUpperCase(code) : code);
    String prefix = ((bits & 4) != 0 ? "C-" : "") + ((bits & 2) != 0 || !alt.isEmpty() ? "M-" : "");
    return KeyDecoder.keyEvent(prefix + text);
  }

  /**
   * @param modifiers as xterm encodes them: 1 for none
   */
  static @Nullable Event namedKey(@Nullable String name, int modifiers, String alt) {
    if (name == null) return null;
    return KeyDecoder.keyEvent(
        KeyNames.withModifiers(Math.max(0, modifiers - 1), !alt.isEmpty(), name));
  }
}
