package lectern.ui;

/** The screens that have keys of their own. */
public enum KeyContext {
  EVERYWHERE("everywhere"),
  LIST("list"),
  TAGS("tags"),
  READER("reader"),
  CHOOSER("choosing");

  private final String title;

  KeyContext(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** As it is written in a configuration. */
  public String word() {
    return title;
  }
}
