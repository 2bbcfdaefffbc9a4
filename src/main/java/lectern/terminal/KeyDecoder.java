package lectern.terminal;

import java.util.Arrays;
import lectern.text.Sanitizer;
import lectern.ui.Event;
import lectern.ui.Key;

/**
 * Bytes from a keyboard to events: xterm's, rxvt's, the Linux console's and kitty's keys, bracketed
 * paste, SGR mouse and in-band resizes. What a terminal answers unasked is eaten whole; what cannot
 * be a key is dropped, never thrown.
 *
 * <p>However the bytes are split, the same events come out, as long as {@link #next} is told truly
 * whether the time of an escape is over.
 */
final class KeyDecoder {
  /** UTF-16 units of a paste that are kept; the rest of it is thrown away. */
  static final int LONGEST_PASTE = 65_536;

  private static final int LONGEST_SEQUENCE = 128;
  private static final int LONGEST_STRING = 65_536;
  private static final int ESC = 0x1b;
  private static final byte[] PASTE_END = {ESC, '[', '2', '0', '1', '~'};

  private final boolean mouse;
  private byte[] bytes = new byte[64];
  private int from;
  private int to;
  private PasteBuffer paste;

  /**
   * @param mouse whether clicks are told; where nobody asked for them they come from what another
   *     program left behind
   */
  KeyDecoder(boolean mouse) {
    this.mouse = mouse;
  }

  void feed(byte[] more, int offset, int length) {
    if (from == to) from = to = 0;
    if (to + length > bytes.length) {
      byte[] room = to - from + length > bytes.length ? new byte[(to - from + length) * 2] : bytes;
      System.arraycopy(bytes, from, room, 0, to - from);
      to -= from;
      from = 0;
      bytes = room;
    }
    System.arraycopy(more, offset, bytes, to, length);
    to += length;
  }

  /** Whether there are bytes, or half a paste, that wait for more. */
  boolean isWaiting() {
    return from < to || paste != null;
  }

  boolean isPasting() {
    return paste != null;
  }

  /**
   * The next event; null when there is none, or none that is complete.
   *
   * @param over whether no more bytes came within the time of an escape, so that what is there is
   *     all of it
   */
  Event next(boolean over) {
    while (from < to) {
      int before = from;
      Event event = paste != null ? pasted() : one(over);
      if (event != null) return event;
      if (from == before) return null;
    }
    if (bytes.length > 4096) bytes = new byte[64];
    return null;
  }

  /** Ends a paste whose end never came. */
  Event giveUp() {
    if (paste == null) return null;
    for (; from < to; from++) paste.add(bytes[from]);
    return ended();
  }

  private Event one(boolean over) {
    int b = bytes[from] & 0xff;
    if (b == ESC) return escape(over);
    return character(over, "");
  }

  // ── characters ─────────────────────────────────────────────────────────────────────────

