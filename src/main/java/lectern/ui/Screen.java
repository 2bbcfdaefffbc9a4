package lectern.ui;

/** One level of the stack of screens; the last one is shown. */
public sealed interface Screen
    permits PostList, TagPicker, ReaderScreen, Picker, HelpScreen, TextScreen {
  /** The screen whose keys apply. */
  KeyContext keyContext();

  /** Calls the visitor's method for this kind of screen. */
  <R> R accept(Visitor<R> visitor);

  /** One method a screen: a new screen does not compile until every visitor handles it. */
  interface Visitor<R> {
    R postList(PostList screen);

    R tagPicker(TagPicker screen);

    R reader(ReaderScreen screen);

    R picker(Picker screen);

    R help(HelpScreen screen);

    R text(TextScreen screen);
  }
}
