package lectern.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The local terminal on a real pty: taken, drawn, left well in every way. */
@DisabledOnOs(OS.WINDOWS)
class TtyIT {
  private static final String ALL_UNDONE =
      "\033[?2026l\033[m\033[r\033[?25h\033[?1006l\033[?1002l\033[?2004l\033[?1049l";

  @TempDir Path folder;

  private PtyProcess process;
  private BlockingQueue<byte[]> arrived;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  /** The program between two looks at the modes of its terminal, as a shell would have it. */
  private void start(String term, Map<String, String> more) throws IOException {
    start("", term, more);
  }

  /**
   * @param input what goes into standard input: empty for the terminal, or a command and a bar
   */
  private void start(String input, String term, Map<String, String> more) throws IOException {
    Map<String, String> env = new HashMap<>(System.getenv());
    env.keySet()
        .removeAll(
            java.util.List.of(
                "COLORTERM", "NO_COLOR", "TMUX", "TERM_PROGRAM", "JAVA_TOOL_OPTIONS"));
    env.put("TERM", term);
    env.put("LC_ALL", "C.UTF-8");
    env.putAll(more);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    env.put("RUN_JAVA", java);
    env.put("RUN_CLASSES", classPath());
    env.put("RUN_FOLDER", folder.toString());
    // in the foreground, since a job in the background has no input; its number is told by itself
    String script =
        "exec 2>/dev/null; stty -g > \"$RUN_FOLDER/before\"; "
            + input
            + "sh -c 'echo $$ > \"$RUN_FOLDER/pid\"; exec \"$RUN_JAVA\""
            + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED"
            + " -cp \"$RUN_CLASSES\" lectern.terminal.TtyProgram 2>\"$RUN_FOLDER/errors\"';"
            + " code=$?; while [ -n \"$(jobs -s)\" ]; do read -r go; fg >/dev/null; code=$?; done;"
            + " echo \"code: $code\"; stty -g > \"$RUN_FOLDER/after\"; echo finished";
    process =
        new PtyProcessBuilder(new String[] {"bash", jobs ? "-mc" : "-c", script})
            .setEnvironment(env)
            .setInitialColumns(80)
            .setInitialRows(24)
            .start();
    output.reset();
    seen = 0;
    arrived = new LinkedBlockingQueue<>();
    PtyProcess from = process;
    BlockingQueue<byte[]> into = arrived;
    Thread.ofPlatform().daemon().start(() -> read(from, into));
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  @AfterEach
  void end() throws Exception {
    Path pid = folder.resolve("pid");
    if (Files.exists(pid))
      new ProcessBuilder("kill", "-KILL", Files.readString(pid).strip()).start().waitFor();
    if (process != null) process.destroyForcibly();
  }

  /**
   * Reading blocks for ever on some systems, so it has a thread of its own. It closes nothing: the
   * process closes its line itself, and to close a descriptor twice may close that of the next.
   */
  private void read(PtyProcess from, BlockingQueue<byte[]> into) {
    byte[] bytes = new byte[4096];
    try {
      InputStream in = from.getInputStream();
      for (int n = in.read(bytes); n > 0; n = in.read(bytes)) into.add(Arrays.copyOf(bytes, n));
    } catch (IOException e) {
      // closed: as good as its end
    }
    into.add(new byte[0]);
  }

  /** Reads until the text has come, from where the last call ended. */
  private String until(String text) throws Exception {
    while (true) {
      String all = output.toString(StandardCharsets.UTF_8);
      int at = all.indexOf(text, seen);
      if (at >= 0) {
        String part = all.substring(seen, at + text.length());
        seen = at + text.length();
        return part;
      }
      byte[] more = arrived.poll(20, TimeUnit.SECONDS);
      if (more == null || more.length == 0) {
        throw new AssertionError(
            "\"" + text + "\" never came after:\n" + all.substring(seen).replace("\033", "\\e"));
      }
      output.write(more);
    }
  }

  /** The first frame is there, and signals and keys are heard. */
  private String ready() throws Exception {
    String first = until("size 80x24");
    type("\033[15~");
    until("F5");
    return first;
  }

  private int seen;

  /** Whether the shell minds its jobs, as one that people type into does. */
  private boolean jobs;

  private void type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  private void signal(String name) throws Exception {
    String pid = Files.readString(folder.resolve("pid")).strip();
    assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
  }

  private void assertLeftAsFound() throws Exception {
    assertEquals(
        Files.readString(folder.resolve("before")), Files.readString(folder.resolve("after")));
    Emulator emulator = new Emulator(80, 24);
    byte[] shown = output.toByteArray();
    emulator.write(shown);
    assertTrue(emulator.isAsFound(), emulator.modes.toString());
  }

  private void ends(String reason, int code) throws Exception {
    until("ended: " + reason);
    until("code: " + code);
    until("finished");
    assertLeftAsFound();
    assertEquals("", Files.readString(folder.resolve("errors")));
  }

  @Test
  void everyUsualTerminalStartsWithoutAWordAndEndsAsFound() throws Exception {
    for (String term :
        "xterm xterm-256color tmux-256color screen linux xterm-kitty xterm-ghostty alacritty foot wezterm vt100 nonsense-42"
            .split(" ")) {
      start(term, Map.of());
      String first = ready();
      assertTrue(first.startsWith("\033"), term + " starts with " + first.replace("\033", "\\e"));
      boolean old = term.equals("vt100") || term.equals("linux");
      assertFalse(old && first.matches("(?s).*\033\\[\\?(2026|1049|2004).*"), term);
      type("q");
      ends("quit", 0);
    }
  }

  @Test
  void keysPastesAndResizes() throws Exception {
    start("xterm-256color", Map.of());
    ready();
    type("é");
    until("é");
    type("\033[1;5A");
    until("C-Up");
    type("\033");
    until("Esc");
    type("\033[200~qqq\033[201~");
    until("pasted qqq");
    process.setWinSize(new WinSize(40, 10));
    until("resized 40x10");
    until("size 40x10");
    type("q");
    until("ended: quit");
  }

  @Test
  void keysComeFromTheTerminalWhenAPostIsPipedIn() throws Exception {
    start("echo piped | ", "xterm", Map.of());
    ready();
    type("j");
    until("j");
    type("\u0018");
    until("C-x");
    type("q");
    ends("quit", 0);
  }

  @Test
  void termination() throws Exception {
    start("xterm", Map.of());
    ready();
    signal("TERM");
    ends("terminated", 0);
  }

  @Test
  void hangUp() throws Exception {
    start("xterm", Map.of());
    ready();
    signal("HUP");
    ends("the terminal was closed", 0);
  }

  @Test
  void interruptFromOutside() throws Exception {
    start("xterm", Map.of());
    ready();
    signal("INT");
    ends("interrupted", 0);
  }

  @Test
  void aSessionThatDoesNotEndIsEnded() throws Exception {
    start("xterm", Map.of("STUBBORN", "1"));
    ready();
    signal("TERM");
    until(ALL_UNDONE);
    until("code: 143");
    until("finished");
    assertLeftAsFound();
  }

  @Test
  void anException() throws Exception {
    start("xterm", Map.of());
    ready();
    type("x");
    until(ALL_UNDONE);
    until("code: 1");
    until("finished");
    assertLeftAsFound();
  }

  @Test
  void anExitFromElsewhere() throws Exception {
    start("xterm", Map.of());
    ready();
    type("X");
    until(ALL_UNDONE);
    until("code: 3");
    until("finished");
    assertLeftAsFound();
  }

  @Test
  void aChildProcessGetsTheTerminalAndItsFirstKey() throws Exception {
    start("xterm", Map.of());
    ready();
    type("e");
    until(ALL_UNDONE);
    until("child");
    type("yes\r");
    until("got yes");
    until("\033[?1049h");
    until("size 80x24");
    type("q");
    ends("quit", 0);
  }

  @Test
  void stoppedAndContinued() throws Exception {
    for (String how : new String[] {"key", "TSTP", "STOP"}) {
      // what stops without a word leaves raw modes, which a shell that minds jobs would keep
      jobs = !how.equals("STOP");
      start("xterm", Map.of());
      ready();
      if (how.equals("key")) type("\u001a");
      else signal(how);
      if (jobs) until(ALL_UNDONE);
      awaitStopped();
      if (jobs) type("\n");
      else signal("CONT");
      until("\033[?1049h");
      until("size 80x24");
      type("q");
      ends("quit", 0);
    }
  }

  /** As the command of a terminal window or of ssh: stopped, it would stay so for ever. */
  @Test
  void withoutAShellItDoesNotStop() throws Exception {
    start("xterm", Map.of());
    ready();
    type("\u001a");
    until(ALL_UNDONE);
    until("\033[?1049h");
    until("size 80x24");
    type("q");
    ends("quit", 0);
  }

  /** An editor does so when ^Z is pressed in it: all of the job stops, and goes on together. */
  @Test
  void aChildThatStopsTheJob() throws Exception {
    jobs = true;
    start("xterm", Map.of("CHILD", "echo child; kill -TSTP 0; read line; echo got $line"));
    ready();
    type("e");
    until("child");
    awaitStopped();
    type("\n");
    type("yes\r");
    until("got yes");
    until("\033[?1049h");
    until("size 80x24");
    type("q");
    ends("quit", 0);
  }

  /** ^C in an editor, or in what it runs, is not for the reader. */
  @Test
  void aChildThatIsInterrupted() throws Exception {
    start("xterm", Map.of("CHILD", "echo child; read line; echo got $line"));
    ready();
    type("e");
    until("child");
    type("\003");
    until("\033[?1049h");
    until("size 80x24");
    type("q");
    ends("quit", 0);
  }

  /** Until the kernel says that the process is stopped. */
  private void awaitStopped() throws Exception {
    Path stat = Path.of("/proc", Files.readString(folder.resolve("pid")).strip(), "stat");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end
        && !Files.readString(stat).replaceAll(".*\\) ", "").startsWith("T")) Thread.onSpinWait();
  }

  @Test
  void aTerminalThatIsClosedEndsTheProgram() throws Exception {
    start("xterm", Map.of());
    ready();
    ProcessHandle program =
        ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
            .orElseThrow();
    process.getOutputStream().close();
    process.getInputStream().close();
    process.destroy();
    program.onExit().get(20, TimeUnit.SECONDS);
    assertFalse(program.isAlive());
  }
}
