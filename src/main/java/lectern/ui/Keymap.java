package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * What keys pressed one after the other mean.
   *
   * @param isPrefix whether a longer sequence begins so
   */
  public record KeyMatch(@Nullable Command command, boolean isPrefix) {}

  public static Keymap defaults() {
    return Defaults.KEYMAP;
  }

  /** Made when first asked for. */
  private static final class Defaults {
    static final Keymap KEYMAP = new Keymap(bindings());

    private static List<Binding> bindings() {
      List<Binding> all = new ArrayList<>(120);
      for (Command command : Command.all())
        for (String keys : command.description().defaultKeys())
          all.add(new Binding(command.context(), keys, command));
      return List.copyOf(all);
    }
  }

  /**
   * What the keys mean on a screen: its own table first, then the common one. A sequence of the
   * screen's own that begins so is waited for even where the keys mean something everywhere.
   */
  public KeyMatch lookUp(KeyContext context, String keys) {
    boolean isPrefix = false;
    boolean isOwnPrefix = false;
    @Nullable Command common = null;
    for (Binding binding : bindings) {
      if (binding.context != context && binding.context != KeyContext.COMMON) continue;
      if (binding.keys.equals(keys)) {
        if (binding.context == context) return new KeyMatch(binding.command, false);
        common = binding.command;
      } else if (binding.keys.startsWith(keys + " ")) {
        isPrefix = true;
        isOwnPrefix |= binding.context == context;
      }
    }
    return isOwnPrefix ? new KeyMatch(null, true) : new KeyMatch(common, isPrefix);
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
    KeyContext context = command.context();
    List<Binding> all = new ArrayList<>(bindings.size() + keys.size());
    int at = -1;
    for (Binding binding : bindings) {
      boolean elsewhere = context != KeyContext.COMMON && binding.context != context;
      if (binding.command == command) at = at < 0 ? all.size() : at;
      else if (elsewhere || !isTakenBy(keys, binding.keys)) all.add(binding);
    }
    at = at < 0 ? all.size() : Math.min(at, all.size());
    for (String key : keys) all.add(at++, new Binding(context, key, command));
    return new Keymap(List.copyOf(all));
  }

  private static boolean isTakenBy(List<String> keys, String before) {
    for (String one : keys) if (one.equals(before) || one.startsWith(before + " ")) return true;
    return false;
  }

  /** The table as Markdown: where, what, keys. */
  public String toMarkdown() {
    StringBuilder out = new StringBuilder("| where | what | keys |\n|---|---|---|\n");
    for (Command command : Command.all()) {
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
    return keys.length() == 3 && keys.startsWith("C-")
        ? "^" + Character.toUpperCase(keys.charAt(2))
        : Key.label(keys);
  }
}
