package lectern.cli;

import java.io.IOException;
import java.util.Set;
import lectern.home.Config;
import lectern.home.UserFiles;
import lectern.layout.Glyphs;
import lectern.layout.Layout;
import lectern.terminal.AnsiWriter;
import lectern.terminal.Capabilities;
import lectern.theme.Theme;

/** How a command prints: styled or plain, how wide, with which characters. */
final class TextOutput {
  /** Columns of text on a wide terminal, and in a pipe. */
  private static final int COMFORTABLE = 80;

  private static final int WIDEST = 100_000;

  private final Invocation call;
  private final CommandContext around;
  private final Config config;
  private final Theme theme;
  final boolean styled;
  final Capabilities caps;

  TextOutput(Invocation call, CommandContext around) {
    this.call = call;
    this.around = around;
    String color = call.color();
    boolean plain = call.verb.flags.contains(CliOption.PLAIN) && call.has(CliOption.PLAIN);
    this.styled = !plain && Capabilities.isStyled(around.env(), around.outTty(), color);
    this.caps =
        styled
            ? Capabilities.of(around.env(), around.outTty(), color)
            : Capabilities.plain(Capabilities.isUnicode(around.env()));
    this.config = configured();
    this.theme = theme();
  }

  AnsiWriter writer() {
    return new AnsiWriter(around.out(), theme, caps, styled, styled ? width() : 0);
  }

  /** The reader's own choices, which count on a terminal; null where there are none. */
  private Config configured() {
    boolean own = around.outTty() && !around.afar() && UserFiles.hasConfig(around.env());
    return own ? UserFiles.of(around.env()).readConfig() : null;
  }

  /** Null where nothing is styled; a name that is none is an error all the same. */
  private Theme theme() {
    String name = call.value(CliOption.THEME);
    if (name == null && !styled) return null;
    if (name == null && config == null) return Theme.of("ansi");
    if (name != null && Theme.builtInNames().contains(name) || around.afar()) return builtIn(name);
    UserFiles home = UserFiles.of(around.env());
    if (name != null && !home.hasTheme(name))
      throw new UsageException(ThemeLookup.unknown(name, home.themeNames()));
    return home.loadTheme(name == null ? config.theme() : name).theme();
  }

  private static Theme builtIn(String name) {
    if (!Theme.builtInNames().contains(name))
      throw new UsageException(ThemeLookup.unknown(name, Theme.builtInNames()));
    return Theme.of(name);
  }

  /** 0: do not wrap. */
  int width() {
    if (call.has(CliOption.WIDTH)) return call.number(CliOption.WIDTH, 0, WIDEST, COMFORTABLE);
    int columns = columns();
    if (!around.outTty()) return columns > 0 ? columns : COMFORTABLE;
    int most = config == null ? COMFORTABLE : config.width();
    int shown = around.columns() > 0 ? around.columns() : columns;
    if (shown <= 0) return most == 0 ? COMFORTABLE : most;
    return most == 0 ? shown : Math.min(most, shown);
  }

  private int columns() {
    String said = around.env().getOrDefault("COLUMNS", "").strip();
    if (said.isEmpty() || said.length() > 6) return 0;
    for (int i = 0; i < said.length(); i++)
      if (said.charAt(i) < '0' || said.charAt(i) > '9') return 0;
    return Math.min(WIDEST, Integer.parseInt(said));
  }

  Glyphs glyphs() {
    return caps.unicode() ? Glyphs.UNICODE : Glyphs.ASCII;
  }

  Layout.Options layout() {
    return new Layout.Options(width(), glyphs(), !styled, !caps.hyperlinks(), false, Set.of());
  }

  /** For output that is bytes, not lines. @throws IOException as the stream does */
  void bytes(byte[] bytes) throws IOException {
    around.out().write(bytes);
  }
}
