package lectern.terminal;

import java.io.IOException;

/**
 * What a terminal hangs on: bytes to the reader. Bytes from the reader are fed to the {@link
 * ScreenTerminal}.
 */
public interface Transport {
  /**
   * Sends all of it, blocking as long as the reader is slow. One call a frame.
   *
   * @throws IOException when the reader is gone
   */
  void write(byte[] bytes) throws IOException;

  /**
   * So many bytes that were fed have been used up: room for more. Called on the thread of the
   * session.
   */
  default void acknowledge(int bytes) {}

  /** The screen is about to be taken: raw mode, where there is such a thing. */
  default void enterRawMode() {}

  /** The screen was left: the line is as it was found. */
  default void leaveRawMode() {}
}
