package lectern.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import lectern.post.Catalog;
import lectern.terminal.Capabilities;
import lectern.text.DidYouMean;
import org.jspecify.annotations.Nullable;

/**
 * {@code lectern [SOURCE]}: full screen, or by lines of words; where neither is possible, what
 * would be on the screen is printed.
 */
final class ReadCommand {
  private final Invocation invocation;
  private final CommandContext context;

  /** None: the folders of posts. */
  private final @Nullable String source;

  private ReadCommand(Invocation invocation, CommandContext context) {
    this.invocation = invocation;
    this.context = context;
    this.source = invocation.arguments.isEmpty() ? null : invocation.arguments.getFirst();
  }

  /**
   * @param opener none: the terminal of the process
   */
  static int run(Invocation invocation, CommandContext context, @Nullable TerminalOpener opener)
      throws IOException {
    if (invocation.arguments.size() > 1)
      throw new UsageException("read: one source at a time; lectern show prints several");
    return new ReadCommand(invocation, context).run(opener);
  }

  private int run(@Nullable TerminalOpener opener) throws IOException {
    boolean stdin = "-".equals(source);
    boolean tty = context.inTty() && context.outTty();
    Capabilities capabilities =
        Capabilities.of(context.env(), context.outTty(), invocation.colorMode());
    if (source != null && !stdin && !Files.exists(invocation.resolvePath(source)))
      throw new CommandException(missingSourceMessage(source));
    boolean dumb = tty && "dumb".equals(context.env().get("TERM"));
    if (!stdin && (dumb || invocation.hasOption(CliOption.LINEAR))) {
      new LocalSession(invocation, context, source).runByLines(capabilities);
      return ExitCode.OK;
    }
    if (stdin || !tty || capabilities.dumb()) return print();
    int code = new LocalSession(invocation, context, source).runOnScreen(capabilities, opener);
    return code == LocalSession.NO_TERMINAL ? print() : code;
  }

  private static String missingSourceMessage(String source) {
    List<String> commands = Subcommand.names(Subcommand.availableTo(false));
    String near = DidYouMean.suggest(source, commands);
    String missing = source + ": there is no such file";
    return near != null
        ? missing + ", folder or command; did you mean lectern " + near + "?"
        : missing + " or folder; lectern show " + source + " looks for a post of that name";
  }

  private int print() throws IOException {
    if (source == null) return ListCommand.run(invocation, context);
    if (source.equals("-") || !Files.isDirectory(invocation.resolvePath(source)))
      return ShowCommand.run(invocation, context, source);
    Catalog catalog = CatalogLoader.openSource(source, invocation, context).read();
    CatalogLoader.reportProblems(catalog, context);
    return ListCommand.print(invocation.query().select(catalog), invocation, context);
  }
}
