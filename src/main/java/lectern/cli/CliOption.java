package lectern.cli;

import static lectern.cli.Subcommand.CHECK;
import static lectern.cli.Subcommand.LIST;
import static lectern.cli.Subcommand.READ;
import static lectern.cli.Subcommand.SERVE;
import static lectern.cli.Subcommand.SHOW;
import static lectern.cli.Subcommand.TAGS;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one table of options: the parser, help and README are made from it. */
enum CliOption {
  POSTS("-C, --posts DIR", "the folder of posts (default: $LECTERN_POSTS, else ./posts, else .)"),
  TAG(
      "-t, --tag TAG",
      "only posts with the tag; again for \"and\", a,b for \"or\", !a for \"without\"",
      READ,
      LIST,
      TAGS),
  DRAFTS("--drafts", "drafts too", READ, SHOW, LIST, TAGS, SERVE),
  UNREAD("--unread", "only posts not read yet", LIST),
  SORT("--sort BY", "date (newest first), title, updated or weight", READ, LIST, TAGS),
  REVERSE("--reverse", "the other way round", READ, LIST, TAGS),
  SINCE("--since DATE", "only posts from this day on", READ, LIST, TAGS),
  LIMIT("-n, --limit N", "at most so many", READ, LIST, TAGS),
  WIDTH("-w, --width COLUMNS", "columns of text; 0: do not wrap", READ, SHOW, LIST, TAGS),
  COLOR("--color WHEN", "auto, always or never"),
  THEME("--theme NAME", "how it looks"),
  JSON("--json", "one JSON document", SHOW, LIST, TAGS, CHECK),
  TSV("--tsv", "stable columns separated by tabs, no header", LIST, TAGS),
  PLAIN("--plain", "no styles, even on a terminal", SHOW, LIST, TAGS),
  RAW("--raw", "the file as it is, byte for byte", SHOW),
  MARKDOWN("--markdown", "the text without its front matter", SHOW),
  CODE("--code [N]", "only the code blocks, or the Nth, exactly as written", SHOW),
  SECTION("--section HEADING", "only that section", SHOW),
  TOC("--toc", "the outline", SHOW),
  STRICT("--strict", "hints count as problems", CHECK),
  LINEAR("--linear", "numbered lists and prompts instead of a screen", READ),
  HOST("--host ADDRESS", "where to listen", "127.0.0.1", SERVE),
  PORT("--port N", "the port", "2222", SERVE),
  HOST_KEY("--host-key FILE", "the server's key; made on first start", SERVE),
  AUTHORIZED_KEYS("--authorized-keys FILE", "only readers with one of these keys", SERVE),
  NAME("--name TITLE", "what the place is called", SERVE),
  MAX_READERS("--max-readers N", "readers at once", "500", SERVE),
  MAX_PER_ADDRESS("--max-per-address N", "readers at once from one address", "20", SERVE),
  IDLE("--idle TIME", "a reader who types nothing is let go", "30m", SERVE),
  MAX_TIME("--max-time TIME", "the longest visit", "12h", SERVE),
  METRICS("--metrics HOST:PORT", "metrics for Prometheus, /healthz and /readyz", SERVE),
  PROXY_FROM("--proxy-from CIDR", "balancers whose PROXY protocol is believed", SERVE),
  STDIO("--stdio", "serve one reader on standard input and output, for ForceCommand", SERVE),
  HELP("-h, --help", "this help"),
  VERSION("--version", "the version");

  /** As help shows it: {@code -C, --posts DIR}. */
  final String usage;

  /** 0: it has none. */
  private final char shortName;

  final String longName;

  /** Placeholder of the value, if it takes one; in brackets when optional. */
  final @Nullable String valueName;

  final String description;

  /** Its value where it is not given. */
  final @Nullable String defaultValue;

  private final List<Subcommand> commands;

  CliOption(String usage, String description, Subcommand... commands) {
    this(usage, description, null, commands);
  }

  /**
   * @param usage the names and the placeholder of the value, as {@link #usage} without indentation
   * @param commands that take it; none: all do
   */
  CliOption(
      String usage, String description, @Nullable String defaultValue, Subcommand... commands) {
    boolean hasLetter = !usage.startsWith("--");
    int value = usage.indexOf(' ', usage.indexOf("--"));
    this.usage = hasLetter ? usage : "    " + usage;
    this.shortName = hasLetter ? usage.charAt(1) : 0;
    this.longName = usage.substring(hasLetter ? 6 : 2, value < 0 ? usage.length() : value);
    this.valueName = value < 0 ? null : usage.substring(value + 1);
    this.description =
        defaultValue == null ? description : description + " (default " + defaultValue + ")";
    this.defaultValue = defaultValue;
    this.commands = List.of(commands);
  }

  boolean isFor(Subcommand command) {
    return commands.isEmpty() || commands.contains(command);
  }

  static @Nullable CliOption ofLongName(String name) {
    for (CliOption option : values()) if (option.longName.equals(name)) return option;
    return null;
  }

  static @Nullable CliOption ofShortName(char letter) {
    for (CliOption option : values()) if (option.shortName == letter && letter != 0) return option;
    return null;
  }

  boolean hasOptionalValue() {
    return valueName != null && valueName.startsWith("[");
  }
}
