package lectern.terminal;

import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Frame;
import lectern.ui.Size;

/** A screen and a keyboard: a tty, an SSH channel, or the fake of the tests. */
public interface Terminal extends AutoCloseable {
  /** The current size, 1 to 1000 columns and rows; 80×24 when it is unknown. */
  Size size();

  /**
   * Waits for the next event; {@link Event.Tick} when none came in time.
   *
   * @param millis how long to wait; 0 for not at all, negative for no limit
   */
  Event next(long millis);

  /** Whether {@link #next} would return an event at once. */
  default boolean hasPending() {
    return false;
  }

  /** Shows a frame: sends what changed, in one write. */
  void show(Frame frame);

  /** Sets the theme of the next frame, which is sent whole. */
  void setTheme(Theme theme);

  /** Has the next frame sent whole (Ctrl-L, after a stop). */
  void invalidate();

  /**
   * Puts text into the clipboard of the reader's terminal (OSC 52).
   *
   * @return why it was not sent; empty when it was
   */
  String copyToClipboard(String text);

  /** Leaves the screen, runs an action (a child process, a stop), and enters the screen again. */
  void runReleased(Runnable action);

  /** Delivers an event to {@link #next} from any thread. */
  void post(Event event);

  /** Restores modes, cursor and screen. Never throws, also when the terminal is gone. */
  @Override
  void close();
}
