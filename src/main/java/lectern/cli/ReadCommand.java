package lectern.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import lectern.layout.Glyphs;
import lectern.library.Library;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Query;
import lectern.session.LineSession;
import lectern.session.LocalBackend;
import lectern.session.Session;
import lectern.terminal.AnsiWriter;
import lectern.terminal.Capabilities;
import lectern.terminal.LocalTerminal;
import lectern.terminal.Terminal;
import lectern.text.Sanitizer;
import lectern.theme.Theme;
import lectern.ui.Model;
import lectern.ui.OpenTarget;
import lectern.ui.Preferences;
import lectern.ui.ReaderHistory;
import lectern.ui.Size;
import lectern.ui.Step;
import lectern.userdata.Config;
import lectern.userdata.UserFiles;

/** {@code lectern [SOURCE]}: the screen; without one, what would be on it is printed. */
final class ReadCommand {
  /** Lines told at once: about what one wants to hear, or scroll back for. */
  private static final int LINEAR_ROWS = 24;

  private final Invocation invocation;
  private final CommandContext context;
  private final TerminalOpener terminalOpener;

  private ReadCommand(Invocation call, CommandContext around, TerminalOpener opening) {
    this.invocation = call;
    this.context = around;
    this.terminalOpener = opening;
  }

  static int run(Invocation call, CommandContext around, TerminalOpener opening)
      throws IOException {
    return new ReadCommand(call, around, opening).run();
  }

  private int run() throws IOException {
    if (invocation.arguments.size() > 1)
      throw new UsageException("read: one source at a time; lectern show prints several");
    String source = invocation.arguments.isEmpty() ? null : invocation.arguments.getFirst();
    boolean screen = context.inTty() && context.outTty() && !context.isRemote();
    Capabilities caps = Capabilities.of(context.env(), context.outTty(), invocation.colorMode());
    if (source != null && !source.equals("-") && !Files.exists(invocation.resolvePath(source)))
      throw new CommandException(missingSourceMessage(source));
    boolean dumb = screen && "dumb".equals(context.env().get("TERM"));
    if ((dumb || invocation.hasOption(CliOption.LINEAR))
        && !context.isRemote()
        && !"-".equals(source)) return runLinear(source, caps);
    if (!screen || caps.dumb() || "-".equals(source)) return printSource(source);
    return runFullScreen(source, caps);
  }

