package lectern.ssh;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import lectern.terminal.Terminal;

/** What a server does with a visitor; whoever starts the server says so. */
public interface ReaderService {
  /** The exit code of what is no command here, as a shell's. */
  int COMMAND_NOT_FOUND = 127;

  /**
   * Reads on a screen until the visitor leaves. @param failed told of what went wrong inside while
   * they went on reading
   *
   * @return why they were lost, in words; empty when they left by themselves
   */
  String runScreen(Client visitor, Terminal terminal, Consumer<Throwable> failed);

  /**
   * A command without a screen, by words already split. @param columns of the visitor's terminal;
   * 0: it is none
   *
   * @return the exit code; {@link #COMMAND_NOT_FOUND} when nothing of that name exists here
   */
  int runCommand(
      List<String> words, Client visitor, int columns, OutputStream out, OutputStream err);

  /** Whether there is something to read at this moment. */
  boolean isReady();
}
