package lectern.terminal;

import java.util.Arrays;
import lectern.text.Sanitizer;
import lectern.ui.Event;
import lectern.ui.Key;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes from a terminal into events: the keys of xterm, rxvt, the Linux console and kitty,
 * bracketed paste, SGR mouse and in-band resizes. Replies of the terminal and invalid sequences are
 * skipped, never thrown. The events do not depend on how the bytes are split.
 */
final class KeyDecoder {
  private static final int MAX_SEQUENCE_BYTES = 128;
  private static final int MAX_STRING_BYTES = 65_536;
  private static final int ESC = 0x1b;
  private static final byte[] PASTE_END = {ESC, '[', '2', '0', '1', '~'};

  private final boolean mouseEnabled;
  private byte[] bytes = new byte[0];
  private int position;
  private int limit;
  private @Nullable PasteBuffer paste;

  /**
   * @param mouseEnabled whether clicks are reported; if not, another program left the mode on
   */
  KeyDecoder(boolean mouseEnabled) {
    this.mouseEnabled = mouseEnabled;
  }

  void feed(byte[] source, int offset, int length) {
    int pending = limit - position;
    byte[] joined = new byte[pending + length];
    System.arraycopy(bytes, position, joined, 0, pending);
    System.arraycopy(source, offset, joined, pending, length);
    bytes = joined;
    position = 0;
    limit = joined.length;
  }

  /** Whether there are bytes, or part of a paste, that need more bytes. */
  boolean isIncomplete() {
    return position < limit || paste != null;
  }

  boolean isPasting() {
    return paste != null;
  }

  /**
   * The next complete event, if there is one.
   *
   * @param timedOut whether the wait for the rest of an escape sequence is timedOut
   */
  @Nullable Event next(boolean timedOut) {
    while (position < limit) {
      int before = position;
      Event event = paste != null ? readPaste(paste) : decode(timedOut);
      if (event != null) return event;
      if (position == before) return null;
    }
    bytes = new byte[0];
    position = limit = 0;
    return null;
  }

  /** Ends a paste whose end mark did not come. */
  @Nullable Event flushPaste() {
    if (paste == null) return null;
    for (; position < limit; position++) paste.add(bytes[position]);
    return finishPaste(paste);
  }

  private @Nullable Event decode(boolean timedOut) {
    return bytes[position] == ESC ? decodeEscape(timedOut) : decodeCharacter(timedOut, "");
  }

  // ── characters ─────────────────────────────────────────────────────────────────────────

