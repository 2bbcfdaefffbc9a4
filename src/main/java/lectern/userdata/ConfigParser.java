package lectern.userdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.data.YamlSettings;
import lectern.post.Query;
import lectern.text.DidYouMean;
import org.jspecify.annotations.Nullable;

/** Parses one file of configuration. */
final class ConfigParser {
  private static final String KEYS = "keys";

  private final String file;
  private final Map<Setting<?>, Object> values = new HashMap<>();
  private final Map<String, String> origins = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Integer> lineBySetting = new HashMap<>();
  private final KeyBindings keyBindings;

  ConfigParser(String file) {
    this.file = file;
    this.keyBindings = new KeyBindings(this::warn, origins, file);
  }

  Config parse(String text) {
    YamlSettings settings = YamlSettings.parse(text);
    if (!settings.error().isEmpty())
      warn(settings.errorLine(), settings.error() + "; the standard counts instead");
    for (YamlSettings.Assignment written : settings.settings()) apply(written);
    return new Config(
        Map.copyOf(values), keyBindings.toKeymap(), Map.copyOf(origins), List.copyOf(warnings));
  }

  private void apply(YamlSettings.Assignment written) {
    String key = written.key();
    Integer before = lineBySetting.put(key, written.line());
    if (before != null)
      warn(written.line(), key + " was set on line " + before + " already; this one counts");
    if (!written.complete()) warn(written.line(), key + " takes a value, or a list of values");
    else if (key.startsWith(KEYS + ".")) keyBindings.add(written);
    else if (!key.equals(KEYS)) applyValue(written);
    else if (!written.values().isEmpty())
      warn(written.line(), "keys takes lines below it, of the form \"command: key\"");
  }

  private void applyValue(YamlSettings.Assignment written) {
    Setting<?> setting = Setting.find(written.key());
    if (setting == null) {
      warnUnknownSetting(written);
      return;
    }
    Object value = parseValue(setting.kind, written);
    if (value == null) return;
    values.put(setting, value);
    origins.put(setting.name, file + ":" + written.line());
  }

  /** The value of a setting; null, and a warning, for what is none. */
  private @Nullable Object parseValue(Setting.Kind kind, YamlSettings.Assignment written) {
    if (kind == Setting.Kind.LIST) return written.values();
    boolean single = written.values().size() == 1;
    if (!single && kind == Setting.Kind.PROGRAM) return written.values();
    if (!single) {
      warn(written.line(), written.key() + " takes one value");
      return null;
    }
    String text = written.values().getFirst();
    Object value =
        switch (kind) {
          case LIST, WORD -> text;
          case PROGRAM -> ProgramLine.parse(text);
          case NUMBER -> parseNumber(text);
          case FLAG -> parseFlag(text);
          case SORT -> parseSort(text);
        };
    if (value == null)
      warn(written.line(), written.key() + " takes " + expected(kind) + ", not \"" + text + "\"");
    return value;
  }

  private static String expected(Setting.Kind kind) {
    return switch (kind) {
      case NUMBER -> "a number from 0 to 1000";
      case FLAG -> "true or false";
      case SORT -> "date, title, updated or weight";
      case LIST, WORD, PROGRAM -> "text";
    };
  }

  private static @Nullable Integer parseNumber(String text) {
    try {
      int number = Integer.parseInt(text);
      return number >= 0 && number <= 1000 ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Boolean parseFlag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> null;
    };
  }

  private static Query.@Nullable Sort parseSort(String text) {
    for (Query.Sort sort : Query.Sort.values()) if (sort.name().equalsIgnoreCase(text)) return sort;
    return null;
  }

  private void warnUnknownSetting(YamlSettings.Assignment written) {
    String key = written.key();
    List<String> names = new ArrayList<>();
    for (Setting<?> setting : Setting.all()) names.add(setting.name);
    names.add(KEYS);
    int dot = key.indexOf('.');
    if (dot > 0 && names.contains(key.substring(0, dot))) {
      warn(written.line(), key.substring(0, dot) + " takes a value, and nothing below it");
      return;
    }
    String near = key.startsWith("folder") ? Setting.POSTS.name : DidYouMean.suggest(key, names);
    String hint =
        near == null ? "; known are " + String.join(", ", names) : "; did you mean " + near + "?";
    warn(written.line(), "unknown setting \"" + key + "\"" + hint);
  }

  private void warn(int line, String sentence) {
    warnings.add(file + ":" + line + ": " + sentence);
  }
}
