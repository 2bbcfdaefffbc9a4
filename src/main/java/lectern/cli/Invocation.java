package lectern.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.home.UserFiles;
import lectern.post.DateParser;
import lectern.post.PostDate;
import lectern.post.Query;
import lectern.text.Sanitizer;
import org.apache.commons.cli.CommandLine;

/** A command line, understood. */
public final class Invocation {
  final Subcommand verb;
  final List<String> arguments;
  private final CommandLine line;
  private final CommandContext around;

  private Invocation(Subcommand verb, List<String> arguments, CommandLine line, CommandContext around) {
    this.verb = verb;
    this.arguments = arguments;
    this.line = line;
    this.around = around;
  }

  /**
   * @throws UsageException saying what was meant, where something near is known
   */
  static Invocation of(List<String> words, CommandContext around) {
    int at = ArgumentParser.verbIndex(words);
    Subcommand verb = at < 0 ? Subcommand.READ : Subcommand.of(words.get(at));
    List<String> rest = new ArrayList<>(words);
    if (at >= 0) rest.remove(at);
    CommandLine line = ArgumentParser.parse(verb, rest);
    if (verb.arguments.isEmpty() && !line.getArgList().isEmpty())
      throw new UsageException(surplus(verb, line.getArgList().getFirst(), around));
    if (around.afar() && line.hasOption(CliOption.POSTS.word))
      throw new UsageException("option --posts: not over SSH, where the folder is its owner's to choose");
    return new Invocation(verb, line.getArgList(), line, around);
  }

  private static String surplus(Subcommand verb, String word, CommandContext around) {
    String more = around.afar() ? "; show prints a post" : "; name the folder with -C";
    return verb.word
        + ": takes no \""
        + Sanitizer.sanitize(word)
        + "\""
        + (verb == Subcommand.CONFIG ? "" : more);
  }

  boolean has(CliOption flag) {
    return line.hasOption(flag.word);
  }

  String value(CliOption flag) {
    return line.getOptionValue(flag.word);
  }

  String value(CliOption flag, String otherwise) {
    String value = value(flag);
    return value == null ? otherwise : value;
  }

  /**
   * @throws UsageException when it is no whole number from least to most
   */
  int number(CliOption flag, int least, int most, int otherwise) {
    String value = value(flag);
    if (value == null) return otherwise;
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= least && number <= most) return number;
    } catch (NumberFormatException none) {
      // said below
    }
    throw new UsageException(
        "option --"
            + flag.word
            + ": \""
            + Sanitizer.sanitize(value)
            + "\" is not a number from "
            + least
            + " to "
            + most);
  }

  String color() {
    String when = value(CliOption.COLOR, "auto");
    if (when.equals("auto") || when.equals("always") || when.equals("never")) return when;
    throw new UsageException(
        "option --color: \"" + Sanitizer.sanitize(when) + "\" is none of auto, always, never");
  }

  /** Which posts are asked for. */
  Query query() {
    Query query =
        Query.ALL
            .withDrafts(has(CliOption.DRAFTS))
            .withReverse(has(CliOption.REVERSE))
            .withLimit(number(CliOption.LIMIT, 0, Integer.MAX_VALUE, 0));
    String[] tags = line.getOptionValues(CliOption.TAG.word);
    if (tags != null) for (String tag : tags) query = tagged(query, tag);
    return query.withSort(sort()).withSince(since());
  }

  private static Query tagged(Query query, String argument) {
    Query tagged = query.withTagArgument(argument);
    boolean same = tagged.anyOf().equals(query.anyOf()) && tagged.noneOf().equals(query.noneOf());
    if (same)
      throw new UsageException("option --tag: \"" + Sanitizer.sanitize(argument) + "\" names no tag");
    return tagged;
  }

  /**
   * @throws UsageException when more than one of these options is given
   */
  void oneOf(CliOption... flags) {
    CliOption first = null;
    for (CliOption flag : flags) {
      if (!verb.flags.contains(flag) || !has(flag)) continue;
      if (first != null)
        throw new UsageException("option --" + flag.word + ": does not go with --" + first.word);
      first = flag;
    }
  }

  private Query.Sort sort() {
    String by = value(CliOption.SORT, "date");
    return switch (by) {
      case "date" -> Query.Sort.DATE;
      case "title" -> Query.Sort.TITLE;
      case "updated" -> Query.Sort.UPDATED;
      default ->
          throw new UsageException(
              "option --sort: \"" + Sanitizer.sanitize(by) + "\" is none of date, title, updated");
    };
  }

  private java.time.LocalDate since() {
    String text = value(CliOption.SINCE);
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
  List<Path> posts() {
    if (around.afar()) return List.of(around.folder());
    if (has(CliOption.POSTS)) return List.of(path(value(CliOption.POSTS)));
    String named = around.env().getOrDefault("LECTERN_POSTS", "");
    if (!named.isEmpty()) return List.of(path(named));
    if (UserFiles.hasConfig(around.env())) {
      List<Path> own = new ArrayList<>();
      for (String folder : UserFiles.of(around.env()).readConfig().folders())
        own.add(atHome(folder));
      if (!own.isEmpty()) return own;
    }
    return List.of(here());
  }

  /** Where posts are looked for when nothing names a folder. */
  Path here() {
    Path below = around.folder().resolve("posts");
    return Files.isDirectory(below) ? below : around.folder();
  }

  /** {@code ~/blog}; what a configuration names without a slash lies below the home folder too. */
  private Path atHome(String folder) {
    String home = around.env().getOrDefault("HOME", "");
    if (folder.equals("~") && !home.isEmpty()) return path(home);
    String rest = folder.startsWith("~/") ? folder.substring(2) : folder;
    return path(home.isEmpty() || rest.startsWith("/") ? rest : home + "/" + rest);
  }

  Path path(String word) {
    try {
      return around.folder().resolve(word);
    } catch (InvalidPathException e) {
      throw new UsageException("\"" + Sanitizer.sanitize(word) + "\": no file can be called so");
    }
  }
}