  private @Nullable Event decodeCharacter(boolean timedOut, String alt) {
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
      if (position + i == limit) return timedOut ? skip(i) : null;
      if ((bytes[position + i] & 0xc0) != 0x80) return skip(i);
    }
    int c = b & 0xff >> length + 1;
    for (int i = 1; i < length; i++) c = c << 6 | bytes[position + i] & 0x3f;
    position += length;
    boolean shortest = c >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000) && c <= 0x10ffff;
    boolean text = shortest && (c < 0xd800 || c > 0xdfff) && !Sanitizer.isUnsafe(c);
    return text ? keyEvent(alt + Character.toString(c)) : null;
  }

  private @Nullable Event skip(int count) {
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

  private @Nullable Event decodeEscape(boolean timedOut) {
    if (position + 1 == limit) return timedOut ? consumeKey("Esc", 1) : null;
    int b = bytes[position + 1] & 0xff;
    return switch (b) {
      case '[' -> decodeCsi(position + 2, "", timedOut);
      case 'O' -> decodeSs3(position + 2, "", timedOut);
      case ']', 'P', '_' -> decodeString(b, timedOut);
      case ESC -> decodeDoubleEscape(timedOut);
      default -> decodeAlt(timedOut);
    };
  }

  private @Nullable Event decodeAlt(boolean timedOut) {
    position++;
    int at = position;
    Event event = decodeCharacter(timedOut, "M-");
    if (event == null && position == at) position--;
    return event;
  }

  /** Two escapes: Alt before a sequence (rxvt), else the first is the Esc key. */
  private @Nullable Event decodeDoubleEscape(boolean timedOut) {
    if (position + 2 == limit) return timedOut ? consumeKey("Esc", 1) : null;
    int b = bytes[position + 2];
    if (b == '[') return decodeCsi(position + 3, "M-", timedOut);
    if (b == 'O') return decodeSs3(position + 3, "M-", timedOut);
    return consumeKey("Esc", 1);
  }

  private Event consumeKey(String name, int length) {
    position += length;
    return keyEvent(name);
  }

  /** OSC, DCS and APC: replies of the terminal, up to BEL or ST. */
  private @Nullable Event decodeString(int kind, boolean timedOut) {
    for (int i = position + 2; i < limit; i++) {
      if (bytes[i] == 7) return skip(i + 1 - position);
      if (bytes[i] == ESC && i + 1 < limit)
        return skip(bytes[i + 1] == '\\' ? i + 2 - position : i - position);
    }
    if (timedOut && position + 2 == limit) return consumeKey("M-" + (char) kind, 2);
    return timedOut || limit - position > MAX_STRING_BYTES ? skip(limit - position) : null;
  }

  private @Nullable Event decodeSs3(int start, String alt, boolean timedOut) {
    int i = start;
    while (i < limit && (bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] == ';') && i - start < 8)
      i++;
    if (i == limit) return timedOut ? decodeTruncated("M-O", start, i) : null;
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

  /** A truncated sequence: an introducer alone was Alt and that character, else it is dropped. */
  private @Nullable Event decodeTruncated(String alone, int start, int end) {
    return position + 2 == end && start == end ? consumeKey(alone, 2) : skip(end - position);
  }

  private @Nullable Event decodeCsi(int start, String alt, boolean timedOut) {
    int i = start;
    boolean isPrivate = i < limit && bytes[i] >= '<' && bytes[i] <= '?';
    while (i < limit && bytes[i] >= 0x20 && bytes[i] < 0x40) {
      if (bytes[i] == '$' && !isPrivate && i > start) break;
      if (i - start > MAX_SEQUENCE_BYTES) return skip(i - position);
      i++;
    }
    if (i == limit) return timedOut ? decodeTruncated("M-[", start, i) : null;
    int b = bytes[i];
    if (b != '$' && (b < 0x40 || b > 0x7e)) return skip(i - position);
    if (b == '[' && i == start) return decodeLinuxConsole(i + 1, timedOut);
    if (b == 'M' && i == start) return decodeX10Mouse(i + 1, timedOut);
    position = i + 1;
    CsiParameters parameters = new CsiParameters(bytes, start, i);
    if (isPrivate)
      return bytes[start] == '<' ? filterMouse(CsiDecoder.decodeMouse(parameters, b)) : null;
    if (b == '~' && parameters.get(0) == 200) {
      paste = new PasteBuffer();
      return null;
    }
    return CsiDecoder.decode(parameters, b, alt);
  }

  /** The Linux console's F1 to F5. */
  private @Nullable Event decodeLinuxConsole(int at, boolean timedOut) {
    if (at == limit) return timedOut ? skip(at - position) : null;
    int b = bytes[at];
    position = at + 1;
    return b >= 'A' && b <= 'E' ? keyEvent("F" + (b - 'A' + 1)) : null;
  }

  /** Terminals without SGR reports: three bytes, each 32 more than its value. */
  private @Nullable Event decodeX10Mouse(int at, boolean timedOut) {
    if (limit - at < 3) return timedOut ? skip(limit - position) : null;
    position = at + 3;
    return filterMouse(
        CsiDecoder.clickEvent(
            (bytes[at] & 0xff) - 32, (bytes[at + 1] & 0xff) - 32, (bytes[at + 2] & 0xff) - 32));
  }

  private @Nullable Event filterMouse(@Nullable Event click) {
    return mouseEnabled ? click : null;
  }

  // ── paste ──────────────────────────────────────────────────────────────────────────────

  /** Reads up to the end mark; a part of that mark at the end of the bytes waits for more. */
  private @Nullable Event readPaste(PasteBuffer text) {
    while (position < limit) {
      if (bytes[position] == ESC) {
        int n = Math.min(limit - position, PASTE_END.length);
        if (Arrays.equals(bytes, position, position + n, PASTE_END, 0, n)) {
          if (n < PASTE_END.length) return null;
          position += n;
          return finishPaste(text);
        }
      }
      text.add(bytes[position++]);
    }
    return null;
  }

  private Event finishPaste(PasteBuffer text) {
    paste = null;
    return new Event.Pasted(text.text());
  }
}
