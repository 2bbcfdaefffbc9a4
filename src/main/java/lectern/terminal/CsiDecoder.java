package lectern.terminal;

import lectern.text.Sanitizer;
import lectern.ui.Event;
import lectern.ui.Size;

/** What a whole CSI sequence means: a key, the mouse, or a size; null for what is none of them. */
final class CsiDecoder {
  private static final int RELEASED = 3;

  private CsiDecoder() {}

  /**
   * @param b its last byte @param alt {@code M-} when an escape came before it
   */
  static Event of(CsiParameters p, int b, String alt) {
    int modifiers = p.modifiers();
    return switch (b) {
      case '~' -> tilde(p, modifiers, alt);
      case '$' -> named(KeyNames.numbered(p.get(0)), 2, alt);
      case '^' -> named(KeyNames.numbered(p.get(0)), 5, alt);
      case '@' -> named(KeyNames.numbered(p.get(0)), 6, alt);
      case 'a', 'b', 'c', 'd' -> named(KeyNames.arrow(b - 32), 2, alt);
      case 'Z' -> named("Tab", (modifiers - 1 | 1) + 1, alt);
      case 'u' -> kitty(p, alt);
      case 't' -> resized(p);
      case 'R' ->
          p.get(0) == 1 && modifiers > 1 && modifiers <= 16 ? named("F3", modifiers, alt) : null;
      case 'I', 'O', 'M' -> null;
      default -> named(KeyNames.letter(b), modifiers, alt);
    };
  }

  private static Event tilde(CsiParameters p, int modifiers, String alt) {
    int n = p.get(0);
    if (n == 27) return character(p.get(2), modifiers, alt);
    return named(KeyNames.numbered(n), modifiers, alt);
  }

  /** SGR mouse reports (xterm, mode 1006): presses and the wheel. */
  static Event mouse(CsiParameters p, int b) {
    return b == 'M' ? clicked(p.get(0), p.get(1), p.get(2)) : null;
  }

  /**
   * @param reported the button, with bits for modifiers and movement
   * @param column from 1
   * @param row from 1
   */
  static Event clicked(int reported, int column, int row) {
    boolean moved = (reported & 32) != 0;
    int button = reported & ~(4 | 8 | 16);
    if (moved || column < 1 || row < 1) return null;
    return button >= 0 && button < 3 || button == 64 || button == 65
        ? new Event.Clicked(button, row - 1, column - 1)
        : null;
  }

  private static Event resized(CsiParameters p) {
    int rows = p.get(1);
    int columns = p.get(2);
    if (p.get(0) != 48 || rows < 1 || columns < 1) return null;
    return new Event.Resized(new Size(Math.min(columns, 1000), Math.min(rows, 1000)));
  }

  /** The kitty keyboard protocol: {@code code:shifted:base;modifiers:event;text u}. */
  private static Event kitty(CsiParameters p, String alt) {
    if (p.get(1, 1) == RELEASED) return null;
    int modifiers = p.modifiers();
    int code = p.get(0);
    int shifted = p.get(0, 1);
    if (shifted > 1 && (modifiers - 1 & 1) != 0)
      return character(shifted, modifiers - 1 & ~1, alt, true);
    return character(code, modifiers, alt);
  }

  private static Event character(int code, int modifiers, String alt) {
    return character(code, Math.max(0, modifiers - 1), alt, false);
  }

  private static Event character(int code, int bits, String alt, boolean shifted) {
    String name = KeyNames.functional(code);
    if (name != null) return named(name, bits + 1, alt);
    if (code < 0x20
        || code > 0x10ffff
        || (code >= 0xd800 && code <= 0xf8ff)
        || Sanitizer.isUnsafe(code)) return null;
    if ((bits & 0b111000) != 0) return null;
    boolean upper = (bits & 1) != 0 && !shifted && (bits & 4) == 0;
    String text = KeyNames.printable(upper ? Character.toUpperCase(code) : code);
    String prefix = ((bits & 4) != 0 ? "C-" : "") + ((bits & 2) != 0 || !alt.isEmpty() ? "M-" : "");
    return KeyDecoder.key(prefix + text);
  }

  /**
   * A key with a name, or nothing when there is no name for it.
   *
   * @param modifiers as xterm counts: 1 none
   */
  static Event named(String name, int modifiers, String alt) {
    if (name == null) return null;
    return KeyDecoder.key(KeyNames.with(Math.max(0, modifiers - 1), !alt.isEmpty(), name));
  }
}
