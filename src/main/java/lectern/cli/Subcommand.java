package lectern.cli;

import java.util.ArrayList;
import java.util.List;

/** Every command there is, and the options it takes. */
enum Subcommand {
  READ(
      "read",
      "[SOURCE]",
      "read the posts of a folder, a file, or - (standard input), full screen",
      CliOption.CHOICE,
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
      CliOption.CHOICE,
      List.of(CliOption.WIDTH, CliOption.JSON, CliOption.TSV, CliOption.UNREAD, CliOption.PLAIN)),
  TAGS(
      "tags",
      "",
      "print the tags with their counts",
      CliOption.CHOICE,
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

  final String word;
  final String arguments;
  final String meaning;

  /** In the order of {@link CliOption}. A list, not an EnumSet: that one reflects when first used. */
  final List<CliOption> flags = new ArrayList<>();

  Subcommand(String word, String arguments, String meaning, List<CliOption> some, List<CliOption> more) {
    this.word = word;
    this.arguments = arguments;
    this.meaning = meaning;
    for (CliOption flag : CliOption.values()) {
      if (CliOption.EVERYWHERE.contains(flag) || some.contains(flag) || more.contains(flag))
        flags.add(flag);
    }
  }

  static Subcommand of(String word) {
    for (Subcommand verb : values()) if (verb.word.equals(word)) return verb;
    return null;
  }
}
