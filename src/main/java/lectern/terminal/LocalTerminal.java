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
   * Takes the terminal on standard input and output: raw mode now, its screen by the first frame.
   * Signals are heard from now on; hang-up and termination come as {@link
   * lectern.ui.Event.Disconnected}.
   *
   * @throws IOException when there is no terminal there, or none that can be set to raw mode
   */
  public static Terminal open(Capabilities caps, Theme theme, boolean mouse) throws IOException {
    Tty tty = Tty.open(caps);
    ScreenTerminal terminal = ScreenTerminal.of(tty, caps, theme, tty.size(), mouse, ESCAPE_MILLIS);
    tty.attach(terminal);
    return terminal;
  }

  /** The size of the terminal on standard output; 80×24 when it does not say. */
  public static Size size() {
    try {
      return Tty.size();
    } catch (LinkageError | RuntimeException e) {
      return new Size(80, 24);
    }
  }

  /**
   * Runs what hands the terminal to another program where no screen is taken: a ^C is meant for
   * that one.
   */
  public static void runIgnoringInterrupt(Runnable meanwhile) {
    Signal interrupt = new Signal("INT");
    SignalHandler before = Signal.handle(interrupt, _ -> {});
    try {
      meanwhile.run();
    } finally {
      Signal.handle(interrupt, before);
    }
  }

  /**
   * Stops this process as the shell's {@code ^Z} does, with all of its job: a wrapper that waits
   * for it too. Returns when it goes on, and at once where no shell could let it go on. To be
   * called while the screen is left.
   */
  public static void suspend() {
    try {
      new ProcessBuilder("kill", "-TSTP", "0").inheritIO().start().waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      // no kill(1) here: then there is no job control either, and the screen comes back at once
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
