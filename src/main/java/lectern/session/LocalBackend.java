package lectern.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import lectern.library.FolderWatcher;
import lectern.library.Library;
import lectern.library.PostFiles;
import lectern.library.UnreadablePostException;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.PostBody;
import lectern.terminal.LocalTerminal;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.PostListCommand;
import lectern.ui.ReaderHistory;
import lectern.userdata.Config;
import lectern.userdata.Setting;
import lectern.userdata.UserFiles;
import org.jspecify.annotations.Nullable;

/** The backend of a reader on their own machine: their folder, their files, their editor. */
public final class LocalBackend implements Backend {
  private static final long HALF_WRITTEN_WAIT_MILLIS = 700;

  private final Library library;
  private final UserFiles userFiles;
  private final Config config;
  private final Map<String, String> environment;
  private volatile Catalog catalog;
  private volatile @Nullable AutoCloseable watch;

  /**
   * @param catalog as it was read at the start
   */
  public LocalBackend(
      Library library,
      Catalog catalog,
      UserFiles userFiles,
      Config config,
      Map<String, String> environment) {
    this.library = library;
    this.catalog = catalog;
    this.userFiles = userFiles;
    this.config = config;
    this.environment = environment;
  }

  @Override
  public PostBody readBody(Entry entry) throws IOException {
    try {
      return PostFiles.readBody(entry.path());
    } catch (UnreadablePostException e) {
      throw new IOException(entry.name() + " cannot be shown: " + e.getMessage());
    }
  }

  @Override
  public @Nullable Entry resolveFile(String name) {
    return library.addLinkedFile(name);
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public synchronized Catalog reload() {
    catalog = library.reload(catalog);
    return catalog;
  }

  @Override
  public Runnable watch(Consumer<Event> to) {
    Thread starter = Thread.startVirtualThread(() -> startWatching(to));
    return () -> {
      starter.interrupt();
      FolderWatcher.closeQuietly(watch);
    };
  }

  private void startWatching(Consumer<Event> to) {
    Runnable lost =
        () -> to.accept(reloadNotice("Changes in this folder are not noticed by themselves; "));
    try {
      watch = library.watch(() -> reloadAfterChange(to), lost);
      if (FolderWatcher.isNetworkFileSystem(library.folder()))
        to.accept(
            reloadNotice(
                "Changes that other machines make to this folder are not noticed by themselves; "));
    } catch (IOException e) {
      lost.run();
    }
  }

  private Event reloadNotice(String sentence) {
    List<String> keys = config.keymap().keysOf(PostListCommand.RELOAD);
    String how =
        keys.isEmpty() ? PostListCommand.RELOAD.configName() : keys.getFirst() + ", in the list,";
    return new Event.Notice(sentence + how + " reads it again");
  }

  private void reloadAfterChange(Consumer<Event> to) {
    Catalog before = catalog;
    Catalog now = reload();
    if (isHalfWritten(before, now)) {
      try {
        Thread.sleep(HALF_WRITTEN_WAIT_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      now = reload();
    }
    if (!now.equals(before)) to.accept(new Event.CatalogLoaded(now, false));
  }

  /**
   * Whether a post is broken, empty or gone that was not: its author may be in the middle of
   * writing it.
   */
  private static boolean isHalfWritten(Catalog before, Catalog now) {
    Set<Path> good = new HashSet<>();
    for (Entry entry : before.entries()) if (!isBrokenOrEmpty(entry)) good.add(entry.path());
    Set<Path> bad = new HashSet<>();
    for (Entry entry : before.entries()) if (isBrokenOrEmpty(entry)) bad.add(entry.path());
    for (Entry entry : now.entries()) {
      good.remove(entry.path());
      if (isBrokenOrEmpty(entry) && !bad.contains(entry.path())) return true;
    }
    return !good.isEmpty();
  }

  private static boolean isBrokenOrEmpty(Entry entry) {
    return entry instanceof BrokenPost || entry.size() == 0;
  }

  @Override
  public void save(ReaderHistory history) throws IOException {
    userFiles.saveHistory(history);
  }

  @Override
  public Theme.Loaded loadTheme(String name) {
    return userFiles.loadTheme(name);
  }

  @Override
  public String edit(Path file, int line) throws IOException {
    return Editor.of(config.get(Setting.EDITOR), environment).run(file, line);
  }

  @Override
  public void browse(String address) throws IOException {
    if (config.get(Setting.BROWSER).isEmpty()) return;
    List<String> command = new ArrayList<>(config.get(Setting.BROWSER));
    command.add(address);
    try {
      new ProcessBuilder(command)
          .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new IOException(
          "The browser cannot be started: "
              + config.get(Setting.BROWSER).getFirst()
              + "; name another in config.yaml");
    }
  }

  @Override
  public void suspend() {
    LocalTerminal.suspend();
  }

  @Override
  public long now() {
    return System.currentTimeMillis();
  }

  @Override
  public String logError(Throwable error) {
    return userFiles.logError(error);
  }
}
