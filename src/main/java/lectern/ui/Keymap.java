package lectern.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * Which keys do what, on which screen: the one table that footer, help and README are made from.
 *
 * @param bindings in the order they are shown; the first key of a command is the one its hint names
 */
public record Keymap(List<Binding> bindings) {
  /**
   * @param keys names as in {@link Key}, with a space between those of a sequence
   */
  public record Binding(KeyContext where, String keys, Command command) {}

  /** What keys pressed one after the other mean. */
  sealed interface Lookup {
    record Bound(Command command) implements Lookup {}

    /** A longer sequence begins so. */
    record Prefix() implements Lookup {}

    record Unbound() implements Lookup {}
  }

  private static final Lookup WAIT = new Lookup.Prefix();
  private static final Lookup NOTHING = new Lookup.Unbound();

  public static Keymap standard() {
    return DefaultBindings.MAP;
  }

  /**
   * What the keys mean on a screen: its own table first, then that of everywhere; a sequence of the
   * screen's own that begins so is waited for even where the keys mean something everywhere.
   */
  Lookup meaning(KeyContext where, String keys) {
    boolean begins = false;
    boolean ownBegins = false;
    Command general = null;
    for (Binding binding : bindings) {
      if (binding.where != where && binding.where != KeyContext.EVERYWHERE) continue;
      if (binding.keys.equals(keys)) {
        if (binding.where == where) return new Lookup.Bound(binding.command);
        general = binding.command;
      } else if (binding.keys.startsWith(keys + " ")) {
        begins = true;
        ownBegins |= binding.where == where;
      }
    }
    if (general != null && !ownBegins) return new Lookup.Bound(general);
    return begins ? WAIT : NOTHING;
  }

  /** The keys of a command, the one to name first. */
  public List<String> keys(Command command) {
    List<String> keys = new ArrayList<>();
    for (Binding binding : bindings) if (binding.command == command) keys.add(binding.keys);
    return keys;
  }

  /** The key that a hint names; empty when the command has none. */
  String key(Command command) {
    for (Binding binding : bindings) if (binding.command == command) return shown(binding.keys);
    return "";
  }

  /** All keys of a command as people write them, a space between. */
  String shownKeys(Command command) {
    StringBuilder out = new StringBuilder();
    for (String keys : keys(command)) out.append(out.isEmpty() ? "" : " ").append(shown(keys));
    return out.toString();
  }

  /**
   * The same table with a command's keys replaced; what stood on them, or on the beginning of a
   * sequence of them, has them no more: on the command's screen, and for one of everywhere on all.
   *
   * @param keys none: the command has no key any more
   */
  public Keymap bind(Command command, List<String> keys) {
    KeyContext where = command.group();
    List<Binding> all = new ArrayList<>(bindings.size() + keys.size());
    int at = -1;
    for (Binding binding : bindings) {
      boolean beside = where != KeyContext.EVERYWHERE && binding.where != where;
      if (binding.command == command) at = at < 0 ? all.size() : at;
      else if (beside || !takes(keys, binding.keys)) all.add(binding);
    }
    at = at < 0 ? all.size() : Math.min(at, all.size());
    for (String key : keys) all.add(at++, new Binding(where, key, command));
    return new Keymap(List.copyOf(all));
  }

  private static boolean takes(List<String> keys, String before) {
    for (String one : keys) if (one.equals(before) || one.startsWith(before + " ")) return true;
    return false;
  }

  /** The table as Markdown: where, what, keys. */
  public String markdown() {
    StringBuilder out = new StringBuilder("| where | what | keys |\n|---|---|---|\n");
    for (Command command : Command.values()) {
      List<String> keys = keys(command);
      if (keys.isEmpty()) continue;
      out.append("| ")
          .append(command.group().title())
          .append(" | ")
          .append(command.title())
          .append(" | ");
      for (int i = 0; i < keys.size(); i++) {
        out.append(i == 0 ? "" : " ").append('`').append(shown(keys.get(i))).append('`');
      }
      out.append(" |\n");
    }
    return out.toString();
  }