  /** The reader by lines of words, where a screen is of no use. */
  private int runLinear(String source, Capabilities caps) throws IOException {
    UserFiles home = UserFiles.of(context.env());
    Config config = home.readConfig();
    boolean file = source != null && !Files.isDirectory(invocation.resolvePath(source));
    Library library = openLibrary(source);
    Catalog catalog = library.read();
    LocalBackend desk = new LocalBackend(library, catalog, home, config, context.env());
    UserFiles.LoadedHistory loaded = home.loadHistory();
    Model app =
        Model.of(
            linearSize(),
            catalog,
            initialQuery(config),
            config.keymap(),
            initialPreferences(config, caps, "mono", home),
            loaded.history());
    app = app.message(summarizeWarnings(config.warnings(), List.of(), loaded.warnings()));
    Step start = firstStep(app, file ? catalog.entries().getFirst() : null);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(context.in(), StandardCharsets.UTF_8));
    Capabilities plain = Capabilities.plain(caps.unicode());
    AnsiWriter out = new AnsiWriter(context.out(), null, plain, false);
    new LineSession(in, out, this::linearSize, desk, start.model()).run(start.effects());
    return 0;
  }

  /** A screen of the terminal, with a row each for what goes on and for the prompt. */
  private Size linearSize() {
    if (!context.outTty()) return new Size(80, LINEAR_ROWS);
    Size size = LocalTerminal.size();
    return new Size(Math.max(20, size.columns()), Math.max(5, size.rows() - 1));
  }

  private String missingSourceMessage(String source) {
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

  private int printSource(String source) throws IOException {
    if (source == null) return ListCommand.run(invocation, context);
    if (source.equals("-") || !Files.isDirectory(invocation.resolvePath(source)))
      return ShowCommand.run(invocation, context, source);
    Catalog catalog = CatalogLoader.openLibrary(invocation.resolvePath(source), context).read();
    CatalogLoader.reportProblems(catalog, context);
    return ListCommand.print(invocation.query().select(catalog), invocation, context);
  }

  private int runFullScreen(String source, Capabilities caps) throws IOException {
    UserFiles home = UserFiles.of(context.env());
    Config config = home.readConfig();
    boolean file = source != null && !Files.isDirectory(invocation.resolvePath(source));
    Library library = openLibrary(source);
    Catalog catalog = library.read();
    UserFiles.LoadedHistory loaded = home.loadHistory();
    String name = resolveThemeName(config, loaded.history(), home);
    LocalBackend desk = new LocalBackend(library, catalog, home, config, context.env());
    Theme.Loaded theme = desk.loadTheme(name);
    try (Terminal terminal = tryOpenTerminal(caps, theme.theme(), config.mouse())) {
      if (terminal == null) return printSource(source);
      Model app =
          Model.of(
              terminal.size(),
              catalog,
              initialQuery(config),
              config.keymap(),
              initialPreferences(config, caps, name, home),
              loaded.history());
      app = app.message(summarizeWarnings(config.warnings(), theme.warnings(), loaded.warnings()));
      return run(terminal, desk, firstStep(app, file ? catalog.entries().getFirst() : null));
    }
  }

  /**
   * The first thing that is wrong with configuration, theme or memory, and how many more; empty
   * when all is well.
   */
  private static String summarizeWarnings(
      List<String> config, List<String> theme, List<String> memory) {
    int count = config.size() + theme.size() + memory.size();
    if (count == 0) return "";
    List<String> first = config.isEmpty() ? theme.isEmpty() ? memory : theme : config;
    return first.getFirst()
        + (count == 1 ? "" : "; and " + (count - 1) + " more, see lectern config");
  }

  private Library openLibrary(String source) {
    if (source == null) return CatalogLoader.openLibrary(invocation.postFolders(), context);
    Path path = invocation.resolvePath(source);
    return Files.isDirectory(path)
        ? CatalogLoader.openLibrary(path, context)
        : Library.ofFile(path, context.workingDirectory());
  }

  private Terminal tryOpenTerminal(Capabilities caps, Theme theme, boolean mouse) {
    try {
      return terminalOpener == null
          ? LocalTerminal.open(caps, theme, mouse)
          : terminalOpener.open(caps, theme, mouse);
    } catch (IOException none) {
      return null;
    }
  }

  private static Step firstStep(Model app, Entry entry) {
    return entry == null ? new Step(app, List.of()) : app.openPost(entry, OpenTarget.LAST_POSITION);
  }

  private int run(Terminal terminal, LocalBackend desk, Step start) {
    String reason = new Session(terminal, desk, start.model()).run(start.effects());
    terminal.close();
    if (!reason.isEmpty()) ErrorOutput.print(reason, context);
    return Session.exitCode(reason);
  }

  private Query initialQuery(Config config) {
    Query query = invocation.query();
    if (!invocation.hasOption(CliOption.SORT)) query = query.withSort(config.sort());
    return invocation.hasOption(CliOption.REVERSE) ? query : query.withReverse(config.reverse());
  }

  private String resolveThemeName(Config config, ReaderHistory memory, UserFiles home) {
    String name = invocation.optionValue(CliOption.THEME);
    if (name != null) {
      if (!home.hasTheme(name))
        throw new UsageException(ThemeLookup.unknownThemeMessage(name, home.themeNames()));
      return name;
    }
    String chosen = memory.theme(config.theme());
    return !chosen.isEmpty() && home.hasTheme(chosen) ? chosen : config.theme();
  }

  private Preferences initialPreferences(
      Config config, Capabilities caps, String theme, UserFiles home) {
    int width =
        invocation.hasOption(CliOption.WIDTH)
            ? invocation.intValue(CliOption.WIDTH, 0, 100_000, 80)
            : config.width();
    return Preferences.DEFAULTS
        .width(width)
        .wrapCode(config.wrapCode())
        .glyphs(caps.unicode() ? Glyphs.UNICODE : Glyphs.ASCII)
        .theme(theme)
        .configuredTheme(config.theme())
        .themeNames(home.themeNames())
        .browserConfigured(!config.browser().isEmpty())
        .todayEpochDay(localEpochDay());
  }

  /** Days since 1970 where the reader is. */
  private static long localEpochDay() {
    long now = System.currentTimeMillis();
    return Math.floorDiv(now + TimeZone.getDefault().getOffset(now), 86_400_000L);
  }
}
