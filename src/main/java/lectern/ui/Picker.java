package lectern.ui;

import java.util.List;

/** A list to choose from; letters narrow it or, for code blocks, choose. */
public record Picker(Kind kind, String title, FilterableList<Choice> choices) implements Screen {
  /** What is chosen, and so what choosing does. */
  public enum Kind {
    OUTLINE,
    LINKS,
    THEMES,
    CODE_BLOCKS
  }

  /**
   * @param note beside the label
   * @param number the row of a heading, the index of a focus target, the number of a code block
   */
  public record Choice(String label, String note, int indent, int number) {}

  /**
   * @param current index of the choice in use; -1 for none
   */
  public static Picker of(Kind kind, String title, List<Choice> choices, int current) {
    return new Picker(kind, title, FilterableList.of(choices, current));
  }

  @Override
  public KeyContext keyContext() {
    return KeyContext.PICKER;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.picker(this);
  }

  public Picker withChoices(FilterableList<Choice> next) {
    return new Picker(kind, title, next);
  }
}
