package lectern.ui;

/** The screens that have keys of their own. */
public enum KeyContext {
  COMMON("everywhere"),
  POST_LIST("list"),
  TAG_PICKER("tags"),
  READER("reader"),
  PICKER("choosing");

  private final String title;

  KeyContext(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** As it is written in a configuration. */
  public String configName() {
    return title;
  }
}
