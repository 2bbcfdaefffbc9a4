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
  private static final String[] PARTS = {
    "show", "first", "bytes", "keys", "search", "page", "hour", "six", "many"
  };
  private static final List<String> rows = new ArrayList<>();
  private static Path work;

  /**
   * @param args names of parts; none for all of them
   */
  public static void main(String[] args) throws Exception {
    work = Files.createTempDirectory("lectern-bench");
    Files.createDirectories(work.resolve("home"));
    run(List.of(LECTERN, "--version"));
    try {
      for (String part : args.length > 0 ? args : PARTS) part(part);
    } finally {
      run(List.of("rm", "-rf", work.toString()));
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
  }

  private static void part(String name) throws Exception {
    if (!name.equals("show") && !name.equals("six") && !has("script")) {
      skip(name, "script (util-linux)");
      return;
    }
    switch (name) {
      case "show" -> show();
      case "first" -> first();
      case "bytes" -> bytes();
      case "keys" -> keys();
      case "search" -> search();
      case "page" -> page();
      case "hour" -> hour();
      case "six" -> peers();
      case "many" -> list();
      default -> {
        System.err.println("bench: there is no part " + name + "; " + String.join(", ", PARTS));
        System.exit(2);
      }
    }
  }

  private static String[] greet() throws Exception {
    return new String[] {
      JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", hello().toString(), "Hello"
    };
  }

  private static void show() throws Exception {
    String sample = sample().toString();
    String[] greet = greet();
    ratio(
        "`show` of a post of 2 KB into a pipe : hello world",
        "≤ 2.3",
        21,
        () -> piped(LECTERN, "show", sample),
        () -> piped(greet));
    memory("its peak memory", "≤ 60 MB", LECTERN, "show", sample);
  }

  private static void first() throws Exception {
    String[] greet = greet();
    ratio(
        "first full frame of the list, 80×24 on a pty : hello world",
        "≤ 3.5",
        15,
        () -> screen("posts"),
        () -> piped(greet));
  }

  private static void peers() throws Exception {
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
  }

  private static void list() throws Exception {
    Path many = many();
    String cat = "find " + many + " -name '*.md' -exec cat {} + > /dev/null";
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

  /** A thousand keys on ten thousand posts. */
  private static void keys() throws Exception {
    System.err.println("bench: a thousand keys");
    Keys keys = new Keys(many());
    for (int i = 0; i < 40; i++) keys.press(i % 4 == 3 ? "k" : "j");
    keys.millis.clear();
    for (int i = 0; i < 300; i++) keys.press(i % 40 < 20 ? "j" : "k");
    for (int i = 0; i < 60; i++) {
      keys.press("\r");
      for (int j = 0; j < 6; j++) keys.press("j");
      keys.press("q");
    }
    for (int i = 0; i < 24; i++) {
      keys.press("/");
      for (char c : ("number " + (17 + i)).toCharArray()) keys.press("" + c);
      keys.press("\u001b");
      // not measured: a lone escape waits for what may follow it
      keys.millis.removeLast();
    }
    keys.leave();
    rows.add(
        String.format(
            java.util.Locale.ROOT,
            "| key to the last byte of its frame, %d keys (scroll, open, filter) on 10,000 posts:"
                + " p50, p99 | %.1f, %.1f ms | ≤ 16 ms |",
            keys.millis.size(),
            quantile(keys.millis, .5),
            quantile(keys.millis, .99)));
  }

  /** As many keys as an hour of reading takes: opening, paging, searching, filtering, jumping. */
  private static void hour() throws Exception {
    System.err.println("bench: twenty thousand keys");
    Path folder = Files.createDirectories(work.resolve("hour"));
    try (var files = Files.newDirectoryStream(ROOT.resolve("posts"), "*.md")) {
      for (Path file : files) Files.copy(file, folder.resolve(file.getFileName().toString()));
    }
    Keys keys = new Keys(folder);
    String[] words = {"re", "o", "a", "e", ""};
    int pressed = 0;
    for (int i = 0; pressed < 20_000; i++) {
      String list = "/\u0015" + words[i % words.length] + "\r" + "j".repeat(i % 7) + "sr\r";
      for (String some :
          new String[] {list + "    bb", "/\u0015the\rnnnNNwwo\r", "\t\tddu]][JJKG q"}) {
        keys.press(some);
        pressed += some.length();
      }
    }
    long kilobytes = keys.memory();
    keys.leave();
    rows.add(
        "| memory of the reader after 20,000 keys, at its peak | "
            + (kilobytes + 512) / 1024
            + " MB | ≤ 90 MB |");
  }

  private static void search() throws Exception {
    Path folder = Files.createDirectories(work.resolve("big"));
    String text = Files.readString(six());
    Files.writeString(
        folder.resolve("big.md"), text.substring(0, 1 << 20) + "\n\nA needle here.\n");
    Keys keys = new Keys(folder);
    keys.press("\r");
    for (int round = 0; round < 4; round++) {
      keys.press("/");
      if (round == 3) keys.millis.clear();
      for (char c : "needle".toCharArray()) keys.press("" + c);
      if (round < 3) keys.press("\u001b");
    }
    rows.add(
        String.format(
            java.util.Locale.ROOT,
            "| search in a post of 1 MB, letter to lit hit, worst of six letters | %.0f ms | ≤ 50"
                + " ms |",
            quantile(keys.millis, 1)));
    keys.leave();
  }

  private static void page() throws Exception {
    Path folder = Files.createDirectories(work.resolve("page"));
    Files.copy(ROOT.resolve("posts/retries.md"), folder.resolve("retries.md"));
    Files.copy(ROOT.resolve("posts/markdown-tour.md"), folder.resolve("tour.md"));
    Process show =
        new ProcessBuilder(LECTERN, "show", "-w", "78", folder.resolve("retries.md").toString())
            .start();
    String[] lines =
        new String(show.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n");
    Keys keys = new Keys(folder);
    int[] moved = new int[8];
    for (int i = 0; i < moved.length; i++) moved[i] = keys.press(i % 2 == 0 ? "j" : "k");
    Arrays.sort(moved);
    rows.add("| bytes: moving the selection one row | " + moved[moved.length / 2] + " | ≤ 260 |");
    keys.press("/");
    for (char c : "retr".toCharArray()) keys.press("" + c);
    keys.press("\r");
    int opened = keys.press("\r");
    int down = keys.press(" ");
    keys.leave();
    rows.add(
        String.format(
            java.util.Locale.ROOT,
            "| bytes: opening a page, page down, against their own text | %.2f×, %.2f× | ≤ 1.6×, ≤"
                + " 1.6× |",
            opened / (double) text(lines, 0, 22),
            down / (double) text(lines, 22, 44)));
  }

  private static int text(String[] lines, int from, int to) {
    int bytes = 0;
    for (int i = from; i < Math.min(to, lines.length); i++)
      bytes += lines[i].getBytes(StandardCharsets.UTF_8).length + 1;
    return bytes;
  }

  private static double quantile(List<Double> values, double q) {
    double[] all = values.stream().mapToDouble(d -> d).sorted().toArray();
    return all[(int) Math.min(all.length - 1, all.length * q)];
  }

  /** A reader on a pty, and how long each key takes. */
  private static final class Keys {
    final List<Double> millis = new ArrayList<>();
    private final Process process;
    private final byte[] buffer = new byte[65_536];

    Keys(Path folder) throws Exception {
      process = onScreen(folder.toString()).start();
      await(process.getInputStream(), FRAME_END);
      Thread.sleep(1500);
      process.getInputStream().skip(process.getInputStream().available());
    }

    /** Until nothing more comes. @return bytes */
    int press(String key) throws Exception {
      long from = System.nanoTime();
      process.getOutputStream().write(key.getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
      StringBuilder seen = new StringBuilder();
      long last = 0;
      long until = from + 2_000_000_000L;
      while (System.nanoTime() < until) {
        if (process.getInputStream().available() == 0) {
          if (last != 0 && System.nanoTime() - last > 30_000_000) break;
          Thread.sleep(0, 200_000);
          continue;
        }
        int n = process.getInputStream().read(buffer);
        last = System.nanoTime();
        seen.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      }
      if (last != 0) millis.add((last - from) / 1e6);
      return seen.length();
    }

    /** The most that the virtual machine took so far, in kilobytes; 0 where nothing tells. */
    long memory() throws IOException {
      for (ProcessHandle child : process.descendants().toList()) {
        Path status = Path.of("/proc/" + child.pid() + "/status");
        if (!child.info().command().orElse("").endsWith("java") || !Files.exists(status)) continue;
        for (String line : Files.readAllLines(status))
          if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
      return 0;
    }

    void leave() throws Exception {
      process.getOutputStream().write("\u001bQ".getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
      Thread.sleep(300);
      process.destroy();
    }
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
    if (Files.exists(folder.resolve("post-9999.md"))) return folder;
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
