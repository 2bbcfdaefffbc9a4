import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Measures lectern beside other programs in one run, and prints ratios as a Markdown table. Run by
 * scripts/bench.
 */
public final class Bench {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final String LECTERN = ROOT.resolve("scripts/lectern").toString();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String FRAME_END = "\u001b[?2026l";
  private static final List<String> rows = new ArrayList<>();
  private static Path work;

  public static void main(String[] args) throws Exception {
    work = Files.createTempDirectory("lectern-bench");
    Path hello = hello();
    Path sample = sample();
    run(List.of(LECTERN, "--version"));
    String[] greet = {
      JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", hello.toString(), "Hello"
    };
    ratio(
        "`show` of a post of 2 KB into a pipe : hello world",
        "≤ 2.3",
        21,
        () -> piped(LECTERN, "show", sample.toString()),
        () -> piped(greet));
    memory("its peak memory", "≤ 60 MB", LECTERN, "show", sample.toString());
    if (has("script")) {
      ratio(
          "first full frame of the list, 80×24 on a pty : hello world",
          "≤ 3.5",
          15,
          () -> screen("posts"),
          () -> piped(greet));
      bytes();
    } else skip("first frame", "script (util-linux)");
    Path six = six();
    for (String peer : new String[] {"glow -s dark -w 80", "mdcat", "lowdown -tterm"}) {
      String name = peer.split(" ")[0];
      if (!has(name)) {
        skip("6 MB of Markdown against " + name, name);
        continue;
      }
      List<String> words = new ArrayList<>(Arrays.asList(peer.split(" ")));
      words.add(six.toString());
      String[] other = words.toArray(new String[0]);
      ratio(
          "6 MB of Markdown, `show -w 80` into a pipe : " + name,
          name.equals("glow") ? "≤ 0.3" : "",
          3,
          () -> piped(LECTERN, "show", "-w", "80", six.toString()),
          () -> piped(other));
    }
    Path many = many();
    String cat = "find " + many + " -name '*.md' -exec cat {} + > /dev/null";
    if (has("script")) {
      Files.createDirectories(work.resolve("home"));
      ratio(
          "10,000 posts (84 MB), the list on the screen : `cat` of the files",
          "≤ 6",
          5,
          () -> screen(many.toString()),
          () -> piped("sh", "-c", cat));
      ratio(
          "the same without the index",
          "",
          3,
          () -> {
            forget();
            return screen(many.toString());
          },
          () -> piped("sh", "-c", cat));
    }
    System.out.println(
        "Measured on "
            + LocalDate.now()
            + " with `scripts/bench`, on "
            + Runtime.getRuntime().availableProcessors()
            + " cores; medians of runs in turn. Hello world is `java` (JDK 25, Serial GC, C1)"
            + " printing one line.\n");
    System.out.println("| what | measured | to reach |\n| --- | --- | --- |");
    for (String row : rows) System.out.println(row);
    run(List.of("rm", "-rf", work.toString()));
  }

  private static void skip(String what, String program) {
    System.err.println("bench: skipped: " + what + ": there is no " + program + " here");
  }

  private static void ratio(
      String what, String goal, int runs, DoubleSupplier a, DoubleSupplier b) {
    System.err.println("bench: " + what);
    a.getAsDouble();
    b.getAsDouble();
    double[] ratios = new double[runs];
    double[] left = new double[runs];
    double[] right = new double[runs];
    for (int i = 0; i < runs; i++) {
      left[i] = a.getAsDouble();
      right[i] = b.getAsDouble();
      ratios[i] = left[i] / right[i];
    }
    Arrays.sort(ratios);
    rows.add(
        String.format(
            java.util.Locale.ROOT,
            "| %s | %.2f× | %s |",
            what,
            ratios[runs / 2],
            goal.isEmpty() ? "" : goal + "×"));
  }

