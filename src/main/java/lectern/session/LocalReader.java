package lectern.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.home.Config;
import lectern.home.Home;
import lectern.layout.Glyphs;
import lectern.library.Library;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Query;
import lectern.terminal.Capabilities;
import lectern.terminal.LocalTerminal;
import lectern.terminal.Terminal;
import lectern.theme.Theme;
import lectern.ui.App;
import lectern.ui.Effect;
import lectern.ui.Goal;
import lectern.ui.Memory;
import lectern.ui.Next;
import lectern.ui.Preferences;
import lectern.ui.Size;

/** A reader on their own machine, from the first picture to the last word. */
public final class LocalReader {
  private LocalReader() {}

  /**
   * What was asked for on the command line.
   *
   * @param library null when only a file was named
   * @param open the post to begin with; null: the list
   * @param theme asked for by name; null: the one remembered, else the configured one
   * @param width as asked for; -1: as configured
   */
  public record Start(Library library, Catalog catalog, Query query, Entry open, String theme, int width, boolean mouse) {}

  /** On the full screen. @return why the reader was lost, empty when they left by themselves @throws IOException without a terminal */
  public static String run(Start start, Home home, Config config, Capabilities caps, Map<String, String> environment, long today)
      throws IOException {
    Home.Loaded loaded = home.load();
    String name = theme(start, config, loaded.memory());
    LocalDesk desk = new LocalDesk(start.library(), start.catalog(), home, config, environment);
    List<String> warnings = new ArrayList<>(config.warnings());
    warnings.addAll(loaded.warnings());
    Theme theme = theme(desk, name, warnings);
    Preferences preferences = preferences(start, home, config, theme.name(), today, caps.unicode());
    try (Terminal terminal = LocalTerminal.open(caps, theme, start.mouse() || config.mouse())) {
      Next first = first(start, terminal.size(), config, preferences, loaded.memory());
      App app = warnings.isEmpty() ? first.app() : first.app().message(warning(warnings));
      return new Session(terminal, desk, app).run(first.effects());
    }
  }

  /** By lines of words. */
  public static void linear(
      Start start, Home home, Config config, Map<String, String> environment, long today, Size size, PrintStream out)
      throws IOException {
    Home.Loaded loaded = home.load();
    LocalDesk desk = new LocalDesk(start.library(), start.catalog(), home, config, environment);
    for (String warning : config.warnings()) out.println(warning);
    for (String warning : loaded.warnings()) out.println(warning);
    Preferences preferences = preferences(start, home, config, "mono", today, false);
    Next first = first(start, size, config, preferences, loaded.memory());
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    new Linear(in, out, desk, first.app()).run(first.effects());
  }

  private static Next first(Start start, Size size, Config config, Preferences preferences, Memory memory) {
    App app = App.of(size, start.catalog(), start.query(), config.keymap(), preferences, memory);
    return start.open() == null ? new Next(app, List.<Effect>of()) : app.opening(start.open(), Goal.KEPT);
  }

  private static Preferences preferences(
      Start start, Home home, Config config, String theme, long today, boolean unicode) {
    List<String> themes = new ArrayList<>(Theme.names());
    for (String own : home.themes()) if (!themes.contains(own)) themes.add(own);
    int width = start.width() >= 0 ? start.width() : config.width();
    return new Preferences(
        width, config.wrapCode(), unicode ? Glyphs.UNICODE : Glyphs.ASCII, theme, List.copyOf(themes), true, !config.browser().isEmpty(), today);
  }

  private static String theme(Start start, Config config, Memory memory) {
    if (start.theme() != null) return start.theme();
    return memory.theme().isEmpty() ? config.theme() : memory.theme();
  }

  private static Theme theme(Desk desk, String name, List<String> warnings) {
    try {
      return desk.theme(name);
    } catch (IllegalArgumentException e) {
      warnings.add(e.getMessage());
      return Theme.of(Theme.names().getFirst());
    }
  }

  private static String warning(List<String> warnings) {
    return warnings.getFirst() + (warnings.size() == 1 ? "" : "; and " + (warnings.size() - 1) + " more");
  }
}
