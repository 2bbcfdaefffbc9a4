package lectern.cli;

import java.util.List;

/** Every option there is: the parser, help, and README's table are made from this. */
enum CliOption {
  POSTS("C", "posts", "DIR", "the folder of posts (default: $LECTERN_POSTS, else ./posts, else .)"),
  TAG(
      "t",
      "tag",
      "TAG",
      "only posts with the tag; again for \"and\", a,b for \"or\", !a for \"without\""),
  DRAFTS(null, "drafts", null, "drafts too"),
  UNREAD(null, "unread", null, "only posts not read yet"),
  SORT(null, "sort", "BY", "date (newest first), title or updated"),
  REVERSE(null, "reverse", null, "the other way round"),
  SINCE(null, "since", "DATE", "only posts from this day on"),
  LIMIT("n", "limit", "N", "at most so many"),
  WIDTH("w", "width", "COLUMNS", "columns of text; 0: do not wrap"),
  COLOR(null, "color", "WHEN", "auto, always or never"),
  THEME(null, "theme", "NAME", "how it looks"),
  JSON(null, "json", null, "one JSON document"),
  TSV(null, "tsv", null, "stable columns separated by tabs, no header"),
  PLAIN(null, "plain", null, "no styles, even on a terminal"),
  RAW(null, "raw", null, "the file as it is, byte for byte"),
  MARKDOWN(null, "markdown", null, "the text without its front matter"),
  CODE(null, "code", "[N]", "only the code blocks, or the Nth, exactly as written"),
  SECTION(null, "section", "HEADING", "only that section"),
  TOC(null, "toc", null, "the outline"),
  LINEAR(null, "linear", null, "numbered lists and prompts instead of a screen"),
  HOST(null, "host", "ADDRESS", "where to listen (default 127.0.0.1)"),
  PORT(null, "port", "N", "the port (default 2222)"),
  HOST_KEY(null, "host-key", "FILE", "the server's key; made on first start"),
  AUTHORIZED_KEYS(null, "authorized-keys", "FILE", "only readers with one of these keys"),
  NAME(null, "name", "TITLE", "what the place is called"),
  MAX_READERS(null, "max-readers", "N", "readers at once (default 500)"),
  MAX_PER_ADDRESS(null, "max-per-address", "N", "readers at once from one address (default 20)"),
  IDLE(null, "idle", "TIME", "a reader who types nothing is let go (default 30m)"),
  MAX_TIME(null, "max-time", "TIME", "the longest visit (default 12h)"),
  METRICS(null, "metrics", "HOST:PORT", "metrics for Prometheus, /healthz and /readyz"),
  PROXY_FROM(null, "proxy-from", "CIDR", "balancers whose PROXY protocol is believed"),
  STDIO(null, "stdio", null, "serve one reader on standard input and output, for ForceCommand"),
  HELP("h", "help", null, "this help"),
  VERSION(null, "version", null, "the version");

  final String shortName;
  final String longName;
  final String valueName;
  final String description;

  CliOption(String letter, String word, String argument, String meaning) {
    this.shortName = letter;
    this.longName = word;
    this.valueName = argument;
    this.description = meaning;
  }

  /** {@code -C, --posts DIR}. */
  String usage() {
    String name = (shortName == null ? "    " : "-" + shortName + ", ") + "--" + longName;
    return valueName == null ? name : name + (valueName.startsWith("[") ? " " : " ") + valueName;
  }

  static final List<CliOption> COMMON_OPTIONS = List.of(POSTS, COLOR, THEME, HELP, VERSION);
  static final List<CliOption> QUERY_OPTIONS = List.of(TAG, DRAFTS, SORT, REVERSE, SINCE, LIMIT);
}
