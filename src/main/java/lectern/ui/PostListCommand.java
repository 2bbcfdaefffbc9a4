package lectern.ui;

import java.util.List;

/** Keys of the list of posts. */
public enum PostListCommand implements Command {
  OPEN("read", "read", "read", "Enter", "Right", "l"),
  FILTER("filter", "filter as you type: title, description, tags, slug", "filter", "/"),
  TAGS("tags", "filter by tags", "tags", "t"),
  SORT("sort", "sort by date, title, last change", "sort", "s"),
  REVERSE("reverse", "reverse the order", "reverse", "r"),
  TOGGLE_DRAFTS("drafts", "show or hide drafts", "drafts", "D"),
  NEXT_UNREAD("next-unread", "next unread post", "next unread", "n"),
  PREVIOUS_UNREAD("previous-unread", "previous unread post", "previous unread", "p"),
  TOGGLE_READ("toggle-read", "mark as read or unread", "read or not", "N"),
  CONTINUE("continue", "continue the post you left", "continue", "c"),
  RELOAD("reread", "read the folder again", "reread", "R");

  private final Description description;

  PostListCommand(String configName, String title, String hint, String... keys) {
    description = new Description(configName, title, hint, List.of(keys));
  }

  @Override
  public KeyContext context() {
    return KeyContext.POST_LIST;
  }

  @Override
  public Description description() {
    return description;
  }
}
