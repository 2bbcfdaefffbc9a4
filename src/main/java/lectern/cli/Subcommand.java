package lectern.cli;

import java.util.ArrayList;
import java.util.List;

/** Every command there is, and the options it takes. */
enum Subcommand {
  READ(
      "read",
      "[SOURCE]",
      "read the posts of a folder, a file, or - (standard input), full screen",
      Flag.CHOICE,
      List.of(Flag.WIDTH, Flag.LINEAR)),
  SHOW(
      "show",
      "[POST|FILE|-]...",
      "print posts, one after the other",
      List.of(),
      List.of(
          Flag.WIDTH,
          Flag.PLAIN,
          Flag.RAW,
          Flag.MARKDOWN,
          Flag.CODE,
          Flag.SECTION,
          Flag.TOC,
          Flag.JSON,
          Flag.DRAFTS)),
  LIST(
      "list",
      "",
      "print the list",
      Flag.CHOICE,
      List.of(Flag.WIDTH, Flag.JSON, Flag.TSV, Flag.UNREAD, Flag.PLAIN)),
  TAGS(
      "tags",
      "",
      "print the tags with their counts",
      Flag.CHOICE,
      List.of(Flag.WIDTH, Flag.JSON, Flag.TSV, Flag.PLAIN)),
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
          Flag.DRAFTS,
          Flag.HOST,
          Flag.PORT,
          Flag.HOST_KEY,
          Flag.AUTHORIZED_KEYS,
          Flag.NAME,
          Flag.MAX_READERS),
      List.of(
          Flag.MAX_PER_ADDRESS,
          Flag.IDLE,
          Flag.MAX_TIME,
          Flag.METRICS,
          Flag.PROXY_FROM,
          Flag.STDIO)),
  HELP("help", "[COMMAND]", "say more about a command", List.of(), List.of());

  final String word;
  final String arguments;
  final String meaning;

  /** In the order of {@link Flag}. A list, not an EnumSet: that one reflects when first used. */
  final List<Flag> flags = new ArrayList<>();

  Subcommand(String word, String arguments, String meaning, List<Flag> some, List<Flag> more) {
    this.word = word;
    this.arguments = arguments;
    this.meaning = meaning;
    for (Flag flag : Flag.values()) {
      if (Flag.EVERYWHERE.contains(flag) || some.contains(flag) || more.contains(flag))
        flags.add(flag);
    }
  }

  static Subcommand of(String word) {
    for (Subcommand verb : values()) if (verb.word.equals(word)) return verb;
    return null;
  }
}
