package lectern.terminal;

import java.nio.charset.StandardCharsets;

/** The private modes of xterm that a full-screen session sets, and what resets them. */
final class TerminalModes {
  private TerminalModes() {}

  /** Alternate screen (else clears it), bracketed paste, and mouse reports if wanted. */
  static String enterSequence(Capabilities caps, boolean mouse) {
    String screen = caps.alternateScreen() ? "\033[?1049h\033[?2004h" : "\033[H\033[2J";
    return mouse ? screen + "\033[?1002h\033[?1006h" : screen;
  }

  /** Resets everything that may have been set. */
  static String leaveSequence(Capabilities caps) {
    if (!caps.alternateScreen()) return "\033[m\033[r\033[?25h\033[H\033[2J";
    String link = caps.hyperlinks() ? "\033]8;;\033\\" : "";
    return "\033[?2026l"
        + link
        + "\033[m\033[r\033[?25h\033[?1006l\033[?1002l\033[?2004l\033[?1049l";
  }

  /** OSC 52: sets the clipboard. */
  static byte[] clipboardSequence(String base64) {
    return ("\033]52;c;" + base64 + "\007").getBytes(StandardCharsets.US_ASCII);
  }
}
