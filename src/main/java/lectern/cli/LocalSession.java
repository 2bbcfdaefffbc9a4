package lectern.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.TimeZone;
import lectern.layout.Glyphs;
import lectern.library.Library;
import lectern.post.Catalog;
import lectern.post.Query;
import lectern.session.LocalBackend;
import lectern.session.Presentation;
import lectern.session.Session;
import lectern.terminal.AnsiWriter;
import lectern.terminal.Capabilities;
import lectern.terminal.LineTerminal;
import lectern.terminal.LocalTerminal;
import lectern.terminal.Terminal;
import lectern.text.DisplayWidth;
import lectern.theme.Theme;
import lectern.ui.Model;
import lectern.ui.OpenTarget;
import lectern.ui.Preferences;
import lectern.ui.Size;
import lectern.ui.Step;
import lectern.ui.update.PostOpening;
import lectern.userdata.Config;
import lectern.userdata.Setting;
import lectern.userdata.UserFiles;
import org.jspecify.annotations.Nullable;

/** A local reader's settings, history and posts, and the session that begins with them. */
final class LocalSession {
  /** Returned instead of an exit code when there is no terminal. */
  static final int NO_TERMINAL = -1;

  /** Lines per chunk in linear mode. */
  private static final int LINEAR_ROWS = 24;

  private static final int MILLIS_PER_DAY = 86_400_000;

  private final Invocation invocation;
  private final CommandContext context;
  private final UserFiles userFiles;
  private final Config config;
  private final Catalog catalog;

  /** Whether a file was named, whose post is opened at once. */
  private final boolean opensPost;

  private final UserFiles.LoadedHistory loaded;
  private final LocalBackend backend;

  /**
   * @param source a folder or file; none: the folders of posts
   */
  LocalSession(Invocation invocation, CommandContext context, @Nullable String source) {
    this.invocation = invocation;
    this.context = context;
    this.userFiles = UserFiles.of(context.env());
    this.config = userFiles.readConfig();
    DisplayWidth.setAmbiguousWide(config.get(Setting.AMBIGUOUS_WIDTH) == 2);
    Library library = CatalogLoader.openSource(source, invocation, context);
    this.catalog = library.read();
    this.opensPost = source != null && !Files.isDirectory(invocation.resolvePath(source));
    this.loaded = userFiles.loadHistory();
    this.backend = new LocalBackend(library, catalog, userFiles, config, context.env());
  }

  /**
   * Reads on the screen until the reader leaves.
   *
   * @param opener none: the terminal of the process
   * @return the exit code, or {@link #NO_TERMINAL}
   */
  @SuppressWarnings("try") // closed before an error is printed on the screen that is then back
  int runOnScreen(Capabilities capabilities, @Nullable TerminalOpener opener) {
    String themeName = themeName();
    Theme.Loaded theme = backend.loadTheme(themeName);
    try (Terminal terminal = openTerminal(capabilities, theme.theme(), opener)) {
      if (terminal == null) return NO_TERMINAL;
      Step first = firstStep(terminal.size(), capabilities, themeName, theme.warnings());
      String reason = new Session(terminal, backend, first.model()).run(first.effects());
      terminal.close();
      if (!reason.isEmpty()) context.printError(reason);
      return Session.exitCode(reason);
    }
  }

  private String themeName() {
    String requested = ThemeLookup.requested(invocation, context);
    if (requested != null) return requested;
    String chosen = ThemeLookup.chosen(loaded.history(), config, userFiles);
    return chosen == null ? config.get(Setting.THEME) : chosen;
  }

  private @Nullable Terminal openTerminal(
      Capabilities capabilities, Theme theme, @Nullable TerminalOpener opener) {
    try {
      return opener == null
          ? LocalTerminal.open(capabilities, theme, config.get(Setting.MOUSE))
          : opener.open(capabilities, theme, config.get(Setting.MOUSE));
    } catch (IOException none) {
      return null;
    }
  }

  /** Reads by lines of words, where a screen is of no use, until the input ends. */
  void runByLines(Capabilities capabilities) {
    Step first = firstStep(linearSize(), capabilities, "mono", List.of());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(context.in(), StandardCharsets.UTF_8));
    Capabilities plain = Capabilities.plain(capabilities.unicode());
    AnsiWriter out = new AnsiWriter(context.out(), null, plain, 0);
    LineTerminal terminal = new LineTerminal(in, out, this::linearSize);
    new Session(terminal, backend, first.model(), Runnable::run, Presentation.LINES)
        .run(first.effects());
  }

  /** The terminal's, with a row each for what goes on and for the prompt. */
  private Size linearSize() {
    if (!context.outTty()) return new Size(80, LINEAR_ROWS);
    Size size = LocalTerminal.size();
    return new Size(Math.max(20, size.columns()), Math.max(5, size.rows() - 1));
  }

  private Step firstStep(
      Size size, Capabilities capabilities, String themeName, List<String> themeWarnings) {
    Model model =
        Model.of(
                size,
                catalog,
                query(),
                config.keymap(),
                preferences(capabilities, themeName),
                loaded.history())
            .offerUnfinished(localEpochDay())
            .withMessage(summarizeWarnings(config.warnings(), themeWarnings, loaded.warnings()));
    return opensPost
        ? PostOpening.requestPost(
            model, catalog.entries().getFirst(), OpenTarget.LAST_POSITION, model.navigation())
        : Step.of(model);
  }

  /** The first thing that is wrong and how many more there are; empty when all is well. */
  private static String summarizeWarnings(
      List<String> config, List<String> theme, List<String> history) {
    int count = config.size() + theme.size() + history.size();
    if (count == 0) return "";
    List<String> first = config.isEmpty() ? theme.isEmpty() ? history : theme : config;
    return first.getFirst()
        + (count == 1 ? "" : "; and " + (count - 1) + " more, see lectern config");
  }

  private Query query() {
    Query query = invocation.query();
    if (!invocation.hasOption(CliOption.SORT)) query = query.withSort(config.get(Setting.SORT));
    return invocation.hasOption(CliOption.REVERSE)
        ? query
        : query.withReverse(config.get(Setting.REVERSE));
  }

  private Preferences preferences(Capabilities capabilities, String themeName) {
    boolean hasWidth = invocation.hasOption(CliOption.WIDTH);
    Glyphs glyphs = TextOutput.glyphs(capabilities);
    boolean browser = !config.get(Setting.BROWSER).isEmpty();
    return new Preferences(
        hasWidth ? invocation.width() : config.get(Setting.WIDTH),
        config.get(Setting.WRAP_CODE),
        themeName,
        new Preferences.Environment(
            glyphs, config.get(Setting.THEME), userFiles.themeNames(), true, browser));
  }

  /** Days since 1970 where the reader is. */
  private static long localEpochDay() {
    long now = System.currentTimeMillis();
    return Math.floorDiv(now + TimeZone.getDefault().getOffset(now), MILLIS_PER_DAY);
  }
}
