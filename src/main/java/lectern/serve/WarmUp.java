package lectern.serve;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lectern.ssh.Client;
import lectern.ssh.ReaderService;
import lectern.terminal.Capabilities;
import lectern.terminal.ScreenTerminal;
import lectern.theme.Theme;
import lectern.ui.Size;

/**
 * Reads for a moment before anybody else does, on a screen that nobody sees: what the virtual
 * machine loads and compiles for the first reader is there when the first reader comes, and is paid
 * once, not while a hundred of them press keys.
 */
public final class WarmUp implements Runnable {
  /** Through the list, its filter and the tags, into some posts, their outline and a search. */
  private static final String KEYS =
      "jjkkGg/e\r\u001bt \r"
          + "\rjjjjj  bb]]/e\rnN\u001boj\rGgq"
          + "?jqssj\rjkjkjkGgq"
          + "j\rjkjkjkjkjkq";

  private static final int ROUNDS = 3;
  private static final Map<String, String> ENV =
      Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8");

  private final ReaderService readerService;

  public WarmUp(ReaderService reception) {
    this.readerService = reception;
  }

  @Override
  public void run() {
    Client nobody = new Client(0, "", null, ENV);
    try {
      for (int i = 0; i < ROUNDS; i++) simulateReader(nobody);
      OutputStream nowhere = OutputStream.nullOutputStream();
      readerService.runCommand(List.of("list"), nobody, 80, nowhere, nowhere);
    } catch (RuntimeException | StackOverflowError e) {
      // a real reader who meets the same is told, and it is counted then
    }
  }

  private void simulateReader(Client nobody) {
    Capabilities caps = Capabilities.of(ENV, true, "auto");
    try (ScreenTerminal terminal =
        new ScreenTerminal(bytes -> {}, caps, Theme.of("ansi"), new Size(80, 24), false, 5)) {
      byte[] keys = KEYS.getBytes(StandardCharsets.UTF_8);
      // piece by piece: keys that are there already are drawn together
      Thread typist =
          Thread.startVirtualThread(
              () -> {
                for (byte key : keys) {
                  terminal.feed(new byte[] {key}, 0, 1);
                  pause();
                }
                terminal.hangUp("");
              });
      readerService.runScreen(nobody, terminal, error -> {});
      typist.interrupt();
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
