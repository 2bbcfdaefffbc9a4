package lectern.cli;

import java.util.Set;
import lectern.layout.Glyphs;
import lectern.layout.Layout;
import lectern.terminal.AnsiWriter;
import lectern.terminal.Capabilities;
import lectern.text.DisplayWidth;
import lectern.theme.Theme;
import lectern.userdata.Config;
import lectern.userdata.Setting;
import lectern.userdata.UserFiles;
import org.jspecify.annotations.Nullable;

/** How a command prints: with or without styles, how wide, with which characters. */
final class TextOutput {
  /** Columns of text on a wide terminal, and in a pipe. */
  private static final int DEFAULT_WIDTH = 80;

  private final Invocation invocation;
  private final CommandContext context;
  private final @Nullable Config config;
  private final @Nullable Theme theme;
  final boolean styled;
  final Capabilities capabilities;

  TextOutput(Invocation invocation, CommandContext context) {
    this.invocation = invocation;
    this.context = context;
    String color = invocation.colorMode();
    boolean plain = invocation.hasOption(CliOption.PLAIN);
    this.styled = !plain && Capabilities.isStyled(context.env(), context.outTty(), color);
    this.capabilities =
        styled
            ? Capabilities.of(context.env(), context.outTty(), color)
            : Capabilities.plain(Capabilities.isUnicode(context.env()));
    this.config = readUserConfig();
    this.theme = resolveTheme();
  }

  AnsiWriter openWriter() {
    return new AnsiWriter(context.out(), theme, capabilities, styled ? width() : 0);
  }

  /**
   * The reader's own choices, which count on a terminal but for the width of ambiguous characters;
   * nothing where there are none.
   */
  private @Nullable Config readUserConfig() {
    if (context.isRemote()) return null;
    boolean own = UserFiles.hasConfig(context.env());
    Config read = own ? UserFiles.of(context.env()).readConfig() : Config.DEFAULTS;
    DisplayWidth.setAmbiguousWide(read.get(Setting.AMBIGUOUS_WIDTH) == 2);
    return own && context.outTty() ? read : null;
  }

  /** The theme; none when output is unstyled. An unknown name is an error either way. */
  private @Nullable Theme resolveTheme() {
    String name = ThemeLookup.requested(invocation, context);
    if (!styled) return null;
    if (name != null && Theme.builtInNames().contains(name)) return Theme.of(name);
    if (name == null && config != null) name = config.get(Setting.THEME);
    return name == null ? Theme.of("ansi") : UserFiles.of(context.env()).loadTheme(name).theme();
  }

  /** Columns of text; 0: do not wrap. */
  int width() {
    if (invocation.hasOption(CliOption.WIDTH)) return invocation.width();
    int columns = columnsFromEnvironment();
    if (!context.outTty()) return columns > 0 ? columns : DEFAULT_WIDTH;
    int max = config == null ? DEFAULT_WIDTH : config.get(Setting.WIDTH);
    int shown = context.columns() > 0 ? context.columns() : columns;
    if (shown <= 0) return max == 0 ? DEFAULT_WIDTH : max;
    return max == 0 ? shown : Math.min(max, shown);
  }

  /** {@code $COLUMNS}; 0 for what is no number. */
  private int columnsFromEnvironment() {
    String value = context.env().getOrDefault("COLUMNS", "").strip();
    if (value.isEmpty() || value.length() > 6) return 0;
    for (int i = 0; i < value.length(); i++)
      if (value.charAt(i) < '0' || value.charAt(i) > '9') return 0;
    return Math.min(Invocation.MAX_WIDTH, Integer.parseInt(value));
  }

  Glyphs glyphs() {
    return glyphs(capabilities);
  }

  /** ASCII also where the characters of frames and rules would be two columns wide. */
  static Glyphs glyphs(Capabilities capabilities) {
    return capabilities.unicode() && DisplayWidth.ofCodePoint('─') == 1
        ? Glyphs.UNICODE
        : Glyphs.ASCII;
  }

  Layout.Options layoutOptions() {
    return new Layout.Options(
        width(), glyphs(), !styled, !capabilities.hyperlinks(), false, Set.of());
  }
}
