package lectern.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.library.Settings;
import lectern.post.Query;
import lectern.text.Nearest;
import lectern.theme.Theme;
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
  public static final Config STANDARD =
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
          Keymap.standard(),
          Map.of(),
          List.of());

  static final List<String> NAMES =
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
    return new Reading(file).read(text);
  }

  Config warned(String sentence) {
    List<String> all = new ArrayList<>(warnings);
    all.add(sentence);
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
        origins,
        List.copyOf(all));
  }

  /**
   * The configuration in effect, as a file that could be its source, each value with where it came
   * from.
   */
  public String print() {
    StringBuilder out = new StringBuilder("# lectern's configuration in effect\n");
    line(out, "posts", "folders of posts; none: the one lectern is started in", list(folders));
    line(out, "width", "most columns of text, 0: as wide as the screen", Integer.toString(width));
    line(out, "theme", String.join(", ", Theme.names()) + ", or a file of your own", theme);
    line(out, "sort", "date, title, updated", sort.name().toLowerCase(java.util.Locale.ROOT));
    line(out, "reverse", "the other way round", Boolean.toString(reverse));
    line(out, "wrap-code", "wrap long lines of code", Boolean.toString(wrapCode));
    line(
        out,
        "mouse",
        "wheel and clicks; takes the terminal's own selection away",
        Boolean.toString(mouse));
    line(out, "browser", "program that shows an address; none: only copied", list(browser));
    line(out, "editor", "program that edits a post; none: $VISUAL, $EDITOR", list(editor));
    out.append("keys:\n");
    for (lectern.ui.Command command : lectern.ui.Command.values()) {
      String origin = origins.getOrDefault("keys." + command.word(), "standard");
      out.append("  ").append(command.word()).append(": ").append(list(keymap.keys(command)));
      out.append("  # ").append(origin).append('\n');
    }
    return out.toString();
  }

  private void line(StringBuilder out, String name, String what, String value) {
    out.append("# ").append(what).append('\n');
    out.append(name)
        .append(": ")
        .append(value)
        .append("  # ")
        .append(origins.getOrDefault(name, "standard"));
    out.append('\n');
  }

  private static String list(List<String> values) {
    StringBuilder out = new StringBuilder("[");
    for (String value : values) {
      out.append(out.length() == 1 ? "" : ", ").append('"');
      out.append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return out.append(']').toString();
  }

  /** One reading of one file. */
  private static final class Reading {
    private final String file;
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final Keys keys;
    private List<String> folders = STANDARD.folders;
    private int width = STANDARD.width;
    private String theme = STANDARD.theme;
    private Query.Sort sort = STANDARD.sort;
    private boolean reverse;
    private boolean wrapCode = true;
    private boolean mouse;
    private List<String> browser = List.of();
    private List<String> editor = List.of();

    Reading(String file) {
      this.file = file;
      this.keys = new Keys(this::warn, origins, file);
    }

    Config read(String text) {
      Settings settings = Settings.read(text);
      if (!settings.problem().isEmpty())
        warn(settings.line(), settings.problem() + "; nothing below it counts");
      for (Settings.Setting setting : settings.settings()) set(setting);
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
          keys.keymap(),
          Map.copyOf(origins),
          List.copyOf(warnings));
    }

    private void set(Settings.Setting setting) {
      String key = setting.key();
      if (key.startsWith("keys.")) {
        keys.set(setting);
        return;
      }
      switch (key) {
        case "posts", "folder", "folders" -> folders = setting.values();
        case "width" -> width = number(setting, width);
        case "theme" -> theme = one(setting, theme);
        case "sort" -> sort = order(setting);
        case "reverse" -> reverse = yes(setting, reverse);
        case "wrap-code" -> wrapCode = yes(setting, wrapCode);
        case "mouse" -> mouse = yes(setting, mouse);
        case "browser" -> browser = program(setting);
        case "editor" -> editor = program(setting);
        case "keys" -> {}
        default -> unknown(setting);
      }
      if (NAMES.contains(key)) origins.put(key, file + ":" + setting.line());
    }

    private void unknown(Settings.Setting setting) {
      String near = Nearest.of(setting.key(), NAMES);
      String hint =
          near == null ? "; known are " + String.join(", ", NAMES) : "; did you mean " + near + "?";
      warn(setting.line(), "unknown setting \"" + setting.key() + "\"" + hint);
    }

    private void warn(int line, String sentence) {
      warnings.add(file + ":" + line + ": " + sentence);
    }

    private String one(Settings.Setting setting, String otherwise) {
      if (setting.values().size() == 1) return setting.values().getFirst();
      warn(setting.line(), setting.key() + " takes one value");
      return otherwise;
    }

    private int number(Settings.Setting setting, int otherwise) {
      String value = one(setting, Integer.toString(otherwise));
      try {
        int number = Integer.parseInt(value);
        if (number >= 0 && number <= 1000) return number;
      } catch (NumberFormatException e) {
        // said below, with the line
      }
      warn(setting.line(), setting.key() + " takes a number from 0 to 1000, not \"" + value + "\"");
      return otherwise;
    }

    private boolean yes(Settings.Setting setting, boolean otherwise) {
      String value = one(setting, Boolean.toString(otherwise));
      return switch (value) {
        case "true", "yes", "on" -> true;
        case "false", "no", "off" -> false;
        default -> {
          warn(setting.line(), setting.key() + " takes true or false, not \"" + value + "\"");
          yield otherwise;
        }
      };
    }

    private Query.Sort order(Settings.Setting setting) {
      String value = one(setting, "date");
      return switch (value) {
        case "date" -> Query.Sort.DATE;
        case "title" -> Query.Sort.TITLE;
        case "updated" -> Query.Sort.UPDATED;
        default -> {
          warn(setting.line(), "sort takes date, title or updated, not \"" + value + "\"");
          yield sort;
        }
      };
    }

    /** A program as a list, or as words with spaces between; never given to a shell. */
    private List<String> program(Settings.Setting setting) {
      if (setting.values().size() != 1) return setting.values();
      List<String> words = new ArrayList<>();
      for (String word : setting.values().getFirst().split(" "))
        if (!word.isEmpty()) words.add(word);
      return List.copyOf(words);
    }
  }
}
