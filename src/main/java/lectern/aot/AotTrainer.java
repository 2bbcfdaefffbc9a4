package lectern.aot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
 * Run by the build, never by a reader: plays the program as its users would, so that the virtual
 * machine can write down which classes it needs (JEP 514). One cache for printing and one for
 * reading: each start pays for all classes in its cache.
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
   * FOLDER print|read}: one rehearsal, in a child process.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path app = Path.of(args[0]).toAbsolutePath();
    boolean print = args[1].equals("print");
    if (!print && !args[1].equals("read")) {
      installJar(Path.of(args[1]), app.resolve("lectern.jar"));
      createCache(app, "print");
      createCache(app, "read");
      // the launcher reads this: with which Java, and that all before it is done
      Files.writeString(
          app.resolve("run"),
          "java='" + javaExecutable() + "'\nbuild=" + System.currentTimeMillis() + "\n");
      return;
    }
    loadStartupClasses();
    if (print) trainPrinting(app);
    else trainReading(app);
    // by returning: an exit asks for loggers, and their classes would weigh on every start
  }

  /**
   * Whole or not at all, and as another file than the one there was: a server that runs loads its
   * classes from that one, which is not to change under it.
   */
  private static void installJar(Path jar, Path to) throws IOException {
    Path aside = to.resolveSibling("lectern.jar.new");
    Files.copy(jar, aside, StandardCopyOption.REPLACE_EXISTING);
    Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Makes one cache, in four steps, because every class in a cache is linked at every start, used
   * or not, and a rehearsal needs many that a reader's start does not: those that open jars and
   * those that make lambdas. So: list what a rehearsal loads; make a cache of it from which classes
   * come one by one; rehearse with that, and see which ones come; make the cache of these, all
   * linked.
   */
  private static void createCache(Path app, String what) throws IOException, InterruptedException {
    Path cache = app.resolve(what + ".aot");
    Path list = app.resolve(what + ".classes");
    Path draft = app.resolve(what + ".draft");
    Path log = app.resolve(what + ".log");
    Files.deleteIfExists(cache);
    deleteTrainingFolder(app);
    runJava(app, what, "-XX:DumpLoadedClassList=" + list);
    runJava(
        app, null, "-Xshare:dump", "-XX:SharedClassListFile=" + list, sharedArchiveOption(draft));
    deleteTrainingFolder(app);
    runJava(app, what, "-Xlog:class+load=info:file=" + log, sharedArchiveOption(draft));
    Files.write(list, ClassListFilter.filter(Files.readAllLines(list), Files.readAllLines(log)));
    runJava(
        app,
        null,
        "-Xshare:dump",
        "-XX:+AOTClassLinking",
        "-XX:SharedClassListFile=" + list,
        sharedArchiveOption(cache));
    if (!Files.exists(cache)) throw new IOException("the AOT cache " + cache + " was not made");
    for (Path done : List.of(list, draft, log)) Files.deleteIfExists(done);
  }

  /** What the last rehearsal kept of its reader and of its folder. */
  private static void deleteTrainingFolder(Path app) throws IOException {
    Path kept = app.resolve("rehearsal");
    if (!Files.exists(kept)) return;
    try (var paths = Files.walk(kept)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }

  private static String sharedArchiveOption(Path file) {
    return "-XX:SharedArchiveFile=" + file;
  }

  /**
   * @param what to rehearse; null: nothing is run
   */
  private static void runJava(Path app, String what, String... options)
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
            "-Xlog:all=error:stderr"));
    command.add("-Dlibrary.jline.path=" + app.resolve("native/org/jline/nativ"));
    command.add("-Dlectern.texts=" + app.resolve("texts"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", app.resolve("lectern.jar").toString()));
    if (what != null) command.addAll(List.of("lectern.aot.AotTrainer", app.toString(), what));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(app.resolve("rehearsal.log").toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    int code = builder.start().waitFor();
    if (code != 0)
      throw new IOException(
          String.join(" ", command)
              + " ended with "
              + code
              + ": "
              + Files.readString(app.resolve("rehearsal.log")));
  }

  private static String javaExecutable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What a real start needs before the command is known. */
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
    CommandContext around = createContext(app, posts, false);
    Cli.run(List.of("list"), around);
    Cli.run(List.of("tags"), around);
    try (var files = Files.newDirectoryStream(posts, "*.md")) {
      for (Path file : files) {
        // what few posts need is not worth its weight at every start: HTML stays out of the cache
        if (file.endsWith("markdown-tour.md")) continue;
        Cli.run(List.of("show", file.toString()), around);
        Cli.run(List.of("show", "--color=always", file.toString()), around);
      }
    }
  }

  private static void trainReading(Path app) throws IOException {
    CommandContext around = createContext(app, trainingPosts(app), true);
    try {
      LocalTerminal.open(Capabilities.of(around.env(), true, "auto"), Theme.of("ansi"), false)
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
      int code = Cli.run(List.of(), around, AotTrainer::openScriptedTerminal);
      if (code != 0) throw new IOException("reading ended with " + code);
    }
  }

  private static Terminal openScriptedTerminal(Capabilities caps, Theme theme, boolean mouse) {
    ScreenTerminal terminal =
        new ScreenTerminal(bytes -> {}, caps, theme, new Size(80, 24), mouse, 5);
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
            "XDG_STATE_HOME", app.resolve("rehearsal").toString(),
            "XDG_CACHE_HOME", app.resolve("rehearsal").toString(),
            "LECTERN_POSTS", posts.toString());
    OutputStream nowhere = OutputStream.nullOutputStream();
    return new CommandContext(
        new ByteArrayInputStream(new byte[0]), nowhere, nowhere, env, app, tty, tty, 80, null);
  }

  /** The project's own posts; in a source tree without them, one that will do. */
  private static Path trainingPosts(Path app) throws IOException {
    Path own = app.resolve("../../posts").normalize();
    try (var files = Files.newDirectoryStream(own, "*.md")) {
      if (files.iterator().hasNext()) return own;
    } catch (IOException none) {
      // made below
    }
    Path made = Files.createDirectories(app.resolve("rehearsal/posts"));
    Files.writeString(
        made.resolve("one.md"),
        "---\n"
            + "title: One\n"
            + "pubDate: 2026-01-01\n"
            + "tags: [a, b]\n"
            + "---\n\n"
            + "# One\n\n"
            + "Text with **bold**, `code`, a [link](two.md).\n\n"
            + "- item\n\n"
            + "> quote\n\n"
            + "```python\n"
            + "def f(x):\n"
            + "    return x\n"
            + "```\n\n"
            + "| a | b |\n"
            + "|---|---|\n"
            + "| 1 | 2 |\n");
    Files.writeString(made.resolve("two.md"), "---\ntitle: Two\ntags: [b]\n---\n\nText.\n");
    return made;
  }
}
