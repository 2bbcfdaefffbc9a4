package lectern.cli;

import java.io.IOException;
import java.util.Set;
import lectern.layout.Glyphs;
import lectern.layout.Layout;
import lectern.terminal.AnsiWriter;
import lectern.terminal.Capabilities;
import lectern.theme.Theme;
import lectern.userdata.Config;
import lectern.userdata.UserFiles;

/** How a command prints: styled or plain, how wide, with which characters. */
final class TextOutput {
  /** Columns of text on a wide terminal, and in a pipe. */
  private static final int DEFAULT_WIDTH = 80;

  private static final int MAX_WIDTH = 100_000;

  private final Invocation invocation;
  private final CommandContext context;
  private final Config config;
  private final Theme theme;
  final boolean styled;
  final Capabilities capabilities;

  TextOutput(Invocation call, CommandContext around) {
    this.invocation = call;
    this.context = around;
    String color = call.colorMode();
    boolean plain =
        call.command.options.contains(CliOption.PLAIN) && call.hasOption(CliOption.PLAIN);
    this.styled = !plain && Capabilities.isStyled(around.env(), around.outTty(), color);
    this.capabilities =
        styled
            ? Capabilities.of(around.env(), around.outTty(), color)
            : Capabilities.plain(Capabilities.isUnicode(around.env()));
    this.config = readUserConfig();
    this.theme = resolveTheme();
  }

  AnsiWriter openWriter() {
    return new AnsiWriter(context.out(), theme, capabilities, styled, styled ? width() : 0);
  }

  /** The reader's own choices, which count on a terminal; null where there are none. */
  private Config readUserConfig() {
    boolean own = context.outTty() && !context.isRemote() && UserFiles.hasConfig(context.env());
    return own ? UserFiles.of(context.env()).readConfig() : null;
  }

  /** Null where nothing is styled; a name that is none is an error all the same. */
  private Theme resolveTheme() {
    String name = invocation.optionValue(CliOption.THEME);
    if (name == null && !styled) return null;
    if (name == null && config == null) return Theme.of("ansi");
    if (name != null && Theme.builtInNames().contains(name) || context.isRemote())
      return builtInTheme(name);
    UserFiles home = UserFiles.of(context.env());
    if (name != null && !home.hasTheme(name))
      throw new UsageException(ThemeLookup.unknownThemeMessage(name, home.themeNames()));
    return home.loadTheme(name == null ? config.theme() : name).theme();
  }

  private static Theme builtInTheme(String name) {
    if (!Theme.builtInNames().contains(name))
      throw new UsageException(ThemeLookup.unknownThemeMessage(name, Theme.builtInNames()));
    return Theme.of(name);
  }

  /** 0: do not wrap. */
  int width() {
    if (invocation.hasOption(CliOption.WIDTH))
      return invocation.intValue(CliOption.WIDTH, 0, MAX_WIDTH, DEFAULT_WIDTH);
    int columns = columnsFromEnvironment();
    if (!context.outTty()) return columns > 0 ? columns : DEFAULT_WIDTH;
    int most = config == null ? DEFAULT_WIDTH : config.width();
    int shown = context.columns() > 0 ? context.columns() : columns;
    if (shown <= 0) return most == 0 ? DEFAULT_WIDTH : most;
    return most == 0 ? shown : Math.min(most, shown);
  }

  private int columnsFromEnvironment() {
    String said = context.env().getOrDefault("COLUMNS", "").strip();
    if (said.isEmpty() || said.length() > 6) return 0;
    for (int i = 0; i < said.length(); i++)
      if (said.charAt(i) < '0' || said.charAt(i) > '9') return 0;
    return Math.min(MAX_WIDTH, Integer.parseInt(said));
  }

  Glyphs glyphs() {
    return capabilities.unicode() ? Glyphs.UNICODE : Glyphs.ASCII;
  }

  Layout.Options layoutOptions() {
    return new Layout.Options(
        width(), glyphs(), !styled, !capabilities.hyperlinks(), false, Set.of());
  }

  /** For output that is bytes, not lines. @throws IOException as the stream does */
  void write(byte[] bytes) throws IOException {
    context.out().write(bytes);
  }
}
