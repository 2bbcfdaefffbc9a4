package lectern.home;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import lectern.library.Settings;
import lectern.text.Nearest;
import lectern.ui.Command;
import lectern.ui.Keymap;

/** The keys of a configuration: several to a command, sequences, none; what clashes is said. */
final class Keys {
  private static final Set<String> NAMED =
      Set.of(
          "Space",
          "Enter",
          "Tab",
          "Esc",
          "Backspace",
          "Delete",
          "Insert",
          "Up",
          "Down",
          "Left",
          "Right",
          "Home",
          "End",
          "PgUp",
          "PgDn",
          "F1",
          "F2",
          "F3",
          "F4",
          "F5",
          "F6",
          "F7",
          "F8",
          "F9",
          "F10",
          "F11",
          "F12");

  private final BiConsumer<Integer, String> warn;
  private final Map<String, String> origins;
  private final String file;
  private final Map<String, String> taken = new HashMap<>();
  private Keymap keymap = Keymap.standard();

  Keys(BiConsumer<Integer, String> warn, Map<String, String> origins, String file) {
    this.warn = warn;
    this.origins = origins;
    this.file = file;
  }

  Keymap keymap() {
    return keymap;
  }

  /**
   * {@code keys.next-hit: n} or {@code keys.reader.next-hit: [n, C-n]}; no key takes the command's
   * keys away.
   */
  void set(Settings.Setting setting) {
    String name = setting.key().substring("keys.".length());
    name = name.substring(name.lastIndexOf('.') + 1);
    Command command = command(name);
    if (command == null) {
      unknown(setting, name);
      return;
    }
    List<String> keys = new ArrayList<>();
    for (String value : setting.values()) {
      if (value.equals("none")) continue;
      if (!valid(value)) {
        warn.accept(
            setting.line(),
            "\"" + value + "\" is no key; keys are written like n, C-n, Space, \"g g\"");
        continue;
      }
      if (!clashes(command, value, setting.line())) keys.add(value);
    }
    if (keys.isEmpty() && !setting.values().isEmpty() && !setting.values().contains("none")) return;
    keymap = keymap.bind(command.group(), command, keys);
    origins.put("keys." + command.word(), file + ":" + setting.line());
  }

  private boolean clashes(Command command, String keys, int line) {
    String place = command.group() + " " + keys;
    for (Map.Entry<String, String> other : taken.entrySet()) {
      boolean begins = other.getKey().startsWith(place + " ");
      if (!begins && !place.startsWith(other.getKey() + " ")) continue;
      String sequence = other.getKey().substring((command.group() + " ").length());
      warn.accept(
          line,
          "the key "
              + keys
              + (begins ? " begins " : " goes on from ")
              + sequence
              + ", which is taken by "
              + other.getValue()
              + " already; it stays so");
      return true;
    }
    String before = taken.putIfAbsent(place, command.word() + " (line " + line + ")");
    if (before == null) return false;
    warn.accept(line, "the key " + keys + " is taken by " + before + " already; it stays so");
    return true;
  }

  private void unknown(Settings.Setting setting, String name) {
    List<String> names = new ArrayList<>();
    for (Command command : Command.values()) names.add(command.word());
    String near = Nearest.of(name, names);
    String hint = near == null ? "; the help names all commands" : "; did you mean " + near + "?";
    warn.accept(setting.line(), "unknown command \"" + name + "\"" + hint);
  }

  private static Command command(String word) {
    for (Command command : Command.values()) if (command.word().equals(word)) return command;
    return null;
  }

  private static boolean valid(String keys) {
    if (keys.isBlank()) return false;
    for (String key : keys.split(" ")) if (!validKey(key)) return false;
    return true;
  }

  private static boolean validKey(String key) {
    String bare = key;
    while (bare.length() > 2 && bare.charAt(1) == '-' && "CMS".indexOf(bare.charAt(0)) >= 0)
      bare = bare.substring(2);
    return NAMED.contains(bare) || !bare.isEmpty() && bare.codePointCount(0, bare.length()) == 1;
  }
}
