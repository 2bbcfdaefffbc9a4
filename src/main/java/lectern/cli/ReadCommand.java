package lectern.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import lectern.home.Config;
import lectern.home.UserFiles;
import lectern.layout.Glyphs;
import lectern.library.Library;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Query;
import lectern.session.Linear;
import lectern.session.LocalDesk;
import lectern.session.Session;
import lectern.terminal.AnsiWriter;
import lectern.terminal.Capabilities;
import lectern.terminal.LocalTerminal;
import lectern.terminal.Terminal;
import lectern.text.Sanitizer;
import lectern.theme.Theme;
import lectern.ui.App;
import lectern.ui.Event;
import lectern.ui.Goal;
import lectern.ui.Memory;
import lectern.ui.Next;
import lectern.ui.Preferences;
import lectern.ui.Size;

/** {@code lectern [SOURCE]}: the screen; without one, what would be on it is printed. */
final class ReadCommand {
  /** Takes the screen. */
  interface TerminalOpener {
    Terminal open(Capabilities caps, Theme theme, boolean mouse) throws IOException;
  }

  /** Lines told at once: about what one wants to hear, or scroll back for. */
  private static final int LINEAR_ROWS = 24;

  private final Invocation call;
  private final CommandContext around;
  private final TerminalOpener opening;

  private ReadCommand(Invocation call, CommandContext around, TerminalOpener opening) {
    this.call = call;
    this.around = around;
    this.opening = opening;
  }

  static int run(Invocation call, CommandContext around) throws IOException {
    return run(call, around, LocalTerminal::open);
  }

  static int run(Invocation call, CommandContext around, TerminalOpener opening) throws IOException {
    return new ReadCommand(call, around, opening).run();
  }

  private int run() throws IOException {
    if (call.arguments.size() > 1)
      throw new UsageException("read: one source at a time; lectern show prints several");
    String source = call.arguments.isEmpty() ? null : call.arguments.getFirst();
    boolean screen = around.inTty() && around.outTty() && !around.afar();
    Capabilities caps = Capabilities.of(around.env(), around.outTty(), call.color());
    if (source != null && !source.equals("-") && !Files.exists(call.path(source)))
      throw new CommandException(missing(source));
    boolean dumb = screen && "dumb".equals(around.env().get("TERM"));
    if ((dumb || call.has(CliOption.LINEAR)) && !around.afar() && !"-".equals(source))
      return linear(source, caps);
    if (!screen || caps.dumb() || "-".equals(source)) return print(source);
    return read(source, caps);
  }

