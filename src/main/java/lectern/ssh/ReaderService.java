package lectern.ssh;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import lectern.terminal.Terminal;

/** What a server offers its clients: a screen, and commands. */
public interface ReaderService {
  /** Exit code for an unknown command, as of a shell. */
  int COMMAND_NOT_FOUND = 127;

  /**
   * Runs a screen until the reader leaves.
   *
   * @param errors gets what went wrong inside while reading went on
   * @return why it ended, in words; empty when the reader left
   */
  String runScreen(Client client, Terminal terminal, Consumer<Throwable> errors);

  /**
   * Runs a command without a screen.
   *
   * @param args at least one
   * @param columns of the client's terminal; 0 without one
   * @return the exit code; {@link #COMMAND_NOT_FOUND} when there is no such command
   */
  int runCommand(List<String> args, Client client, int columns, OutputStream out, OutputStream err);

  /** Whether there is something to read at this moment. */
  boolean isReady();
}