  private Event character(boolean over, String alt) {
    int b = bytes[from] & 0xff;
    if (b < 0x20 || b == 0x7f) {
      from++;
      return control(b, alt);
    }
    if (b < 0x80) {
      from++;
      return key(alt + KeyNames.printable(b));
    }
    int length = b >= 0xf0 && b < 0xf5 ? 4 : b >= 0xe0 ? 3 : 2;
    if (b < 0xc2 || b >= 0xf5) {
      from++;
      return null;
    }
    for (int i = 1; i < length; i++) {
      if (from + i == to) return over ? dropped(i) : null;
      if ((bytes[from + i] & 0xc0) != 0x80) return dropped(i);
    }
    int c = b & 0xff >> length + 1;
    for (int i = 1; i < length; i++) c = c << 6 | bytes[from + i] & 0x3f;
    from += length;
    boolean least = c >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000) && c <= 0x10ffff;
    boolean text = least && (c < 0xd800 || c > 0xdfff) && !Sanitizer.isUnsafe(c);
    return text ? key(alt + Character.toString(c)) : null;
  }

  private Event dropped(int count) {
    from += count;
    return null;
  }

  private static Event control(int b, String alt) {
    return switch (b) {
      case 9 -> key(alt + "Tab");
      case 10, 13 -> key(alt + "Enter");
      case 8, 0x7f -> key(alt + "Backspace");
      case 0 -> key("C-" + alt + "Space");
      default -> key("C-" + alt + (char) (b < 27 ? b + 0x60 : b + 0x40));
    };
  }

  static Event key(String name) {
    return new Event.Pressed(Key.of(name));
  }

  // ── escapes ────────────────────────────────────────────────────────────────────────────

  private Event escape(boolean over) {
    if (from + 1 == to) return over ? single("Esc", 1) : null;
    int b = bytes[from + 1] & 0xff;
    return switch (b) {
      case '[' -> csi(from + 2, "", over);
      case 'O' -> ss3(from + 2, "", over);
      case ']', 'P', '_' -> string(b, over);
      case ESC -> escapes(over);
      default -> alt(over);
    };
  }

  private Event alt(boolean over) {
    from++;
    int at = from;
    Event event = character(over, "M-");
    if (event == null && from == at) from--;
    return event;
  }

  /** Two escapes: rxvt's way to say Alt before a sequence, else the first stands alone. */
  private Event escapes(boolean over) {
    if (from + 2 == to) return over ? single("Esc", 1) : null;
    int b = bytes[from + 2];
    if (b == '[') return csi(from + 3, "M-", over);
    if (b == 'O') return ss3(from + 3, "M-", over);
    return single("Esc", 1);
  }

  private Event single(String name, int length) {
    from += length;
    return key(name);
  }

  /** OSC, DCS and APC: answers of the terminal, up to BEL or ST. */
  private Event string(int kind, boolean over) {
    for (int i = from + 2; i < to; i++) {
      if (bytes[i] == 7) return dropped(i + 1 - from);
      if (bytes[i] == ESC && i + 1 < to)
        return dropped(bytes[i + 1] == '\\' ? i + 2 - from : i - from);
    }
    if (over && from + 2 == to) return single("M-" + (char) kind, 2);
    return over || to - from > LONGEST_STRING ? dropped(to - from) : null;
  }

  private Event ss3(int start, String alt, boolean over) {
    int i = start;
    while (i < to && (bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] == ';') && i - start < 8) i++;
    if (i == to) return over ? cut("M-O", start, i) : null;
    int b = bytes[i];
    if (b < 0x40 || b > 0x7e) return dropped(i - from);
    CsiParameters parameters = new CsiParameters(bytes, start, i);
    from = i + 1;
    if (b >= 'a' && b <= 'd') return CsiDecoder.named(KeyNames.arrow(b - 32), 5, alt);
    if (b >= 'p' && b <= 'y') return key(alt + (char) (b - 'p' + '0'));
    if (b >= 'j' && b <= 'o') return key(alt + "*+,-./".charAt(b - 'j'));
    return switch (b) {
      case 'M' -> CsiDecoder.named("Enter", parameters.modifiers(), alt);
      case 'I' -> CsiDecoder.named("Tab", parameters.modifiers(), alt);
      case 'X' -> key(alt + "=");
      default -> CsiDecoder.named(KeyNames.letter(b), parameters.modifiers(), alt);
    };
  }

  /**
   * A sequence cut off: with nothing after its introducer it was Alt and that character, else it is
   * dropped.
   */
  private Event cut(String alone, int start, int end) {
    return from + 2 == end && start == end ? single(alone, 2) : dropped(end - from);
  }

  private Event csi(int start, String alt, boolean over) {
    int i = start;
    boolean marked = i < to && bytes[i] >= '<' && bytes[i] <= '?';
    while (i < to && bytes[i] >= 0x20 && bytes[i] < 0x40) {
      if (bytes[i] == '$' && !marked && i > start) break;
      if (i - start > LONGEST_SEQUENCE) return dropped(i - from);
      i++;
    }
    if (i == to) return over ? cut("M-[", start, i) : null;
    int b = bytes[i];
    if (b != '$' && (b < 0x40 || b > 0x7e)) return dropped(i - from);
    if (b == '[' && i == start) return console(i + 1, over);
    if (b == 'M' && i == start) return oldMouse(i + 1, over);
    from = i + 1;
    CsiParameters parameters = new CsiParameters(bytes, start, i);
    if (marked) return bytes[start] == '<' ? heard(CsiDecoder.mouse(parameters, b)) : null;
    if (b == '~' && parameters.get(0) == 200) {
      paste = new PasteBuffer();
      return null;
    }
    return CsiDecoder.of(parameters, b, alt);
  }

  /** The Linux console's F1 to F5. */
  private Event console(int at, boolean over) {
    if (at == to) return over ? dropped(at - from) : null;
    int b = bytes[at];
    from = at + 1;
    return b >= 'A' && b <= 'E' ? key("F" + (b - 'A' + 1)) : null;
  }

  /** Of terminals that do not know SGR's: three bytes, each 32 more than what it says. */
  private Event oldMouse(int at, boolean over) {
    if (to - at < 3) return over ? dropped(to - from) : null;
    from = at + 3;
    return heard(
        CsiDecoder.clicked(
            (bytes[at] & 0xff) - 32, (bytes[at + 1] & 0xff) - 32, (bytes[at + 2] & 0xff) - 32));
  }

  /** Clicks that nobody asked for are not heard. */
  private Event heard(Event click) {
    return mouse ? click : null;
  }

  // ── paste ──────────────────────────────────────────────────────────────────────────────

  /**
   * Takes text up to the end mark; a beginning of that mark at the very end of the bytes waits for
   * more.
   */
  private Event pasted() {
    while (from < to) {
      if (bytes[from] == ESC) {
        int n = Math.min(to - from, PASTE_END.length);
        if (Arrays.equals(bytes, from, from + n, PASTE_END, 0, n)) {
          if (n < PASTE_END.length) return null;
          from += n;
          return ended();
        }
      }
      paste.add(bytes[from++]);
    }
    return null;
  }

  private Event ended() {
    String text = paste.text();
    paste = null;
    return new Event.Pasted(text);
  }
}