  /** As people write it: {@code ↓} for Down, {@code ^D} for C-d. */
  static String shown(String keys) {
    if (keys.indexOf(' ') > 0) {
      int space = keys.indexOf(' ');
      return shown(keys.substring(0, space)) + " " + shown(keys.substring(space + 1));
    }
    return switch (keys) {
      case "Down" -> "↓";
      case "Up" -> "↑";
      case "Left" -> "←";
      case "Right" -> "→";
      default ->
          keys.length() == 3 && keys.startsWith("C-")
              ? "^" + Character.toUpperCase(keys.charAt(2))
              : keys;
    };
  }

  /** The table as it comes; made when first asked for. */
  private static final class DefaultBindings {
    static final Keymap MAP = new Keymap(table());

    private static List<Binding> table() {
      List<Binding> out = new ArrayList<>(120);
      everywhere(out);
      list(out);
      reader(out);
      return List.copyOf(out);
    }

    private static void everywhere(List<Binding> out) {
      bind(out, Command.DOWN, "j", "Down");
      bind(out, Command.UP, "k", "Up");
      bind(out, Command.PAGE_DOWN, "Space", "f", "PgDn");
      bind(out, Command.PAGE_UP, "b", "PgUp");
      bind(out, Command.HALF_DOWN, "d", "C-d");
      bind(out, Command.HALF_UP, "u", "C-u");
      bind(out, Command.START, "g", "Home");
      bind(out, Command.END, "G", "End");
      bind(out, Command.QUIT, "q");
      bind(out, Command.LEAVE, "Q", "C-c");
      bind(out, Command.BACK, "Esc", "Left", "Backspace", "h");
      bind(out, Command.HELP, "?", "F1");
      bind(out, Command.THEME, "T");
      bind(out, Command.EDIT, "e");
      bind(out, Command.REDRAW, "C-l");
      bind(out, Command.SUSPEND, "C-z");
    }

    private static void list(List<Binding> out) {
      bind(out, Command.READ, "Enter", "Right", "l");
      bind(out, Command.FILTER, "/");
      bind(out, Command.TAGS, "t");
      bind(out, Command.SORT, "s");
      bind(out, Command.REVERSE, "r");
      bind(out, Command.DRAFTS, "D");
      bind(out, Command.NEXT_UNREAD, "n");
      bind(out, Command.PREVIOUS_UNREAD, "p");
      bind(out, Command.TOGGLE_READ, "N");
      bind(out, Command.CONTINUE, "c");
      bind(out, Command.REREAD, "R");
      bind(out, Command.TURN_TAG, "Space");
      bind(out, Command.APPLY_TAGS, "Enter");
      bind(out, Command.CLEAR_TAGS, "x", "Delete");
      bind(out, Command.CHOOSE, "Enter");
    }

    private static void reader(List<Binding> out) {
      bind(out, Command.SEARCH, "/");
      bind(out, Command.NEXT_HIT, "n");
      bind(out, Command.PREVIOUS_HIT, "N");
      bind(out, Command.OUTLINE, "o");
      bind(out, Command.PREVIOUS_HEADING, "[");
      bind(out, Command.NEXT_HEADING, "]");
      bind(out, Command.NEXT_LINK, "Tab");
      bind(out, Command.PREVIOUS_LINK, "S-Tab");
      bind(out, Command.FOLLOW, "Enter");
      bind(out, Command.OLDER, "H");
      bind(out, Command.NEWER, "L");
      bind(out, Command.NEXT_POST, "J");
      bind(out, Command.PREVIOUS_POST, "K");
      bind(out, Command.COPY_CODE, "y");
      bind(out, Command.COPY_ADDRESS, "Y");
      bind(out, Command.SET_MARK, "m");
      bind(out, Command.GO_MARK, "'");
      bind(out, Command.WRAP_CODE, "w");
      bind(out, Command.RIGHT, "Right", "l");
      bind(out, Command.LEFT, "Left", "h");
      bind(out, Command.NARROWER, "<");
      bind(out, Command.WIDER, ">");
      bind(out, Command.PERCENT, "%");
    }

    private static void bind(List<Binding> out, Command command, String... keys) {
      for (String key : keys) out.add(new Binding(command.group(), key, command));
    }
  }
}
