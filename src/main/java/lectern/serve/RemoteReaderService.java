package lectern.serve;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/** Runs screens and commands of readers over SSH, on the served posts. */
public final class RemoteReaderService implements ReaderService {
  private static final String NOTHING_SAVED =
      "Nothing is kept between visits; come with an SSH key and your places are remembered";

  private final LiveCatalog liveCatalog;
  private final FileReaderStore readerStore;
  private final CommandRunner commandRunner;

  /**
   * @param state folder for the files of readers with a key; none to keep nothing
   */
  public RemoteReaderService(
      LiveCatalog liveCatalog, @Nullable Path state, CommandRunner commandRunner) {
    this.liveCatalog = liveCatalog;
    this.commandRunner = commandRunner;
    this.readerStore =
        new FileReaderStore(
            state == null ? null : state.resolve("readers"), FileReaderStore.DEFAULT_CAPACITY);
  }

  @Override
  public String runScreen(Client client, Terminal terminal, Consumer<Throwable> errors) {
    UserFiles userFiles = readerStore.userFiles(client.fingerprint());
    ReaderHistory history =
        userFiles == null ? ReaderHistory.EMPTY : userFiles.loadHistory().history();
    RemoteBackend backend = new RemoteBackend(liveCatalog, userFiles, errors);
    String theme = Theme.builtInNames().contains(history.theme()) ? history.theme() : "ansi";
    if (!theme.equals("ansi")) terminal.setTheme(Theme.of(theme));
    Capabilities caps = Capabilities.of(client.env(), true, "auto");
    Glyphs glyphs = caps.unicode() ? Glyphs.UNICODE : Glyphs.ASCII;
    Preferences.Environment environment =
        new Preferences.Environment(glyphs, "", Theme.builtInNames(), false, false);
    Preferences preferences = Preferences.DEFAULTS.withTheme(theme).withEnvironment(environment);
    Model model =
        Model.of(
            terminal.size(),
            liveCatalog.catalog(),
            Query.ALL.withDrafts(liveCatalog.includesDrafts()),
            Keymap.defaults(),
            preferences,
            history);
    model = model.offerUnfinished(Math.floorDiv(backend.now(), 86_400_000L));
    if (userFiles == null) model = model.withMessage(NOTHING_SAVED);
    return new Session(terminal, backend, model).run(List.of());
  }

  /** Of the commands that {@link #runCommand} knows. */
  public List<String> commandNames() {
    return commandRunner.commandNames();
  }

  @Override
  public int runCommand(
      List<String> args, Client client, int columns, OutputStream out, OutputStream err) {
    RemoteReader reader =
        new RemoteReader(
            liveCatalog, liveCatalog.catalog(), readerStore.userFiles(client.fingerprint()));
    return commandRunner.run(args, reader, Client.withLocale(client.env()), columns, out, err);
  }

  @Override
  public boolean isReady() {
    return liveCatalog.isAvailable();
  }
}
