package lectern;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.cli.Cli;
import lectern.cli.CommandContext;

/** Hands the process's streams, environment and folder to the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    int code = Cli.run(List.of(args), context());
    // not by returning: a thread that still reads must not keep the process. Not by exit, which
    // asks the loggers of the JDK first, and finding that there are none takes a tenth of the whole
    // run: all is written and the terminal is given back by now
    Runtime.getRuntime().halt(code);
  }

  private static CommandContext context() {
    Map<String, String> env = new HashMap<>(System.getenv());
    restoreLocale(env);
    return new CommandContext(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        env,
        Path.of("").toAbsolutePath(),
        isTty(0),
        isTty(1),
        parseColumns(System.getProperty("lectern.size", "")),
        null);
  }

  /**
   * The launcher runs the virtual machine under UTF-8, whatever the reader's locale, and says here
   * what that was.
   */
  private static void restoreLocale(Map<String, String> env) {
    String locale = env.remove("LECTERN_LOCALE");
    if (locale == null) return;
    env.remove("LC_ALL");
    env.put("LC_CTYPE", locale);
  }

  /** As the launcher found; without it, by what the descriptor is a link to. */
  private static boolean isTty(int descriptor) {
    String terminals = System.getProperty("lectern.tty");
    if (terminals != null) return terminals.indexOf((char) ('0' + descriptor)) >= 0;
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null && System.console().isTerminal();
    }
  }

  /**
   * @param size {@code rows columns}, as stty prints it
   * @return 0 when it is unknown
   */
  private static int parseColumns(String size) {
    int space = size.indexOf(' ');
    if (space < 0 || size.length() > 12) return 0;
    try {
      return Math.clamp(Integer.parseInt(size.substring(space + 1)), 0, 1000);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
