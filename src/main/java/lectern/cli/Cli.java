package lectern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lectern.home.UserFiles;
import lectern.text.Sanitizer;

/**
 * The command line: finds the command, runs it, and turns whatever goes wrong into one sentence and
 * an exit code.
 */
public final class Cli {
  static final int FINE = 0;
  static final int WRONG = 1;
  static final int MISUSED = 2;

  private Cli() {}

  /**
   * @return the exit code: 0 fine, 1 something was wrong with the posts or not found, 2 wrong usage
   */
  public static int run(List<String> words, CommandContext around) {
    try {
      int code = dispatch(words, around);
      around.out().flush();
      return code;
    } catch (UsageException e) {
      ErrorOutput.say(e.getMessage(), around);
      return MISUSED;
    } catch (CommandException e) {
      ErrorOutput.say(e.getMessage(), around);
      return WRONG;
    } catch (IOException e) {
      return unwritten(e, around);
    } catch (OutOfMemoryError e) {
      ErrorOutput.say("memory ran out; give it more with LECTERN_MEMORY=1g", around);
      return WRONG;
    } catch (Throwable e) {
      return broken(e, around);
    }
  }

  private static int dispatch(List<String> words, CommandContext around) throws IOException {
    Invocation call = Invocation.of(words, around);
    if (call.has(CliOption.HELP))
      return words.size() == 1 ? HelpCommand.overview(around) : HelpCommand.of(call.verb, around);
    if (call.has(CliOption.VERSION)) return version(around);
    return switch (call.verb) {
      case READ -> ReadCommand.run(call, around);
      case SHOW -> ShowCommand.run(call, around);
      case LIST -> ListCommand.run(call, around);
      case TAGS -> TagsCommand.run(call, around);
      case CHECK -> CheckCommand.run(call, around);
      case CONFIG -> ConfigCommand.run(call, around);
      case SERVE -> ServeCommand.run(call, around);
      case HELP -> HelpCommand.run(call, around);
    };
  }

  private static int version(CommandContext around) throws IOException {
    String version = Cli.class.getPackage().getImplementationVersion();
    around
        .out()
        .write(
            ("lectern " + (version == null ? "(built from source)" : version) + "\n")
                .getBytes(StandardCharsets.UTF_8));
    return FINE;
  }

  /** A reader that went away is no error; a disk that is full is one. */
  private static int unwritten(IOException e, CommandContext around) {
    String why = String.valueOf(e.getMessage());
    if (why.contains("Broken pipe") || why.contains("Connection reset")) return FINE;
    ErrorOutput.say("output cannot be written: " + Sanitizer.sanitize(why), around);
    return WRONG;
  }

  private static int broken(Throwable e, CommandContext around) {
    // a server logs and counts it its own way
    if (around.afar()) throw new IllegalStateException("a command from afar failed", e);
    String where = UserFiles.of(around.env()).logError(e);
    ErrorOutput.say(
        "something went wrong inside ("
            + e.getClass().getSimpleName()
            + ")"
            + (where.isEmpty() ? "" : "; the details are in " + where),
        around);
    return WRONG;
  }
}
