package lectern.userdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.data.YamlSettings;
import lectern.post.Query;
import lectern.text.DidYouMean;
import lectern.ui.Keymap;

/**
 * What a reader has configured; everything has a value also without a file.
 *
 * @param folders of posts; none: where lectern is started
 * @param width most columns of text
 * @param browser @param editor a program and its arguments; empty: none configured
 * @param keymap the standard one with the reader's own keys
 * @param origins where each value that is not the standard came from: {@code file:line}
 * @param warnings {@code file:line: sentence}
 */
public record Config(
    List<String> folders,
    int width,
    String theme,
    Query.Sort sort,
    boolean reverse,
    boolean wrapCode,
    boolean mouse,
    List<String> browser,
    List<String> editor,
    Keymap keymap,
    Map<String, String> origins,
    List<String> warnings) {
  public static final Config DEFAULTS =
      new Config(
          List.of(),
          80,
          "ansi",
          Query.Sort.DATE,
          false,
          true,
          false,
          List.of(),
          List.of(),
          Keymap.defaults(),
          Map.of(),
          List.of());

  static final List<String> SETTING_NAMES =
      List.of(
          "posts",
          "width",
          "theme",
          "sort",
          "reverse",
          "wrap-code",
          "mouse",
          "browser",
          "editor",
          "keys");

  /**
   * Reads a configuration; never fails: what is not understood is a warning, and the standard
   * stays. @param file its name, for the warnings
   */
  public static Config read(String file, String text) {
    return new Parser(file).parse(text);
  }

  /** The same with one thing more to say of it. */
  Config withWarning(String sentence) {
    List<String> all = new ArrayList<>(warnings);
    all.add(sentence);
    return copy(folders, theme, editor, origins, List.copyOf(all));
  }

  /** Without its theme, which there is none of. @param known the themes there are */
  Config withoutTheme(List<String> known) {
    String near = DidYouMean.suggest(theme, known);
    Map<String, String> rest = new HashMap<>(origins);
    String where = rest.remove("theme");
    return copy(folders, DEFAULTS.theme, editor, rest, warnings)
        .withWarning(
            (where == null ? "" : where + ": ")
                + "there is no theme \""
                + theme
                + "\""
                + (near == null
                    ? "; there are " + String.join(", ", known)
                    : "; did you mean " + near + "?"));
  }

  /** With other folders. @param origin what named them */
  public Config withFolders(List<String> other, String origin) {
    return copy(other, theme, editor, withOrigin("posts", origin), warnings);
  }

  /** With another theme. @param origin what named it */
  public Config withTheme(String other, String origin) {
    return copy(folders, other, editor, withOrigin("theme", origin), warnings);
  }

  /** With another editor. @param origin what named it */
  public Config withEditor(List<String> other, String origin) {
    return copy(folders, theme, other, withOrigin("editor", origin), warnings);
  }

  private Map<String, String> withOrigin(String name, String origin) {
    Map<String, String> all = new HashMap<>(origins);
    all.put(name, origin);
    return all;
  }

  private Config copy(
      List<String> newFolders,
      String newTheme,
      List<String> newEditor,
      Map<String, String> newOrigins,
      List<String> newWarnings) {
    return new Config(
        List.copyOf(newFolders),
        width,
        newTheme,
        sort,
        reverse,
        wrapCode,
        mouse,
        browser,
        List.copyOf(newEditor),
        keymap,
        Map.copyOf(newOrigins),
        newWarnings);
  }

  /** One reading of one file. */
  private static final class Parser {
    private final String file;
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Integer> lineBySetting = new HashMap<>();
    private final KeyBindings keyBindings;
    private List<String> folders = DEFAULTS.folders;
    private int width = DEFAULTS.width;
    private String theme = DEFAULTS.theme;
    private Query.Sort sort = DEFAULTS.sort;
    private boolean reverse;
    private boolean wrapCode = true;
    private boolean mouse;
    private List<String> browser = List.of();
    private List<String> editor = List.of();

    Parser(String file) {
      this.file = file;
      this.keyBindings = new KeyBindings(this::warn, origins, file);
    }

    Config parse(String text) {
      YamlSettings settings = YamlSettings.parse(text);
      if (!settings.error().isEmpty())
        warn(settings.errorLine(), settings.error() + "; the standard counts instead");
      for (YamlSettings.Setting setting : settings.settings()) apply(setting);
      Keymap keymap = keyBindings.toKeymap();
      return new Config(
          folders,
          width,
          theme,
          sort,
          reverse,
          wrapCode,
          mouse,
          browser,
          editor,
          keymap,
          Map.copyOf(origins),
          List.copyOf(warnings));
    }

    private void apply(YamlSettings.Setting setting) {
      String key = setting.key();
      Integer before = lineBySetting.put(key, setting.line());
      if (before != null)
        warn(setting.line(), key + " was set on line " + before + " already; this one counts");
      if (!setting.complete()) {
        warn(setting.line(), key + " takes a value, or a list of values");
        return;
      }
      int wrong = warnings.size();
      if (key.startsWith("keys.")) keyBindings.add(setting);
      else applyValue(setting);
      if (warnings.size() == wrong && SETTING_NAMES.contains(key))
        origins.put(key, file + ":" + setting.line());
    }

    private void applyValue(YamlSettings.Setting setting) {
      switch (setting.key()) {
        case "posts" -> folders = setting.values();
        case "width" -> width = parseNumber(setting, width);
        case "theme" -> theme = singleValue(setting, theme);
        case "sort" -> sort = parseSort(setting);
        case "reverse" -> reverse = parseBoolean(setting, reverse);
        case "wrap-code" -> wrapCode = parseBoolean(setting, wrapCode);
        case "mouse" -> mouse = parseBoolean(setting, mouse);
        case "browser" -> browser = parseCommandLine(setting);
        case "editor" -> editor = parseCommandLine(setting);
        case "keys" -> {
          if (!setting.values().isEmpty())
            warn(setting.line(), "keys takes lines below it, of the form \"command: key\"");
        }
        default -> warnUnknownSetting(setting);
      }
    }

    private void warnUnknownSetting(YamlSettings.Setting setting) {
      String key = setting.key();
      int dot = key.indexOf('.');
      if (dot > 0 && SETTING_NAMES.contains(key.substring(0, dot))) {
        warn(setting.line(), key.substring(0, dot) + " takes a value, and nothing below it");
        return;
      }
      String near = key.startsWith("folder") ? "posts" : DidYouMean.suggest(key, SETTING_NAMES);
      String hint =
          near == null
              ? "; known are " + String.join(", ", SETTING_NAMES)
              : "; did you mean " + near + "?";
      warn(setting.line(), "unknown setting \"" + key + "\"" + hint);
    }

    private void warn(int line, String sentence) {
      warnings.add(file + ":" + line + ": " + sentence);
    }

    private String singleValue(YamlSettings.Setting setting, String otherwise) {
      if (setting.values().size() == 1) return setting.values().getFirst();
      warn(setting.line(), setting.key() + " takes one value");
      return otherwise;
    }

    private int parseNumber(YamlSettings.Setting setting, int otherwise) {
      String value = singleValue(setting, Integer.toString(otherwise));
      try {
        int number = Integer.parseInt(value);
        if (number >= 0 && number <= 1000) return number;
      } catch (NumberFormatException e) {
        // said below, with the line
      }
      warn(setting.line(), setting.key() + " takes a number from 0 to 1000, not \"" + value + "\"");
      return otherwise;
    }

    private boolean parseBoolean(YamlSettings.Setting setting, boolean otherwise) {
      String value = singleValue(setting, Boolean.toString(otherwise));
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "true", "yes", "on" -> true;
        case "false", "no", "off" -> false;
        default -> {
          warn(setting.line(), setting.key() + " takes true or false, not \"" + value + "\"");
          yield otherwise;
        }
      };
    }

    private Query.Sort parseSort(YamlSettings.Setting setting) {
      String value = singleValue(setting, "date");
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "date" -> Query.Sort.DATE;
        case "title" -> Query.Sort.TITLE;
        case "updated" -> Query.Sort.UPDATED;
        default -> {
          warn(setting.line(), "sort takes date, title or updated, not \"" + value + "\"");
          yield sort;
        }
      };
    }

    /** A program as a list, or as one line of words; never given to a shell. */
    private List<String> parseCommandLine(YamlSettings.Setting setting) {
      if (setting.values().size() != 1) return setting.values();
      return ShellWords.split(setting.values().getFirst());
    }
  }
}
