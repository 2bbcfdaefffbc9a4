package lectern.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.serve.RemoteReader;
import lectern.ssh.ReaderService;
import lectern.text.Sanitizer;
import lectern.userdata.UserFiles;

/**
 * The command line: finds the command, runs it, and turns whatever goes wrong into one sentence and
 * an exit code.
 */
public final class Cli {
  static final int EXIT_OK = 0;
  static final int EXIT_FAILURE = 1;
  static final int EXIT_USAGE = 2;

  private static final List<String> REMOTE_FIRST_ARGUMENTS =
      List.of("list", "tags", "show", "help", "--help", "-h", "--version");

  private Cli() {}

  /**
   * @return the exit code: 0 fine, 1 something was wrong with the posts or not found, 2 wrong usage
   */
  public static int run(List<String> words, CommandContext around) {
    return run(words, around, null);
  }

  /**
   * The same, with another way to take the screen.
   *
   * @param opener null: the terminal of the process
   */
  public static int run(List<String> words, CommandContext around, TerminalOpener opener) {
    try {
      int code = dispatch(words, around, opener);
      around.out().flush();
      return code;
    } catch (UsageException e) {
      ErrorOutput.print(e.getMessage(), around);
      return EXIT_USAGE;
    } catch (CommandException e) {
      ErrorOutput.print(e.getMessage(), around);
      return EXIT_FAILURE;
    } catch (IOException e) {
      return reportWriteError(e, around);
    } catch (OutOfMemoryError e) {
      ErrorOutput.print("memory ran out; give it more with LECTERN_MEMORY=1g", around);
      return EXIT_FAILURE;
    } catch (Throwable e) {
      return reportInternalError(e, around);
    }
  }

  /** {@link lectern.serve.CommandRunner#run}. */
  static int runRemote(
      List<String> args,
      RemoteReader reader,
      Map<String, String> env,
      int columns,
      OutputStream out,
      OutputStream err) {
    boolean tty = columns > 0;
    CommandContext context =
        new CommandContext(
            InputStream.nullInputStream(),
            out,
            err,
            env,
            reader.liveCatalog().folder(),
            tty,
            tty,
            tty,
            columns,
            reader);
    List<String> rest = new ArrayList<>(args);
    if (rest.size() > 1 && rest.getFirst().equals("lectern")) rest.removeFirst();
    if (!REMOTE_FIRST_ARGUMENTS.contains(rest.getFirst())) {
      ErrorOutput.print("only reading is possible here: list, tags, show, help", context);
      return ReaderService.COMMAND_NOT_FOUND;
    }
    // drafts are the owner's to show, not the reader's to ask for
    if (!reader.liveCatalog().includesDrafts()) rest.removeIf(arg -> arg.equals("--drafts"));
    return run(rest, context);
  }

  private static int dispatch(List<String> words, CommandContext around, TerminalOpener opener)
      throws IOException {
    Invocation call = Invocation.of(words, around);
    if (call.hasOption(CliOption.HELP))
      return words.size() == 1
          ? HelpCommand.printOverview(around)
          : HelpCommand.printCommandHelp(call.command, around);
    if (call.hasOption(CliOption.VERSION)) return printVersion(around);
    return switch (call.command) {
      case READ -> ReadCommand.run(call, around, opener);
      case SHOW -> ShowCommand.run(call, around);
      case LIST -> ListCommand.run(call, around);
      case TAGS -> TagsCommand.run(call, around);
      case CHECK -> CheckCommand.run(call, around);
      case CONFIG -> ConfigCommand.run(call, around);
      case SERVE -> ServeCommand.run(call, around);
      case HELP -> HelpCommand.run(call, around);
    };
  }

  private static int printVersion(CommandContext around) throws IOException {
    String version = Cli.class.getPackage().getImplementationVersion();
    around
        .out()
        .write(
            ("lectern " + (version == null ? "(built from source)" : version) + "\n")
                .getBytes(StandardCharsets.UTF_8));
    return EXIT_OK;
  }

  /** A reader that went away is no error; a disk that is full is one. */
  private static int reportWriteError(IOException e, CommandContext around) {
    String why = String.valueOf(e.getMessage());
    if (why.contains("Broken pipe") || why.contains("Connection reset")) return EXIT_OK;
    ErrorOutput.print("output cannot be written: " + Sanitizer.sanitize(why), around);
    return EXIT_FAILURE;
  }

  private static int reportInternalError(Throwable e, CommandContext around) {
    // a server logs and counts it its own way
    if (around.isRemote()) throw new IllegalStateException("a command from afar failed", e);
    String where = UserFiles.of(around.env()).logError(e);
    ErrorOutput.print(
        "something went wrong inside ("
            + e.getClass().getSimpleName()
            + ")"
            + (where.isEmpty() ? "" : "; the details are in " + where),
        around);
    return EXIT_FAILURE;
  }
}
