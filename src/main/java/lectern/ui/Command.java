package lectern.ui;

/**
 * Everything a key can do. Its name with {@code -} for {@code _} is its word in a configuration.
 */
public enum Command {
  DOWN(KeyContext.COMMON, "one line down", "down"),
  UP(KeyContext.COMMON, "one line up", "up"),
  PAGE_DOWN(KeyContext.COMMON, "one page down", "page"),
  PAGE_UP(KeyContext.COMMON, "one page up", "page up"),
  HALF_DOWN(KeyContext.COMMON, "half a page down", "half down"),
  HALF_UP(KeyContext.COMMON, "half a page up", "half up"),
  START(KeyContext.COMMON, "to the start (with a number: to that line)", "start"),
  END(KeyContext.COMMON, "to the end (with a number: to that line)", "end"),
  QUIT(KeyContext.COMMON, "one level back; from the list, leave", "back"),
  LEAVE(KeyContext.COMMON, "leave", "leave"),
  BACK(KeyContext.COMMON, "back", "back"),
  HELP(KeyContext.COMMON, "this help", "help"),
  THEME(KeyContext.COMMON, "choose a theme, with a preview", "theme"),
  EDIT(KeyContext.COMMON, "edit the post in $VISUAL or $EDITOR, at the line in view", "edit"),
  REDRAW(KeyContext.COMMON, "draw the screen again", "redraw"),
  SUSPEND(KeyContext.COMMON, "suspend", "suspend"),

  READ(KeyContext.POST_LIST, "read", "read"),
  FILTER(KeyContext.POST_LIST, "filter as you type: title, description, tags, slug", "filter"),
  TAGS(KeyContext.POST_LIST, "filter by tags", "tags"),
  SORT(KeyContext.POST_LIST, "sort by date, title, last change", "sort"),
  REVERSE(KeyContext.POST_LIST, "reverse the order", "reverse"),
  DRAFTS(KeyContext.POST_LIST, "show or hide drafts", "drafts"),
  NEXT_UNREAD(KeyContext.POST_LIST, "next unread post", "next unread"),
  PREVIOUS_UNREAD(KeyContext.POST_LIST, "previous unread post", "previous unread"),
  TOGGLE_READ(KeyContext.POST_LIST, "mark as read or unread", "read or not"),
  CONTINUE(KeyContext.POST_LIST, "continue the post you left", "continue"),
  REREAD(KeyContext.POST_LIST, "read the folder again", "reread"),

  TURN_TAG(KeyContext.TAG_PICKER, "with the tag, without it, either", "with/without"),
  APPLY_TAGS(KeyContext.TAG_PICKER, "apply", "apply"),
  CLEAR_TAGS(KeyContext.TAG_PICKER, "clear (x while nothing is typed)", "clear"),

  SEARCH(KeyContext.READER, "search in the post", "search"),
  NEXT_HIT(KeyContext.READER, "next hit", "next"),
  PREVIOUS_HIT(KeyContext.READER, "previous hit", "previous"),
  OUTLINE(KeyContext.READER, "outline: all headings", "outline"),
  PREVIOUS_HEADING(KeyContext.READER, "previous heading", "previous heading"),
  NEXT_HEADING(KeyContext.READER, "next heading", "next heading"),
  NEXT_LINK(KeyContext.READER, "next link (then a number jumps to that link)", "links"),
  PREVIOUS_LINK(KeyContext.READER, "previous link", "previous link"),
  FOLLOW(KeyContext.READER, "follow the link; fold or unfold details", "follow"),
  OLDER(KeyContext.READER, "back in history", "history back"),
  NEWER(KeyContext.READER, "forward in history", "history forward"),
  NEXT_POST(KeyContext.READER, "next post of the list", "next post"),
  PREVIOUS_POST(KeyContext.READER, "previous post of the list", "previous post"),
  COPY_CODE(KeyContext.READER, "copy a code block", "copy code"),
  COPY_ADDRESS(KeyContext.READER, "copy the address of the link, or of the post", "copy address"),
  SET_MARK(KeyContext.READER, "set a mark, named by the next letter", "mark"),
  GO_MARK(KeyContext.READER, "go to a mark", "go to mark"),
  WRAP_CODE(KeyContext.READER, "wrap long lines of code, or not", "wrap code"),
  RIGHT(KeyContext.READER, "right, where code is not wrapped", "right"),
  LEFT(KeyContext.READER, "left; at the left edge, back", "left"),
  NARROWER(KeyContext.READER, "narrower", "narrower"),
  WIDER(KeyContext.READER, "wider", "wider"),
  PERCENT(KeyContext.READER, "after a number: go there", "go to"),

  CHOOSE(KeyContext.PICKER, "choose", "choose");

  private final KeyContext group;
  private final String title;
  private final String hint;

  Command(KeyContext group, String title, String hint) {
    this.group = group;
    this.title = title;
    this.hint = hint;
  }

  public KeyContext context() {
    return group;
  }

  /** What it does, for the help. */
  public String title() {
    return title;
  }

  /** What it does in a word or two, for the footer. */
  public String hint() {
    return hint;
  }

  /** As it is written in a configuration: {@code page-down}. */
  public String configName() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
