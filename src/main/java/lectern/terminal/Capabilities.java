package lectern.terminal;

import java.util.Map;
import lectern.theme.ColorDepth;

/**
 * What a terminal can do, from the environment alone: the terminal is not queried, so nothing waits
 * for an answer.
 *
 * @param colorDepth colours it shows; NONE also where the user wants none
 * @param unicode whether the locale is UTF-8; otherwise ASCII is written
 * @param hyperlinks whether OSC 8 is safe
 * @param dumb whether it has no cursor movement: linear mode
 * @param clipboard whether OSC 52 may be understood
 * @param backColorErase whether it knows ECH, and erases with the current background (bce)
 * @param alternateScreen whether it has an alternate screen
 */
public record Capabilities(
    ColorDepth colorDepth,
    boolean unicode,
    boolean hyperlinks,
    boolean dumb,
    boolean clipboard,
    boolean backColorErase,
    boolean alternateScreen) {

  private static final String[] MODERN_TERMS = {
    "xterm-kitty", "xterm-ghostty", "ghostty", "alacritty", "foot", "wezterm", "contour", "rio"
  };

  /** Plain text, for pipes and files. */
  public static Capabilities plain(boolean unicode) {
    return new Capabilities(ColorDepth.NONE, unicode, false, true, false, false, false);
  }

  /**
   * The capabilities of the terminal that an environment describes.
   *
   * @param tty whether the output is a terminal
   * @param color {@code auto}, {@code always} or {@code never}; takes precedence over NO_COLOR, and
   *     that over CLICOLOR_FORCE and FORCE_COLOR
   */
  public static Capabilities of(Map<String, String> env, boolean tty, String color) {
    String term = env.getOrDefault("TERM", "");
    boolean styled = isStyled(env, tty, color);
    boolean dumb = isDumb(term);
    boolean old = term.startsWith("vt") || term.equals("ansi") || term.startsWith("cons");
    boolean console = term.startsWith("linux");
    boolean screen = term.startsWith("screen") && !env.containsKey("TMUX");
    return new Capabilities(
        styled ? detectColorDepth(env, term, !tty || !color.equals("auto")) : ColorDepth.NONE,
        isUnicode(env),
        (tty || color.equals("always"))
            && !dumb
            && !old
            && !console
            && !screen
            && supportsHyperlinks(env, term),
        dumb,
        tty && !dumb && !old && !console && supportsClipboard(env),
        !dumb && !old && !screen,
        !dumb && !old && !console);
  }

  /** Whether styles may be written, be they only attributes without colours. */
  public static boolean isStyled(Map<String, String> env, boolean tty, String color) {
    if (color.equals("always")) return true;
    if (color.equals("never")) return false;
    if (isSet(env, "NO_COLOR")) return false;
    if (isForced(env, "CLICOLOR_FORCE") || isForced(env, "FORCE_COLOR")) return true;
    return tty && !isDumb(env.getOrDefault("TERM", ""));
  }

  /** Whether the locale is UTF-8. */
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

  private static ColorDepth detectColorDepth(Map<String, String> env, String term, boolean forced) {
    String colorTerm = env.getOrDefault("COLORTERM", "");
    if (colorTerm.equals("truecolor") || colorTerm.equals("24bit") || term.endsWith("-direct"))
      return ColorDepth.TRUE_COLOR;
    String force = env.getOrDefault("FORCE_COLOR", "");
    if (force.equals("3")) return ColorDepth.TRUE_COLOR;
    if (force.equals("2")) return ColorDepth.INDEXED_256;
    if (isDumb(term) || term.startsWith("vt")) return forced ? ColorDepth.ANSI_16 : ColorDepth.NONE;
    if (isModernTerm(term) || isSet(env, "WT_SESSION") && !term.startsWith("screen"))
      return ColorDepth.TRUE_COLOR;
    if (isModernProgram(env.getOrDefault("TERM_PROGRAM", ""))) return ColorDepth.TRUE_COLOR;
    if (parseNumber(env, "VTE_VERSION") >= 3600) return ColorDepth.TRUE_COLOR;
    if (term.contains("256color")) return ColorDepth.INDEXED_256;
    if (term.startsWith("linux") || term.startsWith("screen") || term.equals("ansi"))
      return ColorDepth.ANSI_8;
    return ColorDepth.ANSI_16;
  }

  private static boolean supportsHyperlinks(Map<String, String> env, String term) {
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

  private static boolean supportsClipboard(Map<String, String> env) {
    return !env.getOrDefault("TERM_PROGRAM", "").equals("Apple_Terminal")
        && parseNumber(env, "VTE_VERSION") == 0;
  }

  private static boolean isModernTerm(String term) {
    for (String name : MODERN_TERMS) if (term.startsWith(name)) return true;
    return false;
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
    String value = env.getOrDefault(name, "");
    return !value.isEmpty() && !value.equals("0") && !value.equals("false");
  }

  private static String firstSet(Map<String, String> env, String... names) {
    String value = "";
    for (int i = 0; i < names.length && value.isEmpty(); i++)
      value = env.getOrDefault(names[i], "");
    return value;
  }
}
