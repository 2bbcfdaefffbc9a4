package lectern.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import lectern.home.Config;
import lectern.home.Home;
import lectern.library.Library;
import lectern.library.PostFailure;
import lectern.library.Watch;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Source;
import lectern.terminal.LocalTerminal;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Memory;

/** The desk of a reader on their own machine: their folder, their home, their editor. */
public final class LocalDesk implements Desk {
  private static final long HALF_WRITTEN_MILLIS = 700;

  private final Library library;
  private final Home home;
  private final Config config;
  private final Map<String, String> environment;
  private volatile Catalog catalog;
  private volatile AutoCloseable watch;

  /**
   * @param catalog as it was read at the start
   */
  public LocalDesk(
      Library library, Catalog catalog, Home home, Config config, Map<String, String> environment) {
    this.library = library;
    this.catalog = catalog;
    this.home = home;
    this.config = config;
    this.environment = environment;
  }

  @Override
  public Source open(Entry entry) throws IOException {
    try {
      return Library.open(entry.path());
    } catch (PostFailure e) {
      throw new IOException(entry.name() + " cannot be shown: " + e.getMessage());
    }
  }

  @Override
  public Entry visit(String name) {
    return library.visit(name);
  }

  @Override
  public synchronized Catalog reread() {
    catalog = library.reread(catalog);
    return catalog;
  }

  @Override
  public Runnable watch(Consumer<Event> to) {
    Thread starter = Thread.startVirtualThread(() -> watching(to));
    return () -> {
      starter.interrupt();
      Watch.end(watch);
    };
  }

  private void watching(Consumer<Event> to) {
    try {
      watch = library.watch(() -> changed(to));
      if (Watch.isShared(library.folder()))
        to.accept(
            new Event.Told(
                "Changes that other machines make to this folder are seen when the list is"
                    + " reread"));
    } catch (IOException e) {
      to.accept(
          new Event.Told(
              "Changes in this folder are not noticed by themselves; reread the list to see them"));
    }
  }

  private void changed(Consumer<Event> to) {
    Catalog before = catalog;
    Catalog now = reread();
    if (halfWritten(before, now)) {
      try {
        Thread.sleep(HALF_WRITTEN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      now = reread();
    }
    if (!now.equals(before)) to.accept(new Event.Loaded(now, false));
  }

  /**
   * Whether a post is broken or empty that was not before: its author may be in the middle of
   * writing it.
   */
  private static boolean halfWritten(Catalog before, Catalog now) {
    Set<Path> bad = new HashSet<>();
    for (Entry entry : before.entries()) if (isBad(entry)) bad.add(entry.path());
    for (Entry entry : now.entries()) if (isBad(entry) && !bad.contains(entry.path())) return true;
    return false;
  }

  private static boolean isBad(Entry entry) {
    return switch (entry) {
      case Post post -> post.size() == 0;
      case BrokenPost _ -> true;
    };
  }

  @Override
  public void save(Memory memory) throws IOException {
    home.save(memory);
  }

  @Override
  public Theme theme(String name) {
    String own = home.theme(name);
    return own == null ? Theme.of(name) : Theme.read(name, own, home::theme).theme();
  }

  @Override
  public void edit(Path file, int line) throws IOException {
    List<String> words = editor();
    String program = Path.of(words.getFirst()).getFileName().toString();
    List<String> command = new ArrayList<>(words);
    switch (program) {
      case "vi",
          "vim",
          "nvim",
          "view",
          "nano",
          "pico",
          "emacs",
          "emacsclient",
          "micro",
          "kak",
          "joe",
          "mg",
          "ed" -> {
        if (!program.equals("ed")) command.add("+" + line);
        command.add(file.toString());
      }
      case "hx", "helix", "subl" -> command.add(file + ":" + line);
      case "code", "codium" -> {
        command.add("--wait");
        command.add("--goto");
        command.add(file + ":" + line);
      }
      default -> command.add(file.toString());
    }
    run(command, words.getFirst());
  }

  private List<String> editor() throws IOException {
    if (!config.editor().isEmpty()) return config.editor();
    for (String variable : new String[] {"VISUAL", "EDITOR"}) {
      List<String> words = new ArrayList<>();
      for (String word : environment.getOrDefault(variable, "").split(" "))
        if (!word.isEmpty()) words.add(word);
      if (!words.isEmpty()) return words;
    }
    throw new IOException("No editor is named: set $VISUAL or $EDITOR, or editor in config.yaml");
  }

  private static void run(List<String> command, String program) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new IOException("The editor cannot be started: " + program);
    }
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void browse(String address) throws IOException {
    if (config.browser().isEmpty()) return;
    List<String> command = new ArrayList<>(config.browser());
    command.add(address);
    try {
      new ProcessBuilder(command)
          .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new IOException("The browser cannot be started: " + config.browser().getFirst());
    }
  }

  @Override
  public void stop() {
    LocalTerminal.stop();
  }

  @Override
  public long now() {
    return System.currentTimeMillis();
  }

  @Override
  public String log(Throwable error) {
    return home.log(error);
  }
}
