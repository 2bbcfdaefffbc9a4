package lectern.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lectern.FakeTerminal;
import lectern.library.Library;
import lectern.markdown.HeadingText;
import lectern.serve.LiveCatalog;
import lectern.serve.RemoteReader;

/**
 * Command lines and what they print, run one after another in the same process and in one home
 * folder. The steps of a transcript, one a line; lines that begin with {@code |} belong to the step
 * above them:
 *
 * <pre>
 * file posts/a.md      writes a file with the lines below
 * remove posts/a.md    removes a file or an empty folder
 * env NAME=VALUE       for all commands below; without a value the variable is unset
 * tty in out           which of the streams are terminals, for all commands below
 * columns 60           of the terminal
 * stdin                the lines below, for the next command only
 * keys j Enter q       on the screen of the next command only
 * $ lectern list       runs it; what it printed and its exit code follow
 * $ ssh list           the same command for a reader over SSH; "$ ssh+drafts" of a server with drafts
 * </pre>
 */
final class Transcript {
  /** Stands for the temporary home folder, in command lines and in what is printed. */
  private static final String HOME = "/home/reader";

  private final Path home;
  private final Map<String, String> env = new TreeMap<>();
  private final StringBuilder out = new StringBuilder();
  private final List<List<String>> commandLines = new ArrayList<>();
  private String tty = "";
  private int columns;
  private String input = "";
  private String keys;

  Transcript(Path home) {
    this.home = home;
    env.put("HOME", home.toString());
    env.put("LANG", "C.UTF-8");
    env.put("TERM", "xterm-256color");
  }

  /**
   * @return the transcript with what the commands print now
   */
  String play(String script) throws IOException {
    List<String> lines = script.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (isOutput(line)) continue;
      int end = i + 1;
      while (end < lines.size() && lines.get(end).startsWith("|")) end++;
      List<String> block = lines.subList(i + 1, end);
      out.append(line).append('\n');
      if (line.startsWith("file ") || line.equals("stdin"))
        for (String text : block) out.append(text).append('\n');
      step(line, textOf(block));
    }
    return out.toString();
  }

  private static boolean isOutput(String line) {
    return line.startsWith("|")
        || line.startsWith("\\")
        || line.startsWith("exit ")
        || line.equals("out")
        || line.equals("err");
  }

  private static String textOf(List<String> block) {
    StringBuilder text = new StringBuilder();
    for (String line : block) text.append(line.substring(1).replace('␛', '\u001b')).append('\n');
    return text.toString();
  }

  private void step(String line, String text) throws IOException {
    if (line.isEmpty() || line.startsWith("#")) return;
    int space = line.indexOf(' ');
    String rest = space < 0 ? "" : line.substring(space + 1);
    switch (space < 0 ? line : line.substring(0, space)) {
      case "file" -> write(home.resolve(rest), text);
      case "remove" -> Files.delete(home.resolve(rest));
      case "env" -> setVariable(rest);
      case "tty" -> tty = " " + rest + " ";
      case "columns" -> columns = Integer.parseInt(rest);
      case "stdin" -> input = text;
      case "keys" -> keys = rest;
      case "$" -> runCommand(rest);
      default -> throw new IllegalArgumentException("unknown step: " + line);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void setVariable(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 0) env.remove(assignment);
    else env.put(assignment.substring(0, equals), fromTranscript(assignment.substring(equals + 1)));
  }

  private void runCommand(String line) throws IOException {
    List<String> args = split(fromTranscript(line));
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    String program = args.removeFirst();
    int code =
        switch (program) {
          case "lectern" -> runLocal(args, stdout, stderr);
          case "ssh" -> runRemote(args, false, stdout, stderr);
          case "ssh+drafts" -> runRemote(args, true, stdout, stderr);
          default -> throw new IllegalArgumentException("unknown program: " + program);
        };
    input = "";
    keys = null;
    append("out", stdout);
    append("err", stderr);
    out.append("exit ").append(code).append('\n');
  }

  private int runLocal(
      List<String> args, ByteArrayOutputStream stdout, ByteArrayOutputStream stderr) {
    commandLines.add(args);
    FakeTerminal screen = new FakeTerminal(80, 24);
    if (keys != null) screen.keys(keys);
    boolean hasScreen = keys != null;
    return Cli.run(
        args,
        context(stdout, stderr),
        (capabilities, theme, mouse) -> {
          if (!hasScreen) throw new IOException("no terminal");
          return screen;
        });
  }

  private CommandContext context(ByteArrayOutputStream stdout, ByteArrayOutputStream stderr) {
    return new CommandContext(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        stdout,
        stderr,
        Map.copyOf(env),
        home,
        tty.contains(" in "),
        tty.contains(" out "),
        columns,
        null);
  }

  private int runRemote(
      List<String> args,
      boolean drafts,
      ByteArrayOutputStream stdout,
      ByteArrayOutputStream stderr) {
    Library library =
        Library.of(List.of(home.resolve("posts")), null, HeadingText::of).confinedToFolder();
    LiveCatalog served = new LiveCatalog(library, null, drafts);
    return new RemoteCommands()
        .run(
            args,
            new RemoteReader(served, served.catalog(), null),
            Map.of("LANG", "C.UTF-8", "TERM", "xterm-256color"),
            tty.contains(" out ") ? columns : 0,
            stdout,
            stderr);
  }

  /** Every command line that was run for a local reader, without the program's name. */
  List<List<String>> commandLines() {
    return commandLines;
  }

  /** Splits at spaces; single quotes keep them. */
  static List<String> split(String line) {
    List<String> args = new ArrayList<>();
    StringBuilder arg = null;
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == ' ' && !quoted) {
        if (arg != null) args.add(arg.toString());
        arg = null;
        continue;
      }
      if (arg == null) arg = new StringBuilder();
      if (c == '\'') quoted = !quoted;
      else arg.append(c);
    }
    if (arg != null) args.add(arg.toString());
    return args;
  }

  private String fromTranscript(String text) {
    return text.replace(HOME, home.toString()).replace('␛', '\u001b');
  }

  private void append(String name, ByteArrayOutputStream bytes) {
    String text =
        bytes
            .toString(StandardCharsets.UTF_8)
            .replace(home.toString(), HOME)
            .replace('\u001b', '␛');
    if (text.isEmpty()) return;
    out.append(name).append('\n');
    Iterator<String> lines = List.of(text.split("\n", -1)).iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (lines.hasNext()) out.append('|').append(line).append('\n');
      else if (!line.isEmpty()) out.append('|').append(line).append("\n\\ no newline\n");
    }
  }

  /** Copies the folder that every transcript begins with. */
  static void copyHome(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) Files.createDirectories(copy);
        else Files.copy(file, copy);
      }
    }
  }
}
