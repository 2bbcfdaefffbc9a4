package lectern.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lectern.cli.ArgumentParser.GivenOption;
import lectern.post.DateParser;
import lectern.post.PostDate;
import lectern.post.Query;
import lectern.ssh.ReaderService;
import lectern.userdata.Setting;
import lectern.userdata.UserFiles;
import org.jspecify.annotations.Nullable;

/** A parsed command line. */
final class Invocation {
  /** Columns. */
  static final int MAX_WIDTH = 100_000;

  final Subcommand command;
  final List<String> arguments;
  private final List<GivenOption> options;
  private final CommandContext context;

  /**
   * @throws UsageException when it cannot be understood, or is not for readers over SSH
   */
  Invocation(List<String> args, CommandContext context) {
    ArgumentParser parser = new ArgumentParser(args);
    this.command = parser.command();
    this.arguments = parser.arguments();
    this.context = context;
    if (context.isRemote() && !command.isRemote() && !parser.asksForHelp())
      throw new UsageException(
          "only reading is possible here: "
              + String.join(", ", Subcommand.names(Subcommand.availableTo(true))),
          ReaderService.COMMAND_NOT_FOUND);
    this.options = parser.validOptions();
    if (command.argumentSyntax.isEmpty() && !arguments.isEmpty())
      throw new UsageException(unexpectedArgumentMessage(arguments.getFirst()));
    if (context.isRemote() && hasOption(CliOption.POSTS))
      throw new UsageException(
          "option --posts: not over SSH, where the folder is its owner's to choose");
  }

  private String unexpectedArgumentMessage(String argument) {
    String hint = context.isRemote() ? "; show prints a post" : "; name the folder with -C";
    if (command == Subcommand.CONFIG) hint = "";
    return command.commandName + ": takes no \"" + argument + "\"" + hint;
  }

  boolean hasOption(CliOption option) {
    for (GivenOption given : options) if (given.option() == option) return true;
    return false;
  }

  /**
   * @return the value given last, else the option's default, if it has one
   */
  @Nullable String optionValue(CliOption option) {
    String value = option.defaultValue;
    for (GivenOption given : options) if (given.option() == option) value = given.value();
    return value;
  }

  /** The value of an option that has a default. */
  String valueOrDefault(CliOption option) {
    return Objects.requireNonNull(optionValue(option));
  }

  /**
   * @return 0 where the option is not given and has no default
   * @throws UsageException when the value is no whole number from min to max
   */
  int intValue(CliOption option, int min, int max) {
    String value = optionValue(option);
    if (value == null) return 0;
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= min && number <= max) return number;
    } catch (NumberFormatException none) {
      // falls through to the error below
    }
    throw invalidValue(option, "is not a number from " + min + " to " + max);
  }

  /** Columns of text as {@code --width} gives them; 0: do not wrap. */
  int width() {
    return intValue(CliOption.WIDTH, 0, MAX_WIDTH);
  }

  /**
   * @param problem what is wrong with the value, as {@code is not a date}
   */
  UsageException invalidValue(CliOption option, String problem) {
    return invalidValue(option, optionValue(option), problem);
  }

  static UsageException invalidValue(CliOption option, @Nullable String value, String problem) {
    return new UsageException("option --" + option.longName + ": \"" + value + "\" " + problem);
  }

  /** {@code auto}, {@code always} or {@code never}. */
  String colorMode() {
    String when = optionValue(CliOption.COLOR);
    if (when == null) return "auto";
    if (when.equals("auto") || when.equals("always") || when.equals("never")) return when;
    throw invalidValue(CliOption.COLOR, "is none of auto, always, never");
  }

  /** Which posts are asked for. */
  Query query() {
    Query query =
        Query.ALL
            .withDrafts(hasOption(CliOption.DRAFTS))
            .withReverse(hasOption(CliOption.REVERSE))
            .withLimit(intValue(CliOption.LIMIT, 0, Integer.MAX_VALUE));
    for (GivenOption given : options)
      if (given.option() == CliOption.TAG && given.value() != null)
        query = addTag(query, given.value());
    return query.withSort(sortOrder()).withSince(sinceDate());
  }

  private static Query addTag(Query query, String argument) {
    Query tagged = query.withTagArgument(argument);
    boolean same = tagged.anyOf().equals(query.anyOf()) && tagged.noneOf().equals(query.noneOf());
    if (same) throw invalidValue(CliOption.TAG, argument, "names no tag");
    return tagged;
  }

  /**
   * @throws UsageException when more than one of these options is given
   */
  void requireAtMostOne(CliOption... exclusive) {
    CliOption first = null;
    for (CliOption option : exclusive) {
      if (!hasOption(option)) continue;
      if (first != null)
        throw new UsageException(
            "option --" + option.longName + ": does not go with --" + first.longName);
      first = option;
    }
  }

  private Query.Sort sortOrder() {
    String by = optionValue(CliOption.SORT);
    if (by == null) return Query.Sort.DATE;
    return switch (by) {
      case "date" -> Query.Sort.DATE;
      case "title" -> Query.Sort.TITLE;
      case "updated" -> Query.Sort.UPDATED;
      case "weight" -> Query.Sort.WEIGHT;
      default -> throw invalidValue(CliOption.SORT, "is none of date, title, updated, weight");
    };
  }

  private @Nullable LocalDate sinceDate() {
    String text = optionValue(CliOption.SINCE);
    if (text == null) return null;
    PostDate date = DateParser.parse(text);
    if (date == null) throw invalidValue(CliOption.SINCE, "is not a date; write it as 2026-01-31");
    return date.day();
  }

  /**
   * The folders of posts: {@code -C}, else {@code $LECTERN_POSTS}, else those of the configuration,
   * else ./posts, else the current folder.
   */
  List<Path> postFolders() {
    String given = optionValue(CliOption.POSTS);
    if (given != null) return List.of(resolvePath(given));
    String named = context.env().getOrDefault("LECTERN_POSTS", "");
    if (!named.isEmpty()) return List.of(resolvePath(named));
    if (UserFiles.hasConfig(context.env())) {
      List<Path> own = new ArrayList<>();
      for (String folder : UserFiles.of(context.env()).readConfig().get(Setting.POSTS))
        own.add(resolveFromHome(folder));
      if (!own.isEmpty()) return own;
    }
    return List.of(defaultFolder());
  }

  /** Where posts are looked for when nothing names a folder. */
  Path defaultFolder() {
    Path below = context.workingDirectory().resolve("posts");
    return Files.isDirectory(below) ? below : context.workingDirectory();
  }

  /** {@code ~/blog}; what a configuration names without a slash lies below the home folder too. */
  private Path resolveFromHome(String folder) {
    String home = context.env().getOrDefault("HOME", "");
    if (folder.equals("~") && !home.isEmpty()) return resolvePath(home);
    String rest = folder.startsWith("~/") ? folder.substring(2) : folder;
    return resolvePath(home.isEmpty() || rest.startsWith("/") ? rest : home + "/" + rest);
  }

  /**
   * @throws UsageException when this can be no path
   */
  Path resolvePath(String name) {
    try {
      return context.workingDirectory().resolve(name);
    } catch (InvalidPathException e) {
      throw new UsageException("\"" + name + "\": no file can be called so");
    }
  }
}
