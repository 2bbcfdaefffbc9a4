package lectern.ui;

import java.util.List;
import lectern.text.Line;

/**
 * One full picture of the screen.
 *
 * @param lines at most as many as the terminal has rows; missing ones are empty; a line too wide is
 *     cut
 * @param cursorRow row of the terminal's cursor while text is typed, from 0; -1: hidden
 * @param cursorColumn from 0
 */
public record Frame(List<Line> lines, int cursorRow, int cursorColumn) {
  public static Frame of(List<Line> lines) {
    return new Frame(lines, -1, -1);
  }
}
