package lectern.terminal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import lectern.theme.Theme;
import lectern.ui.Size;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** The terminal that this process was started from. */
public final class LocalTerminal {
  private static final int ESCAPE_MILLIS = 40;

  private LocalTerminal() {}

  /**
   * Opens the terminal on standard input and output, in raw mode; the first frame switches to the
   * alternate screen. Signals that end the process arrive as {@link lectern.ui.Event.Disconnected}.
   *
   * @throws IOException when there is no terminal, or none that can be set to raw mode
   */
  public static Terminal open(Capabilities caps, Theme theme, boolean mouse) throws IOException {
    Tty tty = Tty.open(caps);
    ScreenTerminal terminal =
        new ScreenTerminal(tty, caps, theme, Tty.size(), mouse, ESCAPE_MILLIS);
    tty.attach(terminal);
    return terminal;
  }

  /** Size of the terminal on standard output; 80×24 when it is unknown. */
  public static Size size() {
    try {
      return Tty.size();
    } catch (LinkageError | RuntimeException e) {
      return new Size(80, 24);
    }
  }

  /** Runs a child process without a screen of ours: ^C is meant for the child. */
  public static void runIgnoringInterrupt(Runnable action) {
    Signal interrupt = new Signal("INT");
    SignalHandler before = Signal.handle(interrupt, _ -> {});
    try {
      action.run();
    } finally {
      Signal.handle(interrupt, before);
    }
  }

  /**
   * Stops the job of this process, as {@code ^Z} does in the shell. Returns when it continues, or
   * at once without job control. Called while the screen is released.
   */
  public static void suspend() {
    try {
      new ProcessBuilder("kill", "-TSTP", "0").inheritIO().start().waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      // without kill(1) there is no job control either
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
