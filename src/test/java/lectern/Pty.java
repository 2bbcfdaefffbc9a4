package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.terminal.Emulator;

/**
 * The built program on a real pty, under a shell that writes down the modes of the terminal before
 * and after, and lets it go on by a line feed when it was stopped; what it draws goes to an
 * emulator.
 */
final class Pty implements AutoCloseable {
  /** What a screen begins with. Without it these are lines, which the emulator does not fold. */
  private static final String FIRST = "\033[?1049h";

  /** A sequence or a character whose rest is still on its way. */
  private static final Pattern HALF =
      Pattern.compile(
          "(\033|\033\\[[0-9;?]*|\033\\][^\007\033]*\033?|[\u00c0-\u00ff]|"
              + "[\u00e0-\u00ff][\u0080-\u00bf]|[\u00f0-\u00ff][\u0080-\u00bf]{2})$");

  private static final long LONGEST_SECONDS = 30;

  private final Path home;
  private final PtyProcess process;
  private final BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final StringBuilder all = new StringBuilder();
  final Emulator emulator;
  private boolean frames;

  /**
   * @param words of the command line, for a shell: {@code -C posts}
   */
  Pty(Path home, int columns, int rows, Map<String, String> more, String words) throws IOException {
    this.home = home;
    this.emulator = new Emulator(columns, rows);
    Map<String, String> env = new HashMap<>();
    env.put("PATH", System.getenv("PATH"));
    env.put("HOME", home.toString());
    env.put("LANG", "C.UTF-8");
    env.put("TERM", "xterm-256color");
    env.put("LECTERN", Program.LAUNCHER.toString());
    env.putAll(more);
    Files.deleteIfExists(home.resolve("pid"));
    String script =
        "exec 2>/dev/null; stty -g > before; sh -c 'echo $$ > pid; exec \"$LECTERN\" "
            + words
            + "' 2> errors; code=$?; while [ -n \"$(jobs -s)\" ]; do read -r go; fg >/dev/null;"
            + " code=$?; done; echo \"code: $code\"; stty -g > after; echo finished";
    process =
        new PtyProcessBuilder(new String[] {"bash", "-mc", script})
            .setEnvironment(env)
            .setDirectory(home.toString())
            .setInitialColumns(columns)
            .setInitialRows(rows)
            .start();
    Thread.ofPlatform().daemon().start(this::read);
  }

  /** Closes nothing: to close a descriptor twice may close that of the next process. */
  private void read() {
    byte[] bytes = new byte[8192];
    try {
      InputStream in = process.getInputStream();
      for (int n = in.read(bytes); n > 0; n = in.read(bytes)) arrived.add(Arrays.copyOf(bytes, n));
    } catch (IOException closed) {
      // as good as its end
    }
    arrived.add(new byte[0]);
  }

  Pty type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return this;
  }

  /** Waits until the screen shows all of the texts; the screen. */
  String until(String... texts) throws Exception {
    return await(
        screen -> {
          for (String text : texts) if (!screen.contains(text)) return false;
          return true;
        },
        String.join(" and ", texts));
  }

  /** Waits until the screen shows a text no longer. */
  String gone(String text) throws Exception {
    return await(screen -> !screen.contains(text), "no \"" + text + "\"");
  }

  String await(Predicate<String> wanted, String what) throws Exception {
    while (true) {
      String screen = emulator.screen();
      if (wanted.test(screen)) return screen;
      if (!more()) throw new AssertionError(what + " never came:\n" + screen);
    }
  }

  /** What is whole goes to the emulator; false: nothing came for too long, or no more will. */
  private boolean more() throws Exception {
    byte[] bytes = arrived.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (bytes == null || bytes.length == 0) return false;
    pending.write(bytes);
    all.append(new String(bytes, StandardCharsets.ISO_8859_1));
    if (!frames && all.indexOf(FIRST) >= 0) frames = true;
    String text = pending.toString(StandardCharsets.ISO_8859_1);
    Matcher half = HALF.matcher(text);
    if (frames) feed(text, half.find() ? half.start() : text.length());
    return true;
  }

  /** Waits for more, whatever it is. */
  void line() throws Exception {
    if (!more()) throw new AssertionError("nothing more came after:\n" + all);
  }

  private void feed(String text, int end) {
    emulator.write(text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1));
    pending.reset();
    pending.writeBytes(text.substring(end).getBytes(StandardCharsets.ISO_8859_1));
  }

  void resize(int columns, int rows) {
    emulator.resize(columns, rows);
    process.setWinSize(new WinSize(columns, rows));
  }

  long pid() throws IOException {
    return Long.parseLong(Files.readString(home.resolve("pid")).strip());
  }

  void signal(String name) throws Exception {
    assertEquals(0, new ProcessBuilder("kill", "-" + name, "" + pid()).start().waitFor());
  }

  /** Until the kernel says that the program is stopped. */
  void awaitStopped() throws Exception {
    Path stat = Path.of("/proc", "" + pid(), "stat");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (!Files.readString(stat).replaceAll(".*\\) ", "").startsWith("T")) {
      assertTrue(System.nanoTime() < end, "never stopped");
      Thread.onSpinWait();
    }
  }

  /** The program has ended, with a code; the terminal is as it was found. */
  String ends(int code) throws Exception {
    while (all.indexOf("finished") < 0 && more()) {
      // until the shell has its say
    }
    assertTrue(all.indexOf("code: " + code + "\r") >= 0, all.toString().replace("\033", "\\e"));
    String rest = pending.toString(StandardCharsets.ISO_8859_1);
    if (frames) feed(rest, rest.length());
    assertEquals(Files.readString(home.resolve("before")), Files.readString(home.resolve("after")));
    assertTrue(emulator.isAsFound(), emulator.modes.toString());
    assertTrue(ProcessHandle.of(pid()).isEmpty(), "still running");
    return Files.readString(home.resolve("errors"));
  }

  /** All that came, a character a byte. */
  String bytes() {
    return all.toString();
  }

  void hangUp() throws IOException {
    process.getOutputStream().close();
    process.getInputStream().close();
    process.destroy();
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(home.resolve("pid")))
      ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
