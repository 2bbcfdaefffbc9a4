package lectern.aot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.cli.Cli;
import lectern.cli.CommandContext;
import lectern.terminal.Capabilities;
import lectern.terminal.LocalTerminal;
import lectern.terminal.ScreenTerminal;
import lectern.terminal.Terminal;
import lectern.theme.Theme;
import lectern.ui.Size;

/**
 * Run by the build: uses the program as readers do, so that the virtual machine can write down
 * which classes it needs (JEP 514). One cache for printing and one for reading: each start pays for
 * all classes in its cache.
 */
public final class AotTrainer {
  private static final String KEYS =
      "jjjkk\u0006\u0002Gg/re\r\u001b"
          + "t \r"
          + "\rjjjjj  bb]]["
          + "/the\rnnN\u001b"
          + "oj\r"
          + "\t\tGg"
          + "q?jjq"
          + "s"
          + "jj\rjjjGq"
          + "q";

  private AotTrainer() {}

  /**
   * {@code FOLDER JAR}: puts the jar into the program's folder and makes both caches there. {@code
   * FOLDER print|read}: one training run, in a child process.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path app = Path.of(args[0]).toAbsolutePath();
    if (args[1].equals("print") || args[1].equals("read")) {
      loadStartupClasses();
      if (args[1].equals("print")) trainPrinting(app);
      else trainReading(app);
      // by returning: an exit asks for loggers, and their classes would weigh on every start
      return;
    }
    installJar(Path.of(args[1]), app.resolve("lectern.jar"));
    createCache(app, "print");
    createCache(app, "read");
    writeRunFile(app);
  }

  /** What the launcher reads: with which Java, for what, and that all before it is done. */
  private static void writeRunFile(Path app) throws IOException {
    Files.writeString(
        app.resolve("run"),
        "java='"
            + javaExecutable()
            + "'\nbuild="
            + System.currentTimeMillis()
            + "\nprinting='|"
            + String.join("|", Cli.printingArguments())
            + "|'\n");
  }

