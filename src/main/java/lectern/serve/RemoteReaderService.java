package lectern.serve;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lectern.layout.Glyphs;
import lectern.post.Query;
import lectern.session.Session;
import lectern.ssh.Client;
import lectern.ssh.ReaderService;
import lectern.terminal.Capabilities;
import lectern.terminal.Terminal;
import lectern.theme.Theme;
import lectern.ui.Keymap;
import lectern.ui.Model;
import lectern.ui.Preferences;
import lectern.ui.ReaderHistory;
import lectern.userdata.UserFiles;

/**
 * Receives readers from afar: the same screens and the same commands, over the folder that is
 * served.
 */
public final class RemoteReaderService implements ReaderService {
  private static final String NOTHING_SAVED =
      "Nothing is kept between visits; come with an SSH key and your places are remembered";

  private final LiveCatalog liveCatalog;
  private final FileReaderStore readerStore;
  private final CommandRunner commandRunner;

  /**
   * @param state folder for what is kept of readers with a key; null: nothing is
   */
  public RemoteReaderService(LiveCatalog served, Path state, CommandRunner commandRunner) {
    this.liveCatalog = served;
    this.commandRunner = commandRunner;
    this.readerStore =
        new FileReaderStore(
            state == null ? null : state.resolve("readers"), FileReaderStore.DEFAULT_CAPACITY);
  }

  @Override
  public String runScreen(Client visitor, Terminal terminal, Consumer<Throwable> failed) {
    UserFiles home = readerStore.userFiles(visitor.fingerprint());
    ReaderHistory memory = home == null ? ReaderHistory.EMPTY : home.loadHistory().history();
    RemoteBackend desk = new RemoteBackend(liveCatalog, home, failed);
    String theme = Theme.builtInNames().contains(memory.theme()) ? memory.theme() : "ansi";
    if (!theme.equals("ansi")) terminal.setTheme(Theme.of(theme));
    Capabilities caps = Capabilities.of(visitor.env(), true, "auto");
    Glyphs glyphs = caps.unicode() ? Glyphs.UNICODE : Glyphs.ASCII;
    Preferences.Environment environment =
        new Preferences.Environment(glyphs, "", Theme.builtInNames(), false, false);
    Preferences preferences = Preferences.DEFAULTS.withTheme(theme).withEnvironment(environment);
    Model app =
        Model.of(
            terminal.size(),
            liveCatalog.catalog(),
            Query.ALL.withDrafts(liveCatalog.includesDrafts()),
            Keymap.defaults(),
            preferences,
            memory);
    app = app.offerUnfinished(Math.floorDiv(desk.now(), 86_400_000L));
    if (home == null) app = app.withMessage(NOTHING_SAVED);
    return new Session(terminal, desk, app).run(List.of());
  }

  /** Of the commands that {@link #runCommand} knows. */
  public List<String> commandNames() {
    return commandRunner.commandNames();
  }

  @Override
  public int runCommand(
      List<String> words, Client visitor, int columns, OutputStream out, OutputStream err) {
    Map<String, String> env = new HashMap<>(visitor.env());
    env.putIfAbsent("LANG", "C.UTF-8");
    RemoteReader reader =
        new RemoteReader(
            liveCatalog, liveCatalog.catalog(), readerStore.userFiles(visitor.fingerprint()));
    return commandRunner.run(words, reader, env, columns, out, err);
  }

  @Override
  public boolean isReady() {
    return liveCatalog.isAvailable();
  }
}
