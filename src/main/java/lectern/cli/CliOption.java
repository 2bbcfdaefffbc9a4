package lectern.cli;

import static lectern.cli.Subcommand.LIST;
import static lectern.cli.Subcommand.READ;
import static lectern.cli.Subcommand.SERVE;
import static lectern.cli.Subcommand.SHOW;
import static lectern.cli.Subcommand.TAGS;

import java.util.List;

/** The one table of options: the parser, help and README are made from it. */
enum CliOption {
  POSTS("C", "posts", "DIR", "the folder of posts (default: $LECTERN_POSTS, else ./posts, else .)"),
  TAG(
      "t",
      "tag",
      "TAG",
      "only posts with the tag; again for \"and\", a,b for \"or\", !a for \"without\"",
      READ,
      LIST,
      TAGS),
  DRAFTS(null, "drafts", null, "drafts too", READ, SHOW, LIST, TAGS, SERVE),
  UNREAD(null, "unread", null, "only posts not read yet", LIST),
  SORT(null, "sort", "BY", "date (newest first), title or updated", READ, LIST, TAGS),
  REVERSE(null, "reverse", null, "the other way round", READ, LIST, TAGS),
  SINCE(null, "since", "DATE", "only posts from this day on", READ, LIST, TAGS),
  LIMIT("n", "limit", "N", "at most so many", READ, LIST, TAGS),
  WIDTH("w", "width", "COLUMNS", "columns of text; 0: do not wrap", READ, SHOW, LIST, TAGS),
  COLOR(null, "color", "WHEN", "auto, always or never"),
  THEME(null, "theme", "NAME", "how it looks"),
  JSON(null, "json", null, "one JSON document", SHOW, LIST, TAGS),
  TSV(null, "tsv", null, "stable columns separated by tabs, no header", LIST, TAGS),
  PLAIN(null, "plain", null, "no styles, even on a terminal", SHOW, LIST, TAGS),
  RAW(null, "raw", null, "the file as it is, byte for byte", SHOW),
  MARKDOWN(null, "markdown", null, "the text without its front matter", SHOW),
  CODE(null, "code", "[N]", "only the code blocks, or the Nth, exactly as written", SHOW),
  SECTION(null, "section", "HEADING", "only that section", SHOW),
  TOC(null, "toc", null, "the outline", SHOW),
  LINEAR(null, "linear", null, "numbered lists and prompts instead of a screen", READ),
  HOST(null, "host", "ADDRESS", "where to listen", "127.0.0.1", SERVE),
  PORT(null, "port", "N", "the port", "2222", SERVE),
  HOST_KEY(null, "host-key", "FILE", "the server's key; made on first start", SERVE),
  AUTHORIZED_KEYS(null, "authorized-keys", "FILE", "only readers with one of these keys", SERVE),
  NAME(null, "name", "TITLE", "what the place is called", SERVE),
  MAX_READERS(null, "max-readers", "N", "readers at once", "500", SERVE),
  MAX_PER_ADDRESS(null, "max-per-address", "N", "readers at once from one address", "20", SERVE),
  IDLE(null, "idle", "TIME", "a reader who types nothing is let go", "30m", SERVE),
  MAX_TIME(null, "max-time", "TIME", "the longest visit", "12h", SERVE),
  METRICS(null, "metrics", "HOST:PORT", "metrics for Prometheus, /healthz and /readyz", SERVE),
  PROXY_FROM(null, "proxy-from", "CIDR", "balancers whose PROXY protocol is believed", SERVE),
  STDIO(
      null,
      "stdio",
      null,
      "serve one reader on standard input and output, for ForceCommand",
      SERVE),
  HELP("h", "help", null, "this help"),
  VERSION(null, "version", null, "the version");

  final String shortName;
  final String longName;

  /** What its value is called; in brackets when it may be left out; null: it takes none. */
  final String valueName;

  final String description;

  /** Its value where it is not given; null: none. */
  final String defaultValue;

  private final List<Subcommand> commands;

  /**
   * @param commands that take it; none: all do
   */
  CliOption(
      String shortName,
      String longName,
      String valueName,
      String description,
      Subcommand... commands) {
    this(shortName, longName, valueName, description, null, commands);
  }

  CliOption(
      String shortName,
      String longName,
      String valueName,
      String description,
      String defaultValue,
      Subcommand... commands) {
    this.shortName = shortName;
    this.longName = longName;
    this.valueName = valueName;
    this.description =
        defaultValue == null ? description : description + " (default " + defaultValue + ")";
    this.defaultValue = defaultValue;
    this.commands = List.of(commands);
  }

  boolean isFor(Subcommand command) {
    return commands.isEmpty() || commands.contains(command);
  }

  /**
   * @return null when no option has this name
   */
  static CliOption ofLongName(String name) {
    for (CliOption option : values()) if (option.longName.equals(name)) return option;
    return null;
  }

  /**
   * @return null when no option has this letter
   */
  static CliOption ofShortName(char letter) {
    for (CliOption option : values())
      if (option.shortName != null && option.shortName.charAt(0) == letter) return option;
    return null;
  }

  boolean hasOptionalValue() {
    return valueName != null && valueName.startsWith("[");
  }

  /** {@code -C, --posts DIR}. */
  String usage() {
    String name = (shortName == null ? "    " : "-" + shortName + ", ") + "--" + longName;
    return valueName == null ? name : name + " " + valueName;
  }
}
