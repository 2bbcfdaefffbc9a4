package lectern.userdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import lectern.data.YamlSettings;
import lectern.text.DidYouMean;
import lectern.ui.Command;
import lectern.ui.CommonCommand;
import lectern.ui.KeyContext;
import lectern.ui.Keymap;
import org.jspecify.annotations.Nullable;

/** The keys of a configuration: several to a command, sequences, none; a clash is a warning. */
final class KeyBindings {
  private final BiConsumer<Integer, String> warn;
  private final Map<String, String> origins;
  private final String file;
  private final Map<String, String> takenKeys = new HashMap<>();
  private final Map<Command, List<String>> configuredKeys = new HashMap<>();
  private final Map<Command, Integer> lineByCommand = new HashMap<>();

  KeyBindings(BiConsumer<Integer, String> warn, Map<String, String> origins, String file) {
    this.warn = warn;
    this.origins = origins;
    this.file = file;
  }

  /**
   * The standard keys with those that were set; a screen's own commands override the common ones.
   */
  Keymap toKeymap() {
    Keymap keymap = Keymap.defaults();
    for (Command command : Command.all())
      if (command.context() == KeyContext.COMMON) keymap = bindConfigured(keymap, command);
    for (Command command : Command.all())
      if (command.context() != KeyContext.COMMON) keymap = bindConfigured(keymap, command);
    return ensureExitKeys(keymap);
  }

  private Keymap bindConfigured(Keymap keymap, Command command) {
    List<String> keys = configuredKeys.get(command);
    return keys == null ? keymap : keymap.rebind(command, keys);
  }

  /** Ensures that back and quit stay bound. */
  private Keymap ensureExitKeys(Keymap keymap) {
    Keymap safe = keymap;
    boolean quits = !safe.keysOf(CommonCommand.CLOSE).isEmpty();
    if (!quits && safe.keysOf(CommonCommand.BACK).isEmpty())
      safe = restoreKey(safe, CommonCommand.BACK, "Esc");
    if (!quits && safe.keysOf(CommonCommand.QUIT).isEmpty())
      safe = restoreKey(safe, CommonCommand.QUIT, "C-c");
    return safe;
  }

  private Keymap restoreKey(Keymap keymap, Command command, String key) {
    warn.accept(
        lineByCommand.getOrDefault(command, lineByCommand.getOrDefault(CommonCommand.CLOSE, 1)),
        command.configName() + " and quit cannot both be without a key; " + key + " stays");
    return keymap.rebind(command, List.of(key));
  }

  /**
   * Adds {@code keys.next-hit: n} or {@code keys.reader.next-hit: [n, C-n]}; an empty list unbinds.
   */
  void add(YamlSettings.Assignment setting) {
    Command command = resolveCommand(setting);
    if (command == null) return;
    boolean none = setting.values().isEmpty() || setting.values().contains("none");
    List<String> keys = new ArrayList<>();
    for (String value : setting.values()) {
      String key = value.equals("none") ? null : parseKeys(value, setting.line());
      if (key != null && !keys.contains(key) && !reportClash(command, key, setting.line()))
        keys.add(key);
    }
    if (keys.isEmpty() && !none) return;
    configuredKeys.put(command, keys);
    lineByCommand.put(command, setting.line());
    origins.put("keys." + command.configName(), file + ":" + setting.line());
  }

  private @Nullable String parseKeys(String value, int line) {
    String key = value.isBlank() ? null : KeySyntax.parse(value);
    if (key == null) {
      warn.accept(
          line, "\"" + value + "\" is no key; keys are written like n, C-n, Space, \"g g\"");
      return null;
    }
    boolean digit = key.charAt(0) >= '1' && key.charAt(0) <= '9';
    if (!digit || key.length() > 1 && key.charAt(1) != ' ') return key;
    warn.accept(line, "\"" + value + "\" begins with a digit; digits are the number before a key");
    return null;
  }

  private boolean reportClash(Command command, String keys, int line) {
    String binding = command.context() + " " + keys;
    for (Map.Entry<String, String> other : takenKeys.entrySet()) {
      boolean isPrefix = other.getKey().startsWith(binding + " ");
      if (!isPrefix && !binding.startsWith(other.getKey() + " ")) continue;
      String sequence = other.getKey().substring((command.context() + " ").length());
      warn.accept(
          line,
          "the key "
              + keys
              + (isPrefix ? " begins " : " goes on from ")
              + sequence
              + ", which is taken by "
              + other.getValue()
              + " already; it stays so");
      return true;
    }
    String before = takenKeys.putIfAbsent(binding, command.configName() + " (line " + line + ")");
    if (before == null) return false;
    warn.accept(line, "the key " + keys + " is taken by " + before + " already; it stays so");
    return true;
  }

  /** The command that a setting names; null, and a warning, when there is none. */
  private @Nullable Command resolveCommand(YamlSettings.Assignment setting) {
    String path = setting.key().substring("keys.".length());
    int dot = path.lastIndexOf('.');
    String name = path.substring(dot + 1);
    Command command = null;
    for (Command known : Command.all()) if (known.configName().equals(name)) command = known;
    if (command == null) {
      warnUnknownCommand(setting, name);
      return null;
    }
    String screen = dot < 0 ? command.context().configName() : path.substring(0, dot);
    if (screen.equals(command.context().configName())) return command;
    warn.accept(
        setting.line(),
        name
            + " is a command of "
            + command.context().configName()
            + ", not of \""
            + screen
            + "\"");
    return null;
  }

  private void warnUnknownCommand(YamlSettings.Assignment setting, String name) {
    List<String> names = new ArrayList<>();
    for (Command command : Command.all()) names.add(command.configName());
    String near = DidYouMean.suggest(name, names);
    String hint = near == null ? "; the help names all commands" : "; did you mean " + near + "?";
    warn.accept(setting.line(), "unknown command \"" + name + "\"" + hint);
  }
}
