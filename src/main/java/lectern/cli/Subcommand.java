package lectern.cli;

import java.util.ArrayList;
import java.util.List;

/** Every command there is, and the options it takes. */
enum Subcommand {
  READ(
      "read",
      "[SOURCE]",
      "read the posts of a folder, a file, or - (standard input), full screen",
      CliOption.QUERY_OPTIONS,
      List.of(CliOption.WIDTH, CliOption.LINEAR)),
  SHOW(
      "show",
      "[POST|FILE|-]...",
      "print posts, one after the other",
      List.of(),
      List.of(
          CliOption.WIDTH,
          CliOption.PLAIN,
          CliOption.RAW,
          CliOption.MARKDOWN,
          CliOption.CODE,
          CliOption.SECTION,
          CliOption.TOC,
          CliOption.JSON,
          CliOption.DRAFTS)),
  LIST(
      "list",
      "",
      "print the list",
      CliOption.QUERY_OPTIONS,
      List.of(CliOption.WIDTH, CliOption.JSON, CliOption.TSV, CliOption.UNREAD, CliOption.PLAIN)),
  TAGS(
      "tags",
      "",
      "print the tags with their counts",
      CliOption.QUERY_OPTIONS,
      List.of(CliOption.WIDTH, CliOption.JSON, CliOption.TSV, CliOption.PLAIN)),
  CHECK(
      "check",
      "[SOURCE]",
      "say what is wrong with the posts: file:line:column: problem",
      List.of(),
      List.of()),
  CONFIG("config", "", "print the configuration in force", List.of(), List.of()),
  SERVE(
      "serve",
      "",
      "the same reader for others, over SSH",
      List.of(
          CliOption.DRAFTS,
          CliOption.HOST,
          CliOption.PORT,
          CliOption.HOST_KEY,
          CliOption.AUTHORIZED_KEYS,
          CliOption.NAME,
          CliOption.MAX_READERS),
      List.of(
          CliOption.MAX_PER_ADDRESS,
          CliOption.IDLE,
          CliOption.MAX_TIME,
          CliOption.METRICS,
          CliOption.PROXY_FROM,
          CliOption.STDIO)),
  HELP("help", "[COMMAND]", "say more about a command", List.of(), List.of());

  final String commandName;
  final String argumentSyntax;
  final String description;

  /**
   * In the order of {@link CliOption}. A list, not an EnumSet: that one reflects when first used.
   */
  final List<CliOption> options = new ArrayList<>();

  Subcommand(
      String word, String arguments, String meaning, List<CliOption> some, List<CliOption> more) {
    this.commandName = word;
    this.argumentSyntax = arguments;
    this.description = meaning;
    for (CliOption flag : CliOption.values()) {
      if (CliOption.COMMON_OPTIONS.contains(flag) || some.contains(flag) || more.contains(flag))
        options.add(flag);
    }
  }

  static Subcommand of(String word) {
    for (Subcommand verb : values()) if (verb.commandName.equals(word)) return verb;
    return null;
  }
}
