package lectern.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.text.Sanitizer;
import lectern.userdata.ProgramLine;

/**
 * The program that a reader edits posts with.
 *
 * @param commandLine the program and its arguments; never given to a shell
 */
record Editor(List<String> commandLine) {
  private static final String HOW_TO_SET = "set $VISUAL or $EDITOR, or editor in config.yaml";

  /** Those that take {@code +LINE FILE}. */
  private static final List<String> PLUS_LINE_EDITORS =
      List.of(
          ("vi vim vimx nvim nvi ex view gvim mvim elvis vis kak nano pico rnano micro joe jmacs"
                  + " jed jstar mg ne zile emacs emacsclient xemacs gedit mcedit tilde le")
              .split(" "));

  /**
   * The configured one, else that of {@code $VISUAL}, else of {@code $EDITOR}.
   *
   * @throws IOException when none is named
   */
  static Editor of(List<String> configured, Map<String, String> environment) throws IOException {
    if (!configured.isEmpty()) return new Editor(configured);
    for (String variable : new String[] {"VISUAL", "EDITOR"}) {
      List<String> words = ProgramLine.parse(environment.getOrDefault(variable, ""));
      if (!words.isEmpty()) return new Editor(words);
    }
    throw new IOException("No editor is named: " + HOW_TO_SET);
  }

  /**
   * The command that opens a file at a line.
   *
   * @param line from 1
   */
  List<String> commandFor(Path file, int line) {
    List<String> command = new ArrayList<>(commandLine);
    String program = programName();
    if (PLUS_LINE_EDITORS.contains(program)) {
      command.addAll(List.of("+" + line, file.toString()));
      return command;
    }
    switch (program) {
      case "hx", "helix" -> command.add(file + ":" + line);
      case "subl", "sublime_text", "zed", "zeditor" -> {
        addOption(command, "--wait", "-w");
        command.add(file + ":" + line);
      }
      case "code", "code-insiders", "codium", "vscodium", "cursor", "windsurf" -> {
        addOption(command, "--wait", "-w");
        addOption(command, "--goto", "-g");
        command.add(file + ":" + line);
      }
      case "kate", "kwrite" -> {
        addOption(command, "--block", "-b");
        command.addAll(List.of("--line", Integer.toString(line), file.toString()));
      }
      case "mate" -> {
        addOption(command, "--wait", "-w");
        command.addAll(List.of("--line", Integer.toString(line), file.toString()));
      }
      default -> command.add(file.toString());
    }
    return command;
  }

  private static void addOption(List<String> command, String option, String shortly) {
    if (!command.contains(option) && !command.contains(shortly)) command.add(option);
  }

  /** {@code vim} also of {@code /usr/bin/vim.basic}. */
  private String programName() {
    String path = commandLine.getFirst();
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * Runs the editor on the terminal and waits for its end.
   *
   * @return a sentence when it did not end well; otherwise empty
   * @throws IOException when it cannot be started, saying why
   */
  String run(Path file, int line) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(commandFor(file, line)).inheritIO().start();
    } catch (IOException e) {
      throw new IOException(
          "The editor cannot be started: "
              + Sanitizer.sanitize(commandLine.getFirst())
              + describeStartFailure(e)
              + "; "
              + HOW_TO_SET);
    }
    try {
      return describeExit(process.waitFor());
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** The reason that the system gives, in plain words. */
  private static String describeStartFailure(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("No such file")) return " (there is no such program)";
    return message.contains("Permission denied") ? " (it may not be run)" : "";
  }

  private static String describeExit(int code) {
    if (code == 0) return "";
    if (code > 128 && code < 160) return "The editor was ended by signal " + (code - 128);
    return "The editor ended with code " + code;
  }
}