  /** The reader by lines of words, where a screen is of no use. */
  private int linear(String source, Capabilities caps) throws IOException {
    UserFiles home = UserFiles.of(around.env());
    Config config = home.readConfig();
    boolean file = source != null && !Files.isDirectory(call.path(source));
    Library library = library(source);
    Catalog catalog = library.read();
    LocalDesk desk = new LocalDesk(library, catalog, home, config, around.env());
    UserFiles.LoadedHistory loaded = home.loadHistory();
    App app =
        App.of(
            linearSize(),
            catalog,
            query(config),
            config.keymap(),
            preferences(config, caps, "mono", home),
            loaded.history());
    app = app.message(warning(config.warnings(), List.of(), loaded.warnings()));
    Next start = opened(app, file ? catalog.entries().getFirst() : null);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(around.in(), StandardCharsets.UTF_8));
    Capabilities plain = Capabilities.plain(caps.unicode());
    AnsiWriter out = new AnsiWriter(around.out(), null, plain, false);
    new Linear(in, out, this::linearSize, desk, start.app()).run(start.effects());
    return 0;
  }

  /** A screen of the terminal, with a row each for what goes on and for the prompt. */
  private Size linearSize() {
    if (!around.outTty()) return new Size(80, LINEAR_ROWS);
    Size size = LocalTerminal.size();
    return new Size(Math.max(20, size.columns()), Math.max(5, size.rows() - 1));
  }

  private String missing(String source) {
    String name = Sanitizer.sanitize(source);
    String near =
        lectern.text.DidYouMean.suggest(
            source, List.of("read", "show", "list", "tags", "check", "config", "serve", "help"));
    if (near != null)
      return name
          + ": there is no such file, folder or command; did you mean lectern "
          + near
          + "?";
    return name
        + ": there is no such file or folder; lectern show "
        + name
        + " looks for a post of that name";
  }

  private int print(String source) throws IOException {
    if (source == null) return ListCommand.run(call, around);
    if (source.equals("-") || !Files.isDirectory(call.path(source)))
      return ShowCommand.run(call, around, source);
    Catalog catalog = CatalogLoader.library(call.path(source), around).read();
    CatalogLoader.complain(catalog, around);
    return ListCommand.print(call.query().select(catalog), call, around);
  }

  private int read(String source, Capabilities caps) throws IOException {
    UserFiles home = UserFiles.of(around.env());
    Config config = home.readConfig();
    boolean file = source != null && !Files.isDirectory(call.path(source));
    Library library = library(source);
    Catalog catalog = library.read();
    UserFiles.LoadedHistory loaded = home.loadHistory();
    String name = themeName(config, loaded.history(), home);
    LocalDesk desk = new LocalDesk(library, catalog, home, config, around.env());
    Theme.Loaded theme = desk.theme(name);
    try (Terminal terminal = open(caps, theme.theme(), config.mouse())) {
      if (terminal == null) return print(source);
      App app =
          App.of(
              terminal.size(),
              catalog,
              query(config),
              config.keymap(),
              preferences(config, caps, name, home),
              loaded.history());
      app = app.message(warning(config.warnings(), theme.warnings(), loaded.warnings()));
      return run(terminal, desk, opened(app, file ? catalog.entries().getFirst() : null));
    }
  }

  /**
   * The first thing that is wrong with configuration, theme or memory, and how many more; empty
   * when all is well.
   */
  private static String warning(List<String> config, List<String> theme, List<String> memory) {
    int count = config.size() + theme.size() + memory.size();
    if (count == 0) return "";
    List<String> first = config.isEmpty() ? theme.isEmpty() ? memory : theme : config;
    return first.getFirst()
        + (count == 1 ? "" : "; and " + (count - 1) + " more, see lectern config");
  }

  private Library library(String source) {
    if (source == null) return CatalogLoader.library(call.posts(), around);
    Path path = call.path(source);
    return Files.isDirectory(path)
        ? CatalogLoader.library(path, around)
        : Library.ofFile(path, around.folder());
  }

  private Terminal open(Capabilities caps, Theme theme, boolean mouse) {
    try {
      return opening.open(caps, theme, mouse);
    } catch (IOException none) {
      return null;
    }
  }

  private static Next opened(App app, Entry entry) {
    return entry == null ? new Next(app, List.of()) : app.opening(entry, Goal.KEPT);
  }

  private int run(Terminal terminal, LocalDesk desk, Next start) {
    String reason = new Session(terminal, desk, start.app()).run(start.effects());
    terminal.close();
    if (!reason.isEmpty()) ErrorOutput.say(reason, around);
    return code(reason);
  }

  /** As shells tell of signals: 128 and its number. */
  static int code(String reason) {
    return switch (reason) {
      case "" -> 0;
      case Event.Gone.INTERRUPTED -> 130;
      case Event.Gone.TERMINATED -> 143;
      default -> 129;
    };
  }

  private Query query(Config config) {
    Query query = call.query();
    if (!call.has(CliOption.SORT)) query = query.withSort(config.sort());
    return call.has(CliOption.REVERSE) ? query : query.withReverse(config.reverse());
  }

  private String themeName(Config config, Memory memory, UserFiles home) {
    String name = call.value(CliOption.THEME);
    if (name != null) {
      if (!home.hasTheme(name)) throw new UsageException(ThemeLookup.unknown(name, home.themeNames()));
      return name;
    }
    String chosen = memory.theme(config.theme());
    return !chosen.isEmpty() && home.hasTheme(chosen) ? chosen : config.theme();
  }

  private Preferences preferences(Config config, Capabilities caps, String theme, UserFiles home) {
    int width = call.has(CliOption.WIDTH) ? call.number(CliOption.WIDTH, 0, 100_000, 80) : config.width();
    return Preferences.STANDARD
        .width(width)
        .wrapCode(config.wrapCode())
        .glyphs(caps.unicode() ? Glyphs.UNICODE : Glyphs.ASCII)
        .theme(theme)
        .configured(config.theme())
        .themes(home.themeNames())
        .browse(!config.browser().isEmpty())
        .today(today());
  }

  /** Days since 1970 where the reader is. */
  private static long today() {
    long now = System.currentTimeMillis();
    return Math.floorDiv(now + TimeZone.getDefault().getOffset(now), 86_400_000L);
  }
}
