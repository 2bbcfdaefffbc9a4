package lectern.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.post.DateParser;
import lectern.post.PostDate;
import lectern.post.Query;
import lectern.text.Sanitizer;
import lectern.userdata.UserFiles;
import org.apache.commons.cli.CommandLine;

/** A command line, understood. */
final class Invocation {
  final Subcommand command;
  final List<String> arguments;
  private final CommandLine parsedOptions;
  private final CommandContext context;

  private Invocation(
      Subcommand verb, List<String> arguments, CommandLine line, CommandContext around) {
    this.command = verb;
    this.arguments = arguments;
    this.parsedOptions = line;
    this.context = around;
  }

  /**
   * @throws UsageException saying what was meant, where something near is known
   */
  static Invocation of(List<String> words, CommandContext around) {
    int at = ArgumentParser.indexOfCommand(words);
    Subcommand verb = at < 0 ? Subcommand.READ : Subcommand.of(words.get(at));
    List<String> rest = new ArrayList<>(words);
    if (at >= 0) rest.remove(at);
    CommandLine line = ArgumentParser.parse(verb, rest);
    if (verb.argumentSyntax.isEmpty() && !line.getArgList().isEmpty())
      throw new UsageException(
          unexpectedArgumentMessage(verb, line.getArgList().getFirst(), around));
    if (around.isRemote() && line.hasOption(CliOption.POSTS.longName))
      throw new UsageException(
          "option --posts: not over SSH, where the folder is its owner's to choose");
    return new Invocation(verb, line.getArgList(), line, around);
  }

  private static String unexpectedArgumentMessage(
      Subcommand verb, String word, CommandContext around) {
    String more = around.isRemote() ? "; show prints a post" : "; name the folder with -C";
    return verb.commandName
        + ": takes no \""
        + Sanitizer.sanitize(word)
        + "\""
        + (verb == Subcommand.CONFIG ? "" : more);
  }

  boolean hasOption(CliOption flag) {
    return parsedOptions.hasOption(flag.longName);
  }

  String optionValue(CliOption flag) {
    return parsedOptions.getOptionValue(flag.longName);
  }

  String optionValue(CliOption flag, String otherwise) {
    String value = optionValue(flag);
    return value == null ? otherwise : value;
  }

  /**
   * @throws UsageException when it is no whole number from least to most
   */
  int intValue(CliOption flag, int least, int most, int otherwise) {
    String value = optionValue(flag);
    if (value == null) return otherwise;
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= least && number <= most) return number;
    } catch (NumberFormatException none) {
      // said below
    }
    throw new UsageException(
        "option --"
            + flag.longName
            + ": \""
            + Sanitizer.sanitize(value)
            + "\" is not a number from "
            + least
            + " to "
            + most);
  }

  String colorMode() {
    String when = optionValue(CliOption.COLOR, "auto");
    if (when.equals("auto") || when.equals("always") || when.equals("never")) return when;
    throw new UsageException(
        "option --color: \"" + Sanitizer.sanitize(when) + "\" is none of auto, always, never");
  }

  /** Which posts are asked for. */
  Query query() {
    Query query =
        Query.ALL
            .withDrafts(hasOption(CliOption.DRAFTS))
            .withReverse(hasOption(CliOption.REVERSE))
            .withLimit(intValue(CliOption.LIMIT, 0, Integer.MAX_VALUE, 0));
    String[] tags = parsedOptions.getOptionValues(CliOption.TAG.longName);
    if (tags != null) for (String tag : tags) query = addTag(query, tag);
    return query.withSort(sortOrder()).withSince(sinceDate());
  }

  private static Query addTag(Query query, String argument) {
    Query tagged = query.withTagArgument(argument);
    boolean same = tagged.anyOf().equals(query.anyOf()) && tagged.noneOf().equals(query.noneOf());
    if (same)
      throw new UsageException(
          "option --tag: \"" + Sanitizer.sanitize(argument) + "\" names no tag");
    return tagged;
  }

  /**
   * @throws UsageException when more than one of these options is given
   */
  void requireAtMostOne(CliOption... flags) {
    CliOption first = null;
    for (CliOption flag : flags) {
      if (!command.options.contains(flag) || !hasOption(flag)) continue;
      if (first != null)
        throw new UsageException(
            "option --" + flag.longName + ": does not go with --" + first.longName);
      first = flag;
    }
  }

  private Query.Sort sortOrder() {
    String by = optionValue(CliOption.SORT, "date");
    return switch (by) {
      case "date" -> Query.Sort.DATE;
      case "title" -> Query.Sort.TITLE;
      case "updated" -> Query.Sort.UPDATED;
      default ->
          throw new UsageException(
              "option --sort: \"" + Sanitizer.sanitize(by) + "\" is none of date, title, updated");
    };
  }

  private java.time.LocalDate sinceDate() {
    String text = optionValue(CliOption.SINCE);
    if (text == null) return null;
    PostDate moment = DateParser.parse(text);
    if (moment == null)
      throw new UsageException(
          "option --since: \""
              + Sanitizer.sanitize(text)
              + "\" is not a date; write it as 2026-01-31");
    return moment.day();
  }

  /**
   * The folders of posts: {@code -C}, else {@code $LECTERN_POSTS}, else those of the configuration,
   * else ./posts, else the current folder.
   */
  List<Path> postFolders() {
    if (context.isRemote()) return List.of(context.workingDirectory());
    if (hasOption(CliOption.POSTS)) return List.of(resolvePath(optionValue(CliOption.POSTS)));
    String named = context.env().getOrDefault("LECTERN_POSTS", "");
    if (!named.isEmpty()) return List.of(resolvePath(named));
    if (UserFiles.hasConfig(context.env())) {
      List<Path> own = new ArrayList<>();
      for (String folder : UserFiles.of(context.env()).readConfig().folders())
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

  Path resolvePath(String word) {
    try {
      return context.workingDirectory().resolve(word);
    } catch (InvalidPathException e) {
      throw new UsageException("\"" + Sanitizer.sanitize(word) + "\": no file can be called so");
    }
  }
}
