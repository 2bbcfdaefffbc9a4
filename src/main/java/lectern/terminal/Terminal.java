package lectern.terminal;

import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Size;

/** The port to a screen and a keyboard: the tty, an SSH channel, or the fake of the tests. */
public interface Terminal extends AutoCloseable {
  /** Now, clamped to 1…1000 each; 80×24 when the terminal does not know. */
  Size size();

  /**
   * The next event: a key, a paste, a resize, {@link Event.Disconnected}; {@link Event.Tick} when
   * nothing came in time. Blocks.
   *
   * @param millis how long to wait; 0: take what is there; negative: for ever
   */
  Event next(long millis);

  /** Whether something has come that {@link #next} was not asked for yet. */
  default boolean hasPending() {
    return false;
  }

  /** Draws: only what changed is sent, in one write; nothing when nothing changed. */
  void show(Frame frame);

  /** From the next frame on. Everything is drawn again. */
  void setTheme(Theme theme);

  /** Forgets what is on the screen, so that the next frame is sent whole (Ctrl-L, after a stop). */
  void invalidate();

  /**
   * Puts text into the clipboard of the reader's terminal by OSC 52. @return why it was not sent,
   * in a few words; empty when it was
   */
  String copyToClipboard(String text);

  /**
   * Leaves the screen as it was found, runs (a child process, a stop signal), and takes the screen
   * again.
   */
  void runReleased(Runnable meanwhile);

  /** Wakes {@link #next} from another thread. The event, when not null, is delivered by it. */
  void post(Event event);

  /**
   * Leaves the screen as it was found: modes, cursor, alternate screen. Never throws, also when the
   * terminal is gone.
   */
  @Override
  void close();
}
