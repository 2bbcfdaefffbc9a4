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
  public record Binding(KeyContext context, String keys, Command command) {}

  /** What keys pressed one after the other mean. */
  public sealed interface Lookup {
    record Bound(Command command) implements Lookup {}

    /** A longer sequence begins so. */
    record Prefix() implements Lookup {}

    record Unbound() implements Lookup {}
  }

  private static final Lookup PREFIX = new Lookup.Prefix();
  private static final Lookup UNBOUND = new Lookup.Unbound();

  public static Keymap defaults() {
    return DefaultBindings.KEYMAP;
  }

  /**
   * What the keys mean on a screen: its own table first, then that of everywhere; a sequence of the
   * screen's own that begins so is waited for even where the keys mean something everywhere.
   */
  public Lookup lookUp(KeyContext where, String keys) {
    boolean begins = false;
    boolean ownBegins = false;
    Command general = null;
    for (Binding binding : bindings) {
      if (binding.context != where && binding.context != KeyContext.COMMON) continue;
      if (binding.keys.equals(keys)) {
        if (binding.context == where) return new Lookup.Bound(binding.command);
        general = binding.command;
      } else if (binding.keys.startsWith(keys + " ")) {
        begins = true;
        ownBegins |= binding.context == where;
      }
    }
    if (general != null && !ownBegins) return new Lookup.Bound(general);
    return begins ? PREFIX : UNBOUND;
  }

  /** The keys of a command, the one to name first. */
  public List<String> keysOf(Command command) {
    List<String> keys = new ArrayList<>();
    for (Binding binding : bindings) if (binding.command == command) keys.add(binding.keys);
    return keys;
  }

  /** The key that a hint names; empty when the command has none. */
  public String firstKeyLabel(Command command) {
    for (Binding binding : bindings) if (binding.command == command) return label(binding.keys);
    return "";
  }

  /** All keys of a command as people write them, a space between. */
  public String allKeyLabels(Command command) {
    StringBuilder out = new StringBuilder();
    for (String keys : keysOf(command)) out.append(out.isEmpty() ? "" : " ").append(label(keys));
    return out.toString();
  }

  /**
   * The same table with a command's keys replaced; what stood on them, or on the beginning of a
   * sequence of them, has them no more: on the command's screen, and for one of everywhere on all.
   *
   * @param keys none: the command has no key any more
   */
  public Keymap rebind(Command command, List<String> keys) {
    KeyContext where = command.context();
    List<Binding> all = new ArrayList<>(bindings.size() + keys.size());
    int at = -1;
    for (Binding binding : bindings) {
      boolean beside = where != KeyContext.COMMON && binding.context != where;
      if (binding.command == command) at = at < 0 ? all.size() : at;
      else if (beside || !isTakenBy(keys, binding.keys)) all.add(binding);
    }
    at = at < 0 ? all.size() : Math.min(at, all.size());
    for (String key : keys) all.add(at++, new Binding(where, key, command));
    return new Keymap(List.copyOf(all));
  }

  private static boolean isTakenBy(List<String> keys, String before) {
    for (String one : keys) if (one.equals(before) || one.startsWith(before + " ")) return true;
    return false;
  }

  /** The table as Markdown: where, what, keys. */
  public String toMarkdown() {
    StringBuilder out = new StringBuilder("| where | what | keys |\n|---|---|---|\n");
    for (Command command : Command.values()) {
      List<String> keys = keysOf(command);
      if (keys.isEmpty()) continue;
      out.append("| ")
          .append(command.context().title())
          .append(" | ")
          .append(command.title())
          .append(" | ");
      for (int i = 0; i < keys.size(); i++) {
        out.append(i == 0 ? "" : " ").append('`').append(label(keys.get(i))).append('`');
      }
      out.append(" |\n");
    }
    return out.toString();
  }

  /** As people write it: {@code ↓} for Down, {@code ^D} for C-d. */
  static String label(String keys) {
    if (keys.indexOf(' ') > 0) {
      int space = keys.indexOf(' ');
      return label(keys.substring(0, space)) + " " + label(keys.substring(space + 1));
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
    static final Keymap KEYMAP = new Keymap(allBindings());

    private static List<Binding> allBindings() {
      List<Binding> out = new ArrayList<>(120);
      addCommon(out);
      addPostListAndPickers(out);
      addReader(out);
      return List.copyOf(out);
    }

    private static void addCommon(List<Binding> out) {
      addBindings(out, Command.DOWN, "j", "Down");
      addBindings(out, Command.UP, "k", "Up");
      addBindings(out, Command.PAGE_DOWN, "Space", "f", "PgDn");
      addBindings(out, Command.PAGE_UP, "b", "PgUp");
      addBindings(out, Command.HALF_DOWN, "d", "C-d");
      addBindings(out, Command.HALF_UP, "u", "C-u");
      addBindings(out, Command.START, "g", "Home");
      addBindings(out, Command.END, "G", "End");
      addBindings(out, Command.QUIT, "q");
      addBindings(out, Command.LEAVE, "Q", "C-c");
      addBindings(out, Command.BACK, "Esc", "Left", "Backspace", "h");
      addBindings(out, Command.HELP, "?", "F1");
      addBindings(out, Command.THEME, "T");
      addBindings(out, Command.EDIT, "e");
      addBindings(out, Command.REDRAW, "C-l");
      addBindings(out, Command.SUSPEND, "C-z");
    }

    private static void addPostListAndPickers(List<Binding> out) {
      addBindings(out, Command.READ, "Enter", "Right", "l");
      addBindings(out, Command.FILTER, "/");
      addBindings(out, Command.TAGS, "t");
      addBindings(out, Command.SORT, "s");
      addBindings(out, Command.REVERSE, "r");
      addBindings(out, Command.DRAFTS, "D");
      addBindings(out, Command.NEXT_UNREAD, "n");
      addBindings(out, Command.PREVIOUS_UNREAD, "p");
      addBindings(out, Command.TOGGLE_READ, "N");
      addBindings(out, Command.CONTINUE, "c");
      addBindings(out, Command.REREAD, "R");
      addBindings(out, Command.TURN_TAG, "Space");
      addBindings(out, Command.APPLY_TAGS, "Enter");
      addBindings(out, Command.CLEAR_TAGS, "x", "Delete");
      addBindings(out, Command.CHOOSE, "Enter");
    }

    private static void addReader(List<Binding> out) {
      addBindings(out, Command.SEARCH, "/");
      addBindings(out, Command.NEXT_HIT, "n");
      addBindings(out, Command.PREVIOUS_HIT, "N");
      addBindings(out, Command.OUTLINE, "o");
      addBindings(out, Command.PREVIOUS_HEADING, "[");
      addBindings(out, Command.NEXT_HEADING, "]");
      addBindings(out, Command.NEXT_LINK, "Tab");
      addBindings(out, Command.PREVIOUS_LINK, "S-Tab");
      addBindings(out, Command.FOLLOW, "Enter");
      addBindings(out, Command.OLDER, "H");
      addBindings(out, Command.NEWER, "L");
      addBindings(out, Command.NEXT_POST, "J");
      addBindings(out, Command.PREVIOUS_POST, "K");
      addBindings(out, Command.COPY_CODE, "y");
      addBindings(out, Command.COPY_ADDRESS, "Y");
      addBindings(out, Command.SET_MARK, "m");
      addBindings(out, Command.GO_MARK, "'");
      addBindings(out, Command.WRAP_CODE, "w");
      addBindings(out, Command.RIGHT, "Right", "l");
      addBindings(out, Command.LEFT, "Left", "h");
      addBindings(out, Command.NARROWER, "<");
      addBindings(out, Command.WIDER, ">");
      addBindings(out, Command.PERCENT, "%");
    }

    private static void addBindings(List<Binding> out, Command command, String... keys) {
      for (String key : keys) out.add(new Binding(command.context(), key, command));
    }
  }
}
