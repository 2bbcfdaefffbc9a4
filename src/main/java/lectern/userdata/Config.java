package lectern.userdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.text.DidYouMean;
import lectern.ui.Keymap;

/**
 * What a reader has configured; every setting has a value also without a file.
 *
 * @param values the settings that have another value than the standard one
 * @param keymap the standard one with the reader's own keys
 * @param origins where a value came from, by the name of its setting: {@code file:line}
 * @param warnings {@code file:line: sentence}
 */
public record Config(
    Map<Setting<?>, Object> values,
    Keymap keymap,
    Map<String, String> origins,
    List<String> warnings) {
  /** Without a file. */
  public static final Config DEFAULTS =
      new Config(Map.of(), Keymap.defaults(), Map.of(), List.of());

  /**
   * Parses a configuration. Never fails: what is not understood is a warning, and the standard
   * value is kept.
   *
   * @param file its name, for the warnings
   */
  public static Config parse(String file, String text) {
    return new ConfigParser(file).parse(text);
  }

  /** The value of a setting. */
  @SuppressWarnings("unchecked") // with() and ConfigParser put values of the setting's own type
  public <T> T get(Setting<T> setting) {
    return (T) values.getOrDefault(setting, setting.standard);
  }

  /**
   * Changes a setting.
   *
   * @param origin what named the value
   */
  public <T> Config with(Setting<T> setting, T value, String origin) {
    Map<Setting<?>, Object> newValues = new HashMap<>(values);
    newValues.put(setting, value);
    Map<String, String> newOrigins = new HashMap<>(origins);
    newOrigins.put(setting.name, origin);
    return new Config(newValues, keymap, newOrigins, warnings);
  }

  /** Adds a warning. */
  Config withWarning(String sentence) {
    List<String> all = new ArrayList<>(warnings);
    all.add(sentence);
    return new Config(values, keymap, origins, List.copyOf(all));
  }

  /**
   * Goes back to the standard theme with a warning, since the one configured does not exist.
   *
   * @param known the themes there are
   */
  Config withoutTheme(List<String> known) {
    String theme = get(Setting.THEME);
    String near = DidYouMean.suggest(theme, known);
    Map<Setting<?>, Object> otherValues = new HashMap<>(values);
    otherValues.remove(Setting.THEME);
    Map<String, String> otherOrigins = new HashMap<>(origins);
    String where = otherOrigins.remove(Setting.THEME.name);
    return new Config(otherValues, keymap, otherOrigins, warnings)
        .withWarning(
            (where == null ? "" : where + ": ")
                + "there is no theme \""
                + theme
                + "\""
                + (near == null
                    ? "; there are " + String.join(", ", known)
                    : "; did you mean " + near + "?"));
  }
}
