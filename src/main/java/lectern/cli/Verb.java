package lectern.cli;

import java.util.EnumSet;
import java.util.Set;

/** Every command there is, and the options it takes. */
enum Verb {
  READ(
      "read",
      "[SOURCE]",
      "read the posts of a folder, a file, or - (standard input), full screen",
      Flag.CHOICE,
      EnumSet.of(Flag.WIDTH, Flag.LINEAR)),
  SHOW(
      "show",
      "[POST|FILE|-]...",
      "print posts, one after the other",
      EnumSet.noneOf(Flag.class),
      EnumSet.of(
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
      EnumSet.of(Flag.WIDTH, Flag.JSON, Flag.TSV, Flag.UNREAD, Flag.PLAIN)),
  TAGS(
      "tags",
      "",
      "print the tags with their counts",
      Flag.CHOICE,
      EnumSet.of(Flag.WIDTH, Flag.JSON, Flag.TSV, Flag.PLAIN)),
  CHECK(
      "check",
      "[SOURCE]",
      "say what is wrong with the posts: file:line:column: problem",
      EnumSet.noneOf(Flag.class),
      EnumSet.noneOf(Flag.class)),
  CONFIG(
      "config",
      "",
      "print the configuration in force",
      EnumSet.noneOf(Flag.class),
      EnumSet.noneOf(Flag.class)),
  SERVE(
      "serve",
      "",
      "the same reader for others, over SSH",
      EnumSet.of(
          Flag.DRAFTS,
          Flag.HOST,
          Flag.PORT,
          Flag.HOST_KEY,
          Flag.AUTHORIZED_KEYS,
          Flag.NAME,
          Flag.MAX_READERS),
      EnumSet.of(Flag.MAX_PER_ADDRESS, Flag.IDLE, Flag.MAX_TIME, Flag.METRICS, Flag.PROXY_FROM)),
  HELP(
      "help",
      "[COMMAND]",
      "say more about a command",
      EnumSet.noneOf(Flag.class),
      EnumSet.noneOf(Flag.class));

  final String word;
  final String arguments;
  final String meaning;
  final Set<Flag> flags;

  Verb(String word, String arguments, String meaning, Set<Flag> some, Set<Flag> more) {
    this.word = word;
    this.arguments = arguments;
    this.meaning = meaning;
    this.flags = EnumSet.copyOf(Flag.EVERYWHERE);
    flags.addAll(some);
    flags.addAll(more);
  }

  static Verb of(String word) {
    for (Verb verb : values()) if (verb.word.equals(word)) return verb;
    return null;
  }
}
