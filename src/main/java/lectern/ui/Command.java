package lectern.ui;

/**
 * Everything a key can do. Its name with {@code -} for {@code _} is its word in a configuration.
 */
public enum Command {
  DOWN(Where.EVERYWHERE, "one line down", "down"),
  UP(Where.EVERYWHERE, "one line up", "up"),
  PAGE_DOWN(Where.EVERYWHERE, "one page down", "page"),
  PAGE_UP(Where.EVERYWHERE, "one page up", "page up"),
  HALF_DOWN(Where.EVERYWHERE, "half a page down", "half down"),
  HALF_UP(Where.EVERYWHERE, "half a page up", "half up"),
  START(Where.EVERYWHERE, "to the start (with a number: to that line)", "start"),
  END(Where.EVERYWHERE, "to the end (with a number: to that line)", "end"),
  QUIT(Where.EVERYWHERE, "one level back; from the list, leave", "back"),
  LEAVE(Where.EVERYWHERE, "leave", "leave"),
  BACK(Where.EVERYWHERE, "back", "back"),
  HELP(Where.EVERYWHERE, "this help", "help"),
  THEME(Where.EVERYWHERE, "choose a theme, with a preview", "theme"),
  EDIT(Where.EVERYWHERE, "edit the post in $VISUAL or $EDITOR, at the line in view", "edit"),
  REDRAW(Where.EVERYWHERE, "draw the screen again", "redraw"),
  SUSPEND(Where.EVERYWHERE, "suspend", "suspend"),

  READ(Where.LIST, "read", "read"),
  FILTER(Where.LIST, "filter as you type: title, description, tags, slug", "filter"),
  TAGS(Where.LIST, "filter by tags", "tags"),
  SORT(Where.LIST, "sort by date, title, last change", "sort"),
  REVERSE(Where.LIST, "reverse the order", "reverse"),
  DRAFTS(Where.LIST, "show or hide drafts", "drafts"),
  NEXT_UNREAD(Where.LIST, "next unread post", "next unread"),
  PREVIOUS_UNREAD(Where.LIST, "previous unread post", "previous unread"),
  TOGGLE_READ(Where.LIST, "mark as read or unread", "read or not"),
  CONTINUE(Where.LIST, "continue the post you left", "continue"),
  REREAD(Where.LIST, "read the folder again", "reread"),

  TURN_TAG(Where.TAGS, "with the tag, without it, either", "with/without"),
  APPLY_TAGS(Where.TAGS, "apply", "apply"),
  CLEAR_TAGS(Where.TAGS, "clear (x while nothing is typed)", "clear"),

  SEARCH(Where.READER, "search in the post", "search"),
  NEXT_HIT(Where.READER, "next hit", "next"),
  PREVIOUS_HIT(Where.READER, "previous hit", "previous"),
  OUTLINE(Where.READER, "outline: all headings", "outline"),
  PREVIOUS_HEADING(Where.READER, "previous heading", "previous heading"),
  NEXT_HEADING(Where.READER, "next heading", "next heading"),
  NEXT_LINK(Where.READER, "next link (then a number jumps to that link)", "links"),
  PREVIOUS_LINK(Where.READER, "previous link", "previous link"),
  FOLLOW(Where.READER, "follow the link; fold or unfold details", "follow"),
  OLDER(Where.READER, "back in history", "history back"),
  NEWER(Where.READER, "forward in history", "history forward"),
  NEXT_POST(Where.READER, "next post of the list", "next post"),
  PREVIOUS_POST(Where.READER, "previous post of the list", "previous post"),
  COPY_CODE(Where.READER, "copy a code block", "copy code"),
  COPY_ADDRESS(Where.READER, "copy the address of the link, or of the post", "copy address"),
  SET_MARK(Where.READER, "set a mark, named by the next letter", "mark"),
  GO_MARK(Where.READER, "go to a mark", "go to mark"),
  WRAP_CODE(Where.READER, "wrap long lines of code, or not", "wrap code"),
  RIGHT(Where.READER, "right, where code is not wrapped", "right"),
  LEFT(Where.READER, "left; at the left edge, back", "left"),
  NARROWER(Where.READER, "narrower", "narrower"),
  WIDER(Where.READER, "wider", "wider"),
  PERCENT(Where.READER, "after a number: go there", "go to"),

  CHOOSE(Where.CHOOSER, "choose", "choose");

  private final Where group;
  private final String title;
  private final String hint;

  Command(Where group, String title, String hint) {
    this.group = group;
    this.title = title;
    this.hint = hint;
  }

  public Where group() {
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
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
