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
  static final int MAX_PASTE_BYTES = 65_536;

  private static final int MAX_SEQUENCE_BYTES = 128;
  private static final int MAX_STRING_BYTES = 65_536;
  private static final int ESC = 0x1b;
  private static final byte[] PASTE_END = {ESC, '[', '2', '0', '1', '~'};

  private final boolean mouseEnabled;
  private byte[] bytes = new byte[64];
  private int position;
  private int limit;
  private PasteBuffer paste;

  /**
   * @param mouse whether clicks are told; where nobody asked for them they come from what another
   *     program left behind
   */
  KeyDecoder(boolean mouse) {
    this.mouseEnabled = mouse;
  }

  void feed(byte[] more, int offset, int length) {
    if (position == limit) position = limit = 0;
    if (limit + length > bytes.length) {
      byte[] room =
          limit - position + length > bytes.length
              ? new byte[(limit - position + length) * 2]
              : bytes;
      System.arraycopy(bytes, position, room, 0, limit - position);
      limit -= position;
      position = 0;
      bytes = room;
    }
    System.arraycopy(more, offset, bytes, limit, length);
    limit += length;
  }

  /** Whether there are bytes, or half a paste, that wait for more. */
  boolean isIncomplete() {
    return position < limit || paste != null;
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
    while (position < limit) {
      int before = position;
      Event event = paste != null ? readPaste() : decode(over);
      if (event != null) return event;
      if (position == before) return null;
    }
    if (bytes.length > 4096) bytes = new byte[64];
    return null;
  }

  /** Ends a paste whose end never came. */
  Event flushPaste() {
    if (paste == null) return null;
    for (; position < limit; position++) paste.add(bytes[position]);
    return finishPaste();
  }

  private Event decode(boolean over) {
    int b = bytes[position] & 0xff;
    if (b == ESC) return decodeEscape(over);
    return decodeCharacter(over, "");
  }

  // ── characters ─────────────────────────────────────────────────────────────────────────

  private Event decodeCharacter(boolean over, String alt) {
    int b = bytes[position] & 0xff;
    if (b < 0x20 || b == 0x7f) {
      position++;
      return controlKey(b, alt);
    }
    if (b < 0x80) {
      position++;
      return keyEvent(alt + KeyNames.ofCharacter(b));
    }
    int length = b >= 0xf0 && b < 0xf5 ? 4 : b >= 0xe0 ? 3 : 2;
    if (b < 0xc2 || b >= 0xf5) {
      position++;
      return null;
    }
    for (int i = 1; i < length; i++) {
      if (position + i == limit) return over ? skip(i) : null;
      if ((bytes[position + i] & 0xc0) != 0x80) return skip(i);
    }
    int c = b & 0xff >> length + 1;
    for (int i = 1; i < length; i++) c = c << 6 | bytes[position + i] & 0x3f;
    position += length;
    boolean least = c >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000) && c <= 0x10ffff;
    boolean text = least && (c < 0xd800 || c > 0xdfff) && !Sanitizer.isUnsafe(c);
    return text ? keyEvent(alt + Character.toString(c)) : null;
  }

  private Event skip(int count) {
    position += count;
    return null;
  }

  private static Event controlKey(int b, String alt) {
    return switch (b) {
      case 9 -> keyEvent(alt + "Tab");
      case 10, 13 -> keyEvent(alt + "Enter");
      case 8, 0x7f -> keyEvent(alt + "Backspace");
      case 0 -> keyEvent("C-" + alt + "Space");
      default -> keyEvent("C-" + alt + (char) (b < 27 ? b + 0x60 : b + 0x40));
    };
  }

  static Event keyEvent(String name) {
    return new Event.KeyPressed(Key.of(name));
  }

  // ── escapes ────────────────────────────────────────────────────────────────────────────

  private Event decodeEscape(boolean over) {
    if (position + 1 == limit) return over ? consumeKey("Esc", 1) : null;
    int b = bytes[position + 1] & 0xff;
    return switch (b) {
      case '[' -> decodeCsi(position + 2, "", over);
      case 'O' -> decodeSs3(position + 2, "", over);
      case ']', 'P', '_' -> decodeString(b, over);
      case ESC -> decodeDoubleEscape(over);
      default -> decodeAlt(over);
    };
  }

  private Event decodeAlt(boolean over) {
    position++;
    int at = position;
    Event event = decodeCharacter(over, "M-");
    if (event == null && position == at) position--;
    return event;
  }

  /** Two escapes: rxvt's way to say Alt before a sequence, else the first stands alone. */
  private Event decodeDoubleEscape(boolean over) {
    if (position + 2 == limit) return over ? consumeKey("Esc", 1) : null;
    int b = bytes[position + 2];
    if (b == '[') return decodeCsi(position + 3, "M-", over);
    if (b == 'O') return decodeSs3(position + 3, "M-", over);
    return consumeKey("Esc", 1);
  }

  private Event consumeKey(String name, int length) {
    position += length;
    return keyEvent(name);
  }

  /** OSC, DCS and APC: answers of the terminal, up to BEL or ST. */
  private Event decodeString(int kind, boolean over) {
    for (int i = position + 2; i < limit; i++) {
      if (bytes[i] == 7) return skip(i + 1 - position);
      if (bytes[i] == ESC && i + 1 < limit)
        return skip(bytes[i + 1] == '\\' ? i + 2 - position : i - position);
    }
    if (over && position + 2 == limit) return consumeKey("M-" + (char) kind, 2);
    return over || limit - position > MAX_STRING_BYTES ? skip(limit - position) : null;
  }

  private Event decodeSs3(int start, String alt, boolean over) {
    int i = start;
    while (i < limit && (bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] == ';') && i - start < 8)
      i++;
    if (i == limit) return over ? decodeTruncated("M-O", start, i) : null;
    int b = bytes[i];
    if (b < 0x40 || b > 0x7e) return skip(i - position);
    CsiParameters parameters = new CsiParameters(bytes, start, i);
    position = i + 1;
    if (b >= 'a' && b <= 'd') return CsiDecoder.namedKey(KeyNames.ofArrow(b - 32), 5, alt);
    if (b >= 'p' && b <= 'y') return keyEvent(alt + (char) (b - 'p' + '0'));
    if (b >= 'j' && b <= 'o') return keyEvent(alt + "*+,-./".charAt(b - 'j'));
    return switch (b) {
      case 'M' -> CsiDecoder.namedKey("Enter", parameters.modifiers(), alt);
      case 'I' -> CsiDecoder.namedKey("Tab", parameters.modifiers(), alt);
      case 'X' -> keyEvent(alt + "=");
      default -> CsiDecoder.namedKey(KeyNames.ofFinalByte(b), parameters.modifiers(), alt);
    };
  }

  /**
   * A sequence cut off: with nothing after its introducer it was Alt and that character, else it is
   * dropped.
   */
  private Event decodeTruncated(String alone, int start, int end) {
    return position + 2 == end && start == end ? consumeKey(alone, 2) : skip(end - position);
  }

  private Event decodeCsi(int start, String alt, boolean over) {
    int i = start;
    boolean marked = i < limit && bytes[i] >= '<' && bytes[i] <= '?';
    while (i < limit && bytes[i] >= 0x20 && bytes[i] < 0x40) {
      if (bytes[i] == '$' && !marked && i > start) break;
      if (i - start > MAX_SEQUENCE_BYTES) return skip(i - position);
      i++;
    }
    if (i == limit) return over ? decodeTruncated("M-[", start, i) : null;
    int b = bytes[i];
    if (b != '$' && (b < 0x40 || b > 0x7e)) return skip(i - position);
    if (b == '[' && i == start) return decodeLinuxConsole(i + 1, over);
    if (b == 'M' && i == start) return decodeX10Mouse(i + 1, over);
    position = i + 1;
    CsiParameters parameters = new CsiParameters(bytes, start, i);
    if (marked)
      return bytes[start] == '<' ? filterMouse(CsiDecoder.decodeMouse(parameters, b)) : null;
    if (b == '~' && parameters.get(0) == 200) {
      paste = new PasteBuffer();
      return null;
    }
    return CsiDecoder.decode(parameters, b, alt);
  }

  /** The Linux console's F1 to F5. */
  private Event decodeLinuxConsole(int at, boolean over) {
    if (at == limit) return over ? skip(at - position) : null;
    int b = bytes[at];
    position = at + 1;
    return b >= 'A' && b <= 'E' ? keyEvent("F" + (b - 'A' + 1)) : null;
  }

  /** Of terminals that do not know SGR's: three bytes, each 32 more than what it says. */
  private Event decodeX10Mouse(int at, boolean over) {
    if (limit - at < 3) return over ? skip(limit - position) : null;
    position = at + 3;
    return filterMouse(
        CsiDecoder.clickEvent(
            (bytes[at] & 0xff) - 32, (bytes[at + 1] & 0xff) - 32, (bytes[at + 2] & 0xff) - 32));
  }

  /** Clicks that nobody asked for are not heard. */
  private Event filterMouse(Event click) {
    return mouseEnabled ? click : null;
  }

  // ── paste ──────────────────────────────────────────────────────────────────────────────

  /**
   * Takes text up to the end mark; a beginning of that mark at the very end of the bytes waits for
   * more.
   */
  private Event readPaste() {
    while (position < limit) {
      if (bytes[position] == ESC) {
        int n = Math.min(limit - position, PASTE_END.length);
        if (Arrays.equals(bytes, position, position + n, PASTE_END, 0, n)) {
          if (n < PASTE_END.length) return null;
          position += n;
          return finishPaste();
        }
      }
      paste.add(bytes[position++]);
    }
    return null;
  }

  private Event finishPaste() {
    String text = paste.text();
    paste = null;
    return new Event.Pasted(text);
  }
}
