package lectern.serve;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lectern.ssh.Client;
import lectern.ssh.ReaderService;
import lectern.terminal.Capabilities;
import lectern.terminal.ScreenTerminal;
import lectern.ui.Size;

/**
 * Simulates a reader on a separate screen, so that classes are loaded and compiled before the first
 * readers come.
 */
public final class WarmUp implements Runnable {
  /** Keys of a typical session. */
  private static final String KEYS =
      "jjkkGg/e\r\u001bt \r"
          + "\rjjjjj  bb]]/e\rnN\u001boj\rGgq"
          + "?jqssj\rjkjkjkGgq"
          + "j\rjkjkjkjkjkq";

  private static final int ROUNDS = 3;
  private static final Map<String, String> ENV =
      Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8");

  private final ReaderService readerService;

  public WarmUp(ReaderService readerService) {
    this.readerService = readerService;
  }

  @Override
  public void run() {
    Client client = new Client(0, "", null, ENV);
    try {
      for (int i = 0; i < ROUNDS; i++) simulateReader(client);
      OutputStream discarded = OutputStream.nullOutputStream();
      readerService.runCommand(List.of("list"), client, 80, discarded, discarded);
    } catch (RuntimeException | StackOverflowError e) {
      // it is reported when a reader meets it
    }
  }

  private void simulateReader(Client client) {
    Capabilities caps = Capabilities.of(ENV, true, "auto");
    try (ScreenTerminal terminal = new ScreenTerminal(bytes -> {}, caps, new Size(80, 24), 5)) {
      byte[] keys = KEYS.getBytes(StandardCharsets.UTF_8);
      // one by one: a frame is drawn for each
      Thread keyFeeder =
          Thread.startVirtualThread(
              () -> {
                for (byte key : keys) {
                  terminal.feed(new byte[] {key}, 0, 1);
                  pause();
                }
                terminal.hangUp("");
              });
      readerService.runScreen(client, terminal, error -> {});
      keyFeeder.interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(4);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
