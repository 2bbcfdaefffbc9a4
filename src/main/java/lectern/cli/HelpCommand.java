package lectern.cli;

import java.io.IOException;
import java.util.List;
import lectern.serve.RemoteReader;
import lectern.text.DidYouMean;
import org.jspecify.annotations.Nullable;

/** {@code lectern help} and {@code --help}: made from the tables of commands and options. */
final class HelpCommand {
  private static final int DESCRIPTION_COLUMN = 30;

  private final CommandContext context;
  private final StringBuilder out = new StringBuilder();

  private HelpCommand(CommandContext context) {
    this.context = context;
  }

  static int run(Invocation invocation, CommandContext context) throws IOException {
    boolean all = invocation.arguments.isEmpty();
    return print(
        all ? null : findCommand(invocation.arguments.getFirst(), context.isRemote()), context);
  }

  /**
   * @param command none: an overview of all
   */
  static int print(@Nullable Subcommand command, CommandContext context) throws IOException {
    HelpCommand help = new HelpCommand(context);
    if (command == null) help.appendOverview();
    else help.appendCommand(command);
    context.print(help.out.toString());
    return ExitCode.OK;
  }

  private static Subcommand findCommand(String name, boolean remote) {
    List<Subcommand> known = Subcommand.availableTo(remote);
    Subcommand command = Subcommand.of(name);
    if (command != null && known.contains(command)) return command;
    String clause = DidYouMean.clause(name, Subcommand.names(known), "");
    throw new UsageException("help: there is no command " + name + clause);
  }

  private void appendCommand(Subcommand command) {
    out.append(synopsis(command, "[OPTIONS] "))
        .append("\n  ")
        .append(command.description)
        .append("\n\n");
    for (CliOption option : CliOption.values())
      if (option.isFor(command) && isAvailable(option)) appendRow(option.usage, option.description);
  }

  /** Readers over SSH name no folders, and drafts only where the server shows them. */
  private boolean isAvailable(CliOption option) {
    RemoteReader reader = context.remoteReader();
    if (reader == null) return true;
    return option != CliOption.POSTS
        && (option != CliOption.DRAFTS || reader.liveCatalog().includesDrafts());
  }

  /** {@code lectern show [POST|FILE|-]...}. */
  private String synopsis(Subcommand command, String options) {
    String name = command == Subcommand.READ ? "" : command.commandName + " ";
    boolean remote = context.isRemote();
    String arguments = remote ? command.remoteArgumentSyntax : command.argumentSyntax;
    return ((remote ? "ssh HOST " : "lectern ") + name + options + arguments).strip();
  }

  private void appendOverview() {
    boolean remote = context.isRemote();
    out.append(
        remote
            ? "Posts to read in a terminal, over SSH.\n\n"
            : "lectern reads posts in a terminal.\n\n");
    if (remote) appendRow("ssh HOST", "read them, full screen");
    for (Subcommand command : Subcommand.availableTo(remote))
      appendRow(synopsis(command, ""), command.description);
    out.append(remote ? "\nOptions of list and tags:\n" : "\nOptions of reading and listing:\n");
    for (CliOption option : CliOption.values())
      if (remote ? isQueryOption(option) : option.isFor(Subcommand.READ))
        appendRow(option.usage, option.description);
    out.append(
        remote
            ? "\nssh HOST help COMMAND says more; on the screen, ? lists the keys.\n"
            : "\nlectern help COMMAND says more; inside, ? lists the keys.\n");
  }

  /** Options that select posts rather than format them. */
  private static boolean isQueryOption(CliOption option) {
    return option.isFor(Subcommand.READ)
        && option.isFor(Subcommand.TAGS)
        && !option.isFor(Subcommand.SHOW);
  }

  private void appendRow(String left, String right) {
    String head = "  " + left;
    out.append(head);
    if (head.length() > DESCRIPTION_COLUMN - 2)
      out.append('\n').append(" ".repeat(DESCRIPTION_COLUMN));
    else out.append(" ".repeat(DESCRIPTION_COLUMN - head.length()));
    out.append(right).append('\n');
  }
}