  /**
   * Whole or not at all, and as another file than the one there was: a server that runs loads its
   * classes from that one, which must not change under it.
   */
  private static void installJar(Path jar, Path to) throws IOException {
    Path temporary = to.resolveSibling("lectern.jar.new");
    Files.copy(jar, temporary, StandardCopyOption.REPLACE_EXISTING);
    Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Makes one cache, in four steps, because every class in a cache is linked at every start, used
   * or not, and a training run needs many that a reader's start does not: those that open jars and
   * those that make lambdas. So: list what a training run loads; make a cache of it from which
   * classes come one by one; train with that, and see which ones come; make the cache of these, all
   * linked.
   *
   * @param profile {@code print} or {@code read}
   */
  private static void createCache(Path app, String profile)
      throws IOException, InterruptedException {
    Path cache = app.resolve(profile + ".aot");
    Path list = app.resolve(profile + ".classes");
    Path draft = app.resolve(profile + ".draft");
    Path log = app.resolve(profile + ".log");
    Files.deleteIfExists(cache);
    deleteTrainingFolder(app);
    train(app, profile, "-XX:DumpLoadedClassList=" + list);
    dump(app, list, draft);
    deleteTrainingFolder(app);
    train(app, profile, "-Xlog:class+load=info:file=" + log, sharedArchiveOption(draft));
    Files.write(list, ClassListFilter.filter(Files.readAllLines(list), Files.readAllLines(log)));
    dump(app, list, cache, "-XX:+AOTClassLinking");
    if (!Files.exists(cache)) throw new IOException("the AOT cache " + cache + " was not made");
    for (Path done : List.of(list, draft, log)) Files.deleteIfExists(done);
  }

  /** What the last training run kept of its reader and of its folder. */
  private static void deleteTrainingFolder(Path app) throws IOException {
    Path saved = app.resolve("training");
    if (!Files.exists(saved)) return;
    try (var paths = Files.walk(saved)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }

  private static String sharedArchiveOption(Path file) {
    return "-XX:SharedArchiveFile=" + file;
  }

  /** A training run in a child process, with the classes of this room behind the program's jar. */
  private static void train(Path app, String profile, String... options)
      throws IOException, InterruptedException {
    String classPath = app.resolve("lectern.jar") + File.pathSeparator + ownClasses(app);
    runJava(app, options, "-cp", classPath, "lectern.aot.AotTrainer", app.toString(), profile);
  }

  private static Path ownClasses(Path app) {
    return app.resolveSibling("aot-classes");
  }

  /** The class path of an archive must be the beginning of that of every run: the jar alone. */
  private static void dump(Path app, Path list, Path archive, String... options)
      throws IOException, InterruptedException {
    runJava(
        app,
        options,
        "-Xshare:dump",
        "-XX:SharedClassListFile=" + list,
        sharedArchiveOption(archive),
        "-cp",
        app.resolve("lectern.jar").toString());
  }

  private static void runJava(Path app, String[] options, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(javaExecutable());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xmx512m",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dlibrary.jline.path=" + app.resolve("native/org/jline/nativ"),
            "-Dlectern.texts=" + app.resolve("texts")));
    command.addAll(List.of(options));
    command.addAll(List.of(more));
    Path output = app.resolve("training.log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    int code = builder.start().waitFor();
    if (code != 0)
      throw new IOException(
          String.join(" ", command) + " ended with " + code + ": " + Files.readString(output));
  }

  private static String javaExecutable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What a real start needs before the command is known; the second is the switch of commands. */
  private static void loadStartupClasses() {
    loadClasses("lectern.Main", "lectern.cli.Cli", "lectern.cli.Cli$1");
    new HashMap<>(System.getenv());
  }

  private static void loadClasses(String... names) {
    for (String name : names) {
      try {
        Class.forName(name);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void trainPrinting(Path app) throws IOException {
    Path posts = trainingPosts(app);
    CommandContext context = createContext(app, posts, false);
    Cli.run(List.of("list"), context);
    Cli.run(List.of("tags"), context);
    try (var files = Files.newDirectoryStream(posts, "*.md")) {
      for (Path file : files) {
        // what few posts need is not worth its weight at every start: HTML stays out of the cache
        if (file.endsWith("markdown-tour.md")) continue;
        Cli.run(List.of("show", file.toString()), context);
        Cli.run(List.of("show", "--color=always", file.toString()), context);
      }
    }
  }

  private static void trainReading(Path app) throws IOException {
    CommandContext context = createContext(app, trainingPosts(app), true);
    try {
      LocalTerminal.open(Capabilities.of(context.env(), true, "auto"), Theme.of("ansi"), false)
          .close();
    } catch (IOException none) {
      // no terminal in a build: the classes that come after the first refusal are named
      loadClasses(
          "lectern.terminal.Termios",
          "org.jline.nativ.CLibrary$WinSize",
          "sun.misc.Signal",
          "sun.misc.Signal$InternalMiscHandler",
          "sun.misc.Signal$SunMiscHandler");
    }
    // the folder's index is written by the first and used by the second
    for (int i = 0; i < 2; i++) {
      int code = Cli.run(List.of(), context, AotTrainer::openScriptedTerminal);
      if (code != 0) throw new IOException("reading ended with " + code);
    }
  }

  private static Terminal openScriptedTerminal(
      Capabilities capabilities, Theme theme, boolean mouse) {
    ScreenTerminal terminal =
        new ScreenTerminal(bytes -> {}, capabilities, theme, new Size(80, 24), mouse, 5);
    byte[] keys = KEYS.getBytes(StandardCharsets.UTF_8);
    terminal.feed(keys, 0, keys.length);
    terminal.hangUp("");
    return terminal;
  }

  private static CommandContext createContext(Path app, Path posts, boolean tty) {
    Map<String, String> env =
        Map.of(
            "TERM", "xterm-256color",
            "LANG", "C.UTF-8",
            "XDG_STATE_HOME", app.resolve("training").toString(),
            "XDG_CACHE_HOME", app.resolve("training").toString(),
            "LECTERN_POSTS", posts.toString());
    OutputStream out = OutputStream.nullOutputStream();
    return new CommandContext(
        InputStream.nullInputStream(), out, out, env, app, tty, tty, 80, null);
  }

  /** The project's own posts; in a source tree without them, one that will do. */
  private static Path trainingPosts(Path app) throws IOException {
    Path own = app.resolve("../../posts").normalize();
    try (var files = Files.newDirectoryStream(own, "*.md")) {
      if (files.iterator().hasNext()) return own;
    } catch (IOException none) {
      // made below
    }
    Path made = Files.createDirectories(app.resolve("training/posts"));
    Files.writeString(
        made.resolve("one.md"),
        """
        ---
        title: One
        pubDate: 2026-01-01
        tags: [a, b]
        ---

        # One

        Text with **bold**, `code`, a [link](two.md).

        - item

        > quote

        ```python
        def f(x):
            return x
        ```

        | a | b |
        |---|---|
        | 1 | 2 |
        """);
    Files.writeString(made.resolve("two.md"), "---\ntitle: Two\ntags: [b]\n---\n\nText.\n");
    return made;
  }
}
