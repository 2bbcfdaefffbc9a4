package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import lectern.text.DisplayWidth;

/**
 * Text to be selected by hand.
 *
 * @param note why it is shown, beside the title
 * @param top index of the first row in view, of {@link #rows}
 */
public record TextScreen(String title, String note, List<String> lines, int top) implements Screen {
  @Override
  public KeyContext keyContext() {
    return KeyContext.COMMON;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.text(this);
  }

  /** The lines, broken at the edge of the screen, so that all of each can be selected. */
  public List<String> rows(int columns) {
    List<String> rows = new ArrayList<>(lines.size());
    for (String line : lines) {
      String rest = line.replace("\t", "    ");
      while (DisplayWidth.of(rest) > columns) {
        int end = Math.max(1, DisplayWidth.indexAtWidth(rest, columns));
        rows.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      rows.add(rest);
    }
    return rows;
  }
}
