package lectern.terminal;

import java.io.IOException;

/** Sends bytes to a terminal; those it sends are fed to the {@link ScreenTerminal}. */
public interface Transport {
  /**
   * Sends all bytes, blocking while the terminal is slow. Called once a frame.
   *
   * @throws IOException when the terminal is gone
   */
  void write(byte[] bytes) throws IOException;

  /** Reports how many of the fed bytes were consumed. Called on the session's thread. */
  default void acknowledge(int bytes) {}

  /** Before the screen is entered: sets raw mode where there is one. */
  default void enterRawMode() {}

  /** After the screen was left: restores the mode found at first. */
  default void leaveRawMode() {}
}