  /** Milliseconds from start to end, output thrown away. */
  private static double piped(String... command) {
    long from = System.nanoTime();
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
      process.waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - from) / 1e6;
  }

  private static ProcessBuilder onScreen(String folder) {
    String line = "stty rows 24 cols 80; exec '" + LECTERN + "' '" + folder + "'";
    ProcessBuilder builder = new ProcessBuilder("script", "-qfec", line, "/dev/null");
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().put("HOME", work.resolve("home").toString());
    for (String name :
        new String[] {"XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "LECTERN_POSTS"})
      builder.environment().remove(name);
    return builder;
  }

  /** Milliseconds to the end of the first frame. */
  private static double screen(String folder) {
    long from = System.nanoTime();
    try {
      Process process = onScreen(folder).start();
      await(process.getInputStream(), FRAME_END);
      double millis = (System.nanoTime() - from) / 1e6;
      Thread.sleep(150);
      process.getOutputStream().write("Q".getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
      process.waitFor();
      return millis;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(InputStream in, String mark) throws IOException {
    StringBuilder seen = new StringBuilder();
    byte[] buffer = new byte[8192];
    while (seen.indexOf(mark) < 0) {
      int n = in.read(buffer);
      if (n < 0) throw new IOException("ended before its first frame: " + seen);
      seen.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
    }
  }

  /** Bytes of one line down in the reader, and of a key that changes nothing. */
  private static void bytes() throws Exception {
    Path folder = Files.createDirectories(work.resolve("one"));
    Files.copy(ROOT.resolve("posts/markdown-tour.md"), folder.resolve("tour.md"));
    Process process = onScreen(folder.toString()).start();
    InputStream in = process.getInputStream();
    await(in, FRAME_END);
    type(process, "\r");
    int[] sizes = new int[12];
    for (int i = 0; i < sizes.length; i++) sizes[i] = type(process, "j");
    Arrays.sort(sizes);
    rows.add(
        "| bytes for one line down in the reader, 80×24, median (most) | "
            + sizes[6]
            + " ("
            + sizes[11]
            + ") | ≤ 160 |");
    rows.add("| bytes when a key changes nothing | " + type(process, "z") + " | 0 |");
    type(process, "Q");
    process.waitFor();
  }

  private static int type(Process process, String key) throws Exception {
    process.getOutputStream().write(key.getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().flush();
    Thread.sleep(300);
    return process.getInputStream().readNBytes(process.getInputStream().available()).length;
  }

  private static void memory(String what, String goal, String... command) throws Exception {
    if (!has("time") || !Files.exists(Path.of("/usr/bin/time"))) {
      skip(what, "/usr/bin/time");
      return;
    }
    List<String> words =
        new ArrayList<>(
            List.of("/usr/bin/time", "-f", "%M", "-o", work.resolve("memory").toString()));
    words.addAll(List.of(command));
    run(words);
    long kilobytes = Long.parseLong(Files.readString(work.resolve("memory")).strip());
    rows.add("| " + what + " | " + (kilobytes + 512) / 1024 + " MB | " + goal + " |");
  }

  private static void forget() {
    try {
      run(List.of("rm", "-rf", work.resolve("home/.cache").toString()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    process.getInputStream().transferTo(out);
    process.waitFor();
  }

  private static boolean has(String program) {
    for (String folder : System.getenv("PATH").split(":"))
      if (Files.isExecutable(Path.of(folder, program))) return true;
    return false;
  }

  private static Path hello() throws Exception {
    Path source = work.resolve("Hello.java");
    Files.writeString(
        source,
        "public class Hello { public static void main(String[] a) { System.out.println(\"hello\");"
            + " } }");
    run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
            "-d",
            work.toString(),
            source.toString()));
    return work;
  }

  /** About 2 KB with a code block, as most posts are. */
  private static Path sample() throws IOException {
    return Files.copy(ROOT.resolve("posts/retries.md"), work.resolve("sample.md"));
  }

  private static Path six() throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> posts = new ArrayList<>();
    try (var files = Files.newDirectoryStream(ROOT.resolve("posts"), "*.md")) {
      for (Path file : files) posts.add(body(Files.readString(file)));
    }
    for (int i = 0; text.length() < 6_000_000; i++)
      text.append(posts.get(i % posts.size())).append("\n\n");
    return Files.writeString(work.resolve("six.md"), text);
  }

  private static String body(String post) {
    int end = post.indexOf("\n---", 4);
    return post.startsWith("---") && end > 0 ? post.substring(end + 5) : post;
  }

  private static Path many() throws IOException {
    Path folder = Files.createDirectories(work.resolve("many"));
    String filler =
        body(Files.readString(ROOT.resolve("posts/retries.md"))).repeat(5).substring(0, 8_200);
    for (int i = 0; i < 10_000; i++) {
      String head =
          "---\ntitle: Post number "
              + i
              + "\ndescription: One of ten thousand\npubDate: "
              + LocalDate.of(2020, 1, 1).plusDays(i % 2400)
              + "\ntags: [tag"
              + i % 40
              + ", all]\n---\n\n";
      Files.writeString(folder.resolve("post-" + i + ".md"), head + filler);
    }
    return folder;
  }
}
