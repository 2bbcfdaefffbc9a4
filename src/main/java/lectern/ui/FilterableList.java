package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lectern.text.TextFolding;
import org.jspecify.annotations.Nullable;

/**
 * A list that typed letters narrow.
 *
 * @param items all of them
 * @param matching those that contain what is typed
 * @param prompt what is typed
 * @param selection of the matching ones
 * @param current the item in use
 */
public record FilterableList<T>(
    List<T> items, List<T> matching, Prompt prompt, Selection selection, @Nullable T current) {
  /**
   * @param current index of the item in use, where the selection begins; -1 for none
   */
  public static <T> FilterableList<T> of(List<T> items, int current) {
    Selection selection = Selection.FIRST.withIndex(Math.max(0, current));
    return new FilterableList<>(
        items, items, Prompt.EMPTY, selection, current < 0 ? null : items.get(current));
  }

  public FilterableList<T> withSelection(Selection next) {
    return new FilterableList<>(items, matching, prompt, next, current);
  }

  public FilterableList<T> move(Movement movement, int page) {
    int to = movement.targetIndex(selection.index(), 1, page, Math.max(0, matching.size() - 1));
    return withSelection(selection.withIndex(to));
  }

  /** With the selection on an item that exists, and in view. */
  public FilterableList<T> settle(int visible) {
    return withSelection(selection.settle(visible, matching.size()));
  }

  /**
   * @param labels the text of an item that must contain what is typed, in any case
   */
  public FilterableList<T> withPrompt(Prompt next, Function<T, String> labels) {
    if (next.text().equals(prompt.text()))
      return new FilterableList<>(items, matching, next, selection, current);
    String folded = TextFolding.fold(next.text().strip());
    List<T> left = new ArrayList<>();
    for (T item : items) if (TextFolding.fold(labels.apply(item)).contains(folded)) left.add(item);
    // once nothing is typed any more, the selection is back on the current item
    int selected = folded.isEmpty() ? Math.max(0, left.indexOf(current)) : 0;
    return new FilterableList<>(items, left, next, Selection.FIRST.withIndex(selected), current);
  }

  /** The selected item, if any matches. */
  public @Nullable T selected() {
    return matching.isEmpty()
        ? null
        : matching.get(Math.min(selection.index(), matching.size() - 1));
  }

  /** {@code 2/17}; empty when nothing matches. */
  public String position() {
    return matching.isEmpty() ? "" : (selection.index() + 1) + "/" + matching.size();
  }
}
