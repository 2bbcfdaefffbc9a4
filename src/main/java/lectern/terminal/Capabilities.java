package lectern.terminal;

import java.util.Map;
import lectern.theme.ColorDepth;

/**
 * What a terminal can do, read off the environment alone: nothing is asked of the terminal, so
 * nothing waits for it.
 *
 * @param colorDepth colours it shows; NONE also where the reader wants none
 * @param unicode whether the locale is UTF-8; ASCII twins otherwise
 * @param hyperlinks whether OSC 8 is safe
 * @param dumb no cursor movement: linear mode
 * @param clipboard whether OSC 52 is worth sending
 * @param backColorErase whether ECH is known and erasing fills with the background (bce)
 * @param shift whether there is an alternate screen to take and give back
 */
public record Capabilities(
    ColorDepth colorDepth,
    boolean unicode,
    boolean hyperlinks,
    boolean dumb,
    boolean clipboard,
    boolean backColorErase,
    boolean alternateScreen) {

  /** No styles at all: what a pipe and a file get. */
  public static Capabilities plain(boolean unicode) {
    return new Capabilities(ColorDepth.NONE, unicode, false, true, false, false, false);
  }

  /**
   * Of the terminal that this environment speaks of.
   *
   * @param tty whether the output is one
   * @param color {@code auto}, {@code always} or {@code never}; over NO_COLOR, over CLICOLOR_FORCE
   *     and FORCE_COLOR
   */
  public static Capabilities of(Map<String, String> env, boolean tty, String color) {
    String term = env.getOrDefault("TERM", "");
    boolean styled = isStyled(env, tty, color);
    boolean dumb = isDumb(term);
    boolean old = term.startsWith("vt") || term.equals("ansi") || term.startsWith("cons");
    boolean console = term.startsWith("linux");
    boolean screen = term.startsWith("screen") && !env.containsKey("TMUX");
    return new Capabilities(
        styled ? depth(env, term, !tty || !color.equals("auto")) : ColorDepth.NONE,
        isUnicode(env),
        (tty || color.equals("always")) && !dumb && !old && !console && !screen && links(env, term),
        dumb,
        tty && !dumb && !old && !console && clipboard(env),
        !dumb && !old && !screen,
        !dumb && !old && !console);
  }

  /**
   * Whether anything but plain text may be written: attributes count, colours are the depth's
   * matter.
   */
  public static boolean isStyled(Map<String, String> env, boolean tty, String color) {
    if (color.equals("always")) return true;
    if (color.equals("never")) return false;
    if (isSet(env, "NO_COLOR")) return false;
    if (isForced(env, "CLICOLOR_FORCE") || isForced(env, "FORCE_COLOR")) return true;
    return tty && !isDumb(env.getOrDefault("TERM", ""));
  }

  /**
   * Whether the locale says UTF-8; a locale that is not set at all says so too only outside of C.
   */
  public static boolean isUnicode(Map<String, String> env) {
    String locale = firstSet(env, "LC_ALL", "LC_CTYPE", "LANG");
    if (locale.isEmpty()) return isSet(env, "WT_SESSION") || !env.containsKey("TERM");
    int dot = locale.indexOf('.');
    String charset = dot < 0 ? locale : locale.substring(dot + 1);
    return charset.regionMatches(true, 0, "utf-8", 0, 5)
        || charset.regionMatches(true, 0, "utf8", 0, 4);
  }

  private static boolean isDumb(String term) {
    return term.isEmpty() || term.equals("dumb") || term.equals("unknown") || term.equals("emacs");
  }

  private static ColorDepth depth(Map<String, String> env, String term, boolean asked) {
    String said = env.getOrDefault("COLORTERM", "");
    if (said.equals("truecolor") || said.equals("24bit") || term.endsWith("-direct"))
      return ColorDepth.TRUE_COLOR;
    String force = env.getOrDefault("FORCE_COLOR", "");
    if (force.equals("3")) return ColorDepth.TRUE_COLOR;
    if (force.equals("2")) return ColorDepth.INDEXED_256;
    if (isDumb(term)) return asked ? ColorDepth.ANSI_16 : ColorDepth.NONE;
    if (term.startsWith("vt")) return asked ? ColorDepth.ANSI_16 : ColorDepth.NONE;
    if (isModernTerm(term) || isSet(env, "WT_SESSION") && !term.startsWith("screen"))
      return ColorDepth.TRUE_COLOR;
    if (isModernProgram(env.getOrDefault("TERM_PROGRAM", ""))) return ColorDepth.TRUE_COLOR;
    if (parseNumber(env, "VTE_VERSION") >= 3600) return ColorDepth.TRUE_COLOR;
    if (term.contains("256color")) return ColorDepth.INDEXED_256;
    if (term.startsWith("linux") || term.startsWith("screen") || term.equals("ansi"))
      return ColorDepth.ANSI_8;
    return ColorDepth.ANSI_16;
  }

  private static boolean links(Map<String, String> env, String term) {
    String program = env.getOrDefault("TERM_PROGRAM", "");
    if (term.startsWith("tmux") || term.startsWith("screen")) {
      return program.equals("tmux")
          && isAtLeast(env.getOrDefault("TERM_PROGRAM_VERSION", ""), 3, 4);
    }
    return isModernTerm(term)
        || isModernProgram(program)
        || isSet(env, "WT_SESSION")
        || isSet(env, "KITTY_WINDOW_ID")
        || isSet(env, "KONSOLE_VERSION")
        || parseNumber(env, "VTE_VERSION") >= 5000;
  }

  private static boolean clipboard(Map<String, String> env) {
    return !env.getOrDefault("TERM_PROGRAM", "").equals("Apple_Terminal")
        && parseNumber(env, "VTE_VERSION") == 0;
  }

  private static boolean isModernTerm(String term) {
    return term.startsWith("xterm-kitty")
        || term.startsWith("xterm-ghostty")
        || term.startsWith("ghostty")
        || term.startsWith("alacritty")
        || term.startsWith("foot")
        || term.startsWith("wezterm")
        || term.startsWith("contour")
        || term.startsWith("rio");
  }

  private static boolean isModernProgram(String program) {
    return switch (program) {
      case "iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal" ->
          true;
      default -> false;
    };
  }

  private static boolean isAtLeast(String version, int major, int minor) {
    int dot = version.indexOf('.');
    int m = leadingNumber(version);
    return m > major || m == major && dot > 0 && leadingNumber(version.substring(dot + 1)) >= minor;
  }

  private static int parseNumber(Map<String, String> env, String name) {
    return leadingNumber(env.getOrDefault(name, ""));
  }

  private static int leadingNumber(String text) {
    int n = 0;
    for (int i = 0; i < text.length() && i < 9; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) break;
      n = n * 10 + digit;
    }
    return n;
  }

  private static boolean isSet(Map<String, String> env, String name) {
    return !env.getOrDefault(name, "").isEmpty();
  }

  private static boolean isForced(Map<String, String> env, String name) {
    return isSet(env, name) && !env.get(name).equals("0") && !env.get(name).equals("false");
  }

  private static String firstSet(Map<String, String> env, String... names) {
    for (String name : names) if (isSet(env, name)) return env.get(name);
    return "";
  }
}
