package lectern;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the built program as its users do: {@code scripts/lectern}, in a home of its own. */
final class Program {
  static final Path ROOT = Path.of("").toAbsolutePath();
  static final Path LAUNCHER = ROOT.resolve("scripts/lectern");
  private static final long LONGEST_SECONDS = 240;

  private final Path home;
  private final List<String> command = new ArrayList<>();
  private final ProcessBuilder builder = new ProcessBuilder();
  private byte[] input = new byte[0];

  /** What it said. */
  record Said(int code, byte[] bytes, String err) {
    String out() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private Program(Path home) {
    this.home = home;
    Map<String, String> env = builder.environment();
    String path = env.getOrDefault("PATH", "/usr/bin:/bin");
    env.clear();
    env.put("PATH", path);
    env.put("HOME", home.toString());
    env.put("LANG", "C.UTF-8");
    env.put("TERM", "xterm-256color");
  }

  /**
   * @param home where it keeps things; also its current folder
   */
  static Program in(Path home, String... words) {
    Program program = new Program(home);
    program.command.add(LAUNCHER.toString());
    program.command.addAll(List.of(words));
    return program;
  }

  /** A line of shell in which {@code $LECTERN} is the program. */
  static Program shell(Path home, String line) {
    Program program = new Program(home);
    program.command.addAll(List.of("bash", "-c", line));
    program.builder.environment().put("LECTERN", LAUNCHER.toString());
    return program;
  }

  Program env(String name, String value) {
    if (value == null) builder.environment().remove(name);
    else builder.environment().put(name, value);
    return this;
  }

  Program input(byte[] bytes) {
    input = bytes;
    return this;
  }

  Said run() throws IOException, InterruptedException {
    Process process = builder.command(command).directory(home.toFile()).start();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread errors = Thread.startVirtualThread(() -> copy(process.getErrorStream(), err));
    Thread.startVirtualThread(() -> feed(process.getOutputStream()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Thread output = Thread.startVirtualThread(() -> copy(process.getInputStream(), out));
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("still running: " + command);
    }
    output.join();
    errors.join();
    return new Said(process.exitValue(), out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  /** Left running. */
  Process start(Path log) throws IOException {
    return builder
        .command(command)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private void feed(OutputStream out) {
    try (out) {
      out.write(input);
    } catch (IOException unread) {
      // it does not read what it does not need
    }
  }

  private static void copy(InputStream in, OutputStream out) {
    try (in) {
      in.transferTo(out);
    } catch (IOException gone) {
      // the process has ended
    }
  }

  /** Whether a program is on the path; says that what wants it is skipped when it is not. */
  static boolean has(String program) {
    for (String folder : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) return true;
    }
    System.out.println("skipped: there is no " + program + " here");
    return false;
  }

  static Path post(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
