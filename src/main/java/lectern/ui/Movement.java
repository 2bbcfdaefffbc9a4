package lectern.ui;

import java.util.List;

/** Keys that move a selection or scroll, on every screen. */
public enum Movement implements Command {
  DOWN("down", "one line down", "down", "j", "Down"),
  UP("up", "one line up", "up", "k", "Up"),
  PAGE_DOWN("page-down", "one page down", "page", "Space", "f", "PgDn"),
  PAGE_UP("page-up", "one page up", "page up", "b", "PgUp"),
  HALF_PAGE_DOWN("half-down", "half a page down", "half down", "d", "C-d"),
  HALF_PAGE_UP("half-up", "half a page up", "half up", "u", "C-u"),
  START("start", "to the start (with a number: to that line)", "start", "g", "Home"),
  END("end", "to the end (with a number: to that line)", "end", "G", "End");

  private final Description description;

  Movement(String configName, String title, String hint, String... keys) {
    description = new Description(configName, title, hint, List.of(keys));
  }

  @Override
  public KeyContext context() {
    return KeyContext.COMMON;
  }

  @Override
  public Description description() {
    return description;
  }

  /**
   * Where the movement leads.
   *
   * @param from index of a row or an entry
   * @param count how often; less than 1 means once
   * @param page rows or entries of a page
   * @param last the last index there is
   * @return an index from 0 to last
   */
  public int targetIndex(int from, int count, int page, int last) {
    long step = Math.max(1, count);
    long half = Math.max(1, page / 2);
    long to =
        switch (this) {
          case DOWN -> from + step;
          case UP -> from - step;
          case PAGE_DOWN -> from + step * page;
          case PAGE_UP -> from - step * page;
          case HALF_PAGE_DOWN -> from + step * half;
          case HALF_PAGE_UP -> from - step * half;
          case START -> 0;
          case END -> last;
        };
    return (int) Math.max(0, Math.min(to, last));
  }
}
