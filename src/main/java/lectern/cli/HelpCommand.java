package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lectern.text.DidYouMean;
import lectern.text.Sanitizer;

/** {@code lectern help}, {@code --help}: made from the tables of commands and options. */
final class HelpCommand {
  private static final int DESCRIPTION_COLUMN = 30;

  /** The commands for readers over SSH. */
  private static final List<Subcommand> REMOTE_COMMANDS =
      List.of(Subcommand.SHOW, Subcommand.LIST, Subcommand.TAGS, Subcommand.HELP);

  private HelpCommand() {}

  static int run(Invocation call, CommandContext around) throws IOException {
    if (call.arguments.isEmpty()) return printOverview(around);
    String word = call.arguments.getFirst();
    List<Subcommand> known = around.isRemote() ? REMOTE_COMMANDS : List.of(Subcommand.values());
    Subcommand verb = Subcommand.of(word);
    if (verb == null || !known.contains(verb)) {
      String near = DidYouMean.suggest(word, known.stream().map(v -> v.commandName).toList());
      throw new UsageException(
          "help: there is no command "
              + Sanitizer.sanitize(word)
              + (near == null ? "" : "; did you mean " + near + "?"));
    }
    return printCommandHelp(verb, around);
  }

  static int printOverview(CommandContext around) throws IOException {
    return print(around.isRemote() ? remoteOverviewText() : printOverview(), around);
  }

  static int printCommandHelp(Subcommand verb, CommandContext around) throws IOException {
    boolean drafts = !around.isRemote() || around.remoteReader().liveCatalog().includesDrafts();
    StringBuilder out = new StringBuilder(around.isRemote() ? "ssh HOST " : "lectern ");
    if (verb != Subcommand.READ) out.append(verb.commandName).append(' ');
    out.append("[OPTIONS] ")
        .append(around.isRemote() ? remoteArgumentSyntax(verb) : verb.argumentSyntax);
    while (out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
    out.append("\n  ").append(verb.description).append("\n\n");
    for (CliOption flag : CliOption.values()) {
      boolean here =
          !around.isRemote() || flag != CliOption.POSTS && (drafts || flag != CliOption.DRAFTS);
      if (here && verb.options.contains(flag)) appendRow(out, flag.usage(), flag.description);
    }
    return print(out.toString(), around);
  }

  static int print(String text, CommandContext around) throws IOException {
    around.out().write(text.getBytes(StandardCharsets.UTF_8));
    return 0;
  }

  private static String printOverview() {
    StringBuilder out = new StringBuilder("lectern reads posts in a terminal.\n\n");
    for (Subcommand verb : Subcommand.values())
      appendRow(
          out,
          "lectern "
              + (verb == Subcommand.READ ? "" : verb.commandName + " ")
              + verb.argumentSyntax,
          verb.description);
    out.append("\nOptions of reading and listing:\n");
    for (CliOption flag : Subcommand.READ.options) appendRow(out, flag.usage(), flag.description);
    out.append("\nlectern help COMMAND says more; inside, ? lists the keys.\n");
    return out.toString();
  }

  /** What there is for a reader over SSH. */
  private static String remoteOverviewText() {
    StringBuilder out = new StringBuilder("Posts to read in a terminal, over SSH.\n\n");
    appendRow(out, "ssh HOST", "read them, full screen");
    for (Subcommand verb : REMOTE_COMMANDS)
      appendRow(
          out, "ssh HOST " + verb.commandName + " " + remoteArgumentSyntax(verb), verb.description);
    out.append("\nOptions of list and tags:\n");
    for (CliOption flag : CliOption.QUERY_OPTIONS)
      if (flag != CliOption.DRAFTS) appendRow(out, flag.usage(), flag.description);
    return out.append("\nssh HOST help COMMAND says more; on the screen, ? lists the keys.\n")
        .toString();
  }

  /** There are no files from afar. */
  private static String remoteArgumentSyntax(Subcommand verb) {
    return verb == Subcommand.SHOW ? "POST..." : verb.argumentSyntax;
  }

  private static void appendRow(StringBuilder out, String left, String right) {
    String head = "  " + left.strip();
    if (left.startsWith(" ")) head = "  " + left;
    out.append(head);
    if (head.length() > DESCRIPTION_COLUMN - 2)
      out.append('\n').append(" ".repeat(DESCRIPTION_COLUMN));
    else out.append(" ".repeat(DESCRIPTION_COLUMN - head.length()));
    out.append(right).append('\n');
  }
}
