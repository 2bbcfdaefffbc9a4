package lectern.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one table of commands. Help, README, the commands of readers over SSH, the launcher's choice
 * of an AOT cache and every "did you mean" are made from it; {@link Cli} runs them. A command's
 * options are in {@link CliOption}.
 */
enum Subcommand {
  READ(
      "read",
      "[SOURCE]",
      "read the posts of a folder, a file, or - (standard input), full screen",
      Start.SCREEN,
      null),
  SHOW("show", "[POST|FILE|-]...", "print posts, one after the other", Start.PRINT, "POST..."),
  LIST("list", "", "print the list", Start.PRINT, ""),
  TAGS("tags", "", "print the tags with their counts", Start.PRINT, ""),
  CHECK(
      "check",
      "[SOURCE]",
      "say what is wrong with the posts: file:line:column: problem",
      Start.PRINT,
      null),
  CONFIG("config", "", "print the configuration in force", Start.PRINT, null),
  SERVE("serve", "", "the same reader for others, over SSH", Start.SERVER, null),
  HELP("help", "[COMMAND]", "say more about a command", Start.PRINT, "[COMMAND]");

  /** What a command begins with: it prints, takes the screen, or serves. */
  enum Start {
    PRINT,
    SCREEN,
    SERVER
  }

  final String commandName;
  final String argumentSyntax;
  final String description;
  final Start start;

  /** Its arguments over SSH, where there are no files; none: it is for local readers only. */
  final @Nullable String remoteArgumentSyntax;

  Subcommand(
      String name,
      String arguments,
      String description,
      Start start,
      @Nullable String remoteArguments) {
    this.commandName = name;
    this.argumentSyntax = arguments;
    this.description = description;
    this.start = start;
    this.remoteArgumentSyntax = remoteArguments;
  }

  static @Nullable Subcommand of(String name) {
    for (Subcommand command : values()) if (command.commandName.equals(name)) return command;
    return null;
  }

  /** Whether a reader over SSH may use it. */
  boolean isRemote() {
    return remoteArgumentSyntax != null;
  }

  /** The commands that a local reader, or one over SSH, may use. */
  static List<Subcommand> availableTo(boolean remote) {
    List<Subcommand> commands = new ArrayList<>();
    for (Subcommand command : values()) if (!remote || command.isRemote()) commands.add(command);
    return commands;
  }

  static List<String> names(List<Subcommand> commands) {
    List<String> names = new ArrayList<>();
    for (Subcommand command : commands) names.add(command.commandName);
    return names;
  }
}
