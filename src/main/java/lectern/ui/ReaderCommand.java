package lectern.ui;

import java.util.List;

/** Keys of an open post. */
public enum ReaderCommand implements Command {
  SEARCH("search", "search in the post", "search", "/"),
  NEXT_MATCH("next-hit", "next hit", "next", "n"),
  PREVIOUS_MATCH("previous-hit", "previous hit", "previous", "N"),
  OUTLINE("outline", "outline: all headings", "outline", "o"),
  PREVIOUS_HEADING("previous-heading", "previous heading", "previous heading", "["),
  NEXT_HEADING("next-heading", "next heading", "next heading", "]"),
  NEXT_LINK("next-link", "next link (then a number jumps to that link)", "links", "Tab"),
  PREVIOUS_LINK("previous-link", "previous link", "previous link", "S-Tab"),
  FOLLOW("follow", "follow the link; fold or unfold details", "follow", "Enter"),
  HISTORY_BACK("older", "back in history", "history back", "H"),
  HISTORY_FORWARD("newer", "forward in history", "history forward", "L"),
  NEXT_POST("next-post", "next post of the list", "next post", "J"),
  PREVIOUS_POST("previous-post", "previous post of the list", "previous post", "K"),
  COPY_CODE("copy-code", "copy a code block", "copy code", "y"),
  COPY_ADDRESS("copy-address", "copy the address of the link, or of the post", "copy address", "Y"),
  SET_MARK("set-mark", "set a mark, named by the next letter", "mark", "m"),
  JUMP_TO_MARK("go-mark", "go to a mark", "go to mark", "'"),
  TOGGLE_CODE_WRAP("wrap-code", "wrap long lines of code, or not", "wrap code", "w"),
  SCROLL_RIGHT("right", "right, where code is not wrapped", "right", "Right", "l"),
  SCROLL_LEFT("left", "left; at the left edge, back", "left", "Left", "h"),
  NARROWER("narrower", "narrower", "narrower", "<"),
  WIDER("wider", "wider", "wider", ">"),
  GO_TO_PERCENT("percent", "after a number: go there", "go to", "%");

  private final Description description;

  ReaderCommand(String configName, String title, String hint, String... keys) {
    description = new Description(configName, title, hint, List.of(keys));
  }

  @Override
  public KeyContext context() {
    return KeyContext.READER;
  }

  @Override
  public Description description() {
    return description;
  }
}
