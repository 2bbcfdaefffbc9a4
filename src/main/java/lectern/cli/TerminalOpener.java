package lectern.cli;

import java.io.IOException;
import lectern.terminal.Capabilities;
import lectern.terminal.Terminal;
import lectern.theme.Theme;

/** Takes the screen for a reader. */
public interface TerminalOpener {
  /**
   * @param mouse whether clicks and the wheel are wanted
   * @throws IOException when there is no terminal, or it cannot be used
   */
  Terminal open(Capabilities capabilities, Theme theme, boolean mouse) throws IOException;
}
