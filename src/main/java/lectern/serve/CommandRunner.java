package lectern.serve;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import lectern.ssh.ReaderService;

/** Runs the commands that readers over SSH may use. */
public interface CommandRunner {
  /** Their names: what else is asked for is refused. */
  List<String> commandNames();

  /**
   * Runs one command; never throws for what a reader typed.
   *
   * @param args the command and its arguments, at least one; the program's own name may stand first
   * @param env the reader's, with a locale
   * @param columns of the reader's terminal; 0 without one
   * @return the exit code; {@link ReaderService#COMMAND_NOT_FOUND} for what is no command over SSH
   */
  int run(
      List<String> args,
      RemoteReader reader,
      Map<String, String> env,
      int columns,
      OutputStream out,
      OutputStream err);
}
