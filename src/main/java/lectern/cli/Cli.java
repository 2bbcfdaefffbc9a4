package lectern.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lectern.userdata.UserFiles;
import org.jspecify.annotations.Nullable;

/**
 * The command line: finds the command, runs it, and turns whatever goes wrong into one sentence and
 * an exit code.
 */
public final class Cli {
  private Cli() {}

  /**
   * @param args without the program's name
   * @return the exit code, of {@link ExitCode} or of the session that ended
   */
  public static int run(List<String> args, CommandContext context) {
    return run(args, context, null);
  }

  /**
   * The same, with another way to take the screen.
   *
   * @param opener none: the terminal of the process
   */
  public static int run(
      List<String> args, CommandContext context, @Nullable TerminalOpener opener) {
    try {
      int code = dispatch(args, context, opener);
      context.out().flush();
      return code;
    } catch (UsageException e) {
      context.printError(e);
      return e.exitCode;
    } catch (CommandException e) {
      context.printError(e);
      return ExitCode.FAILURE;
    } catch (IOException e) {
      return reportWriteError(e, context);
    } catch (OutOfMemoryError e) {
      context.printError("memory ran out; give it more with LECTERN_MEMORY=1g");
      return ExitCode.FAILURE;
    } catch (Throwable e) {
      return reportInternalError(e, context);
    }
  }

  private static int dispatch(
      List<String> args, CommandContext context, @Nullable TerminalOpener opener)
      throws IOException {
    Invocation invocation = new Invocation(args, context);
    boolean all = args.size() == 1 || context.isRemote() && invocation.command == Subcommand.READ;
    if (invocation.hasOption(CliOption.HELP))
      return HelpCommand.print(all ? null : invocation.command, context);
    if (invocation.hasOption(CliOption.VERSION)) return printVersion(context);
    return switch (invocation.command) {
      case READ -> ReadCommand.run(invocation, context, opener);
      case SHOW -> ShowCommand.run(invocation, context);
      case LIST -> ListCommand.run(invocation, context);
      case TAGS -> TagsCommand.run(invocation, context);
      case CHECK -> CheckCommand.run(invocation, context);
      case CONFIG -> ConfigCommand.run(invocation, context);
      case SERVE -> ServeCommand.run(invocation, context, new RemoteCommands());
      case HELP -> HelpCommand.run(invocation, context);
    };
  }

  private static int printVersion(CommandContext context) throws IOException {
    String version = Cli.class.getPackage().getImplementationVersion();
    context.print("lectern " + (version == null ? "(built from source)" : version) + "\n");
    return ExitCode.OK;
  }

  /** A closed pipe is not an error; a full disk is. */
  private static int reportWriteError(IOException e, CommandContext context) {
    String reason = String.valueOf(e.getMessage());
    if (reason.contains("Broken pipe") || reason.contains("Connection reset")) return ExitCode.OK;
    context.printError("output cannot be written: " + reason);
    return ExitCode.FAILURE;
  }

  private static int reportInternalError(Throwable e, CommandContext context) {
    // a server logs and counts it its own way
    if (context.isRemote()) throw new IllegalStateException("a command over SSH failed", e);
    String log = UserFiles.of(context.env()).logError(e);
    context.printError(
        "something went wrong inside ("
            + e.getClass().getSimpleName()
            + ")"
            + (log.isEmpty() ? "" : "; the details are in " + log));
    return ExitCode.FAILURE;
  }

  /** Commands that only print; they use the printing AOT cache. */
  public static List<String> printingArguments() {
    List<String> arguments = new ArrayList<>(List.of("-h", "--help", "--version"));
    for (Subcommand command : Subcommand.values())
      if (command.start == Subcommand.Start.PRINT) arguments.add(command.commandName);
    return arguments;
  }
}
