package lectern.userdata;

import java.util.List;
import java.util.Locale;
import lectern.text.Sanitizer;
import lectern.ui.Command;

/** Prints a configuration as a file that could be its source, with meanings and origins. */
public final class ConfigPrinter {
  private final Config config;
  private final StringBuilder out = new StringBuilder("# lectern's configuration in effect\n");

  private ConfigPrinter(Config config) {
    this.config = config;
  }

  /**
   * Prints a configuration.
   *
   * @param themes the names there are
   * @param here where posts lie when no folder is named
   */
  public static String format(Config config, List<String> themes, String here) {
    return new ConfigPrinter(config).printAll(String.join(", ", themes), here);
  }

  private String printAll(String themes, String here) {
    for (Setting<?> setting : Setting.all()) {
      String meaning = setting.meaning.replace("{here}", here).replace("{themes}", themes);
      out.append("# ").append(Sanitizer.sanitize(meaning)).append('\n');
      out.append(setting.name).append(": ").append(formatValue(setting));
      appendOrigin(setting.name);
    }
    out.append("# several keys to a command; \"g g\" is one after the other; []: no key\n");
    out.append("keys:\n");
    for (Command command : Command.all()) {
      String keys = formatList(config.keymap().keysOf(command));
      out.append("  ").append(command.configName()).append(": ").append(keys);
      appendOrigin("keys." + command.configName());
    }
    return out.toString();
  }

  private String formatValue(Setting<?> setting) {
    Object value = config.get(setting);
    if (value instanceof List<?> list) return formatList(list);
    String text = value.toString();
    return switch (setting.kind) {
      case WORD -> formatScalar(text);
      case LIST, NUMBER, SORT, FLAG, PROGRAM -> text.toLowerCase(Locale.ROOT);
    };
  }

  private void appendOrigin(String name) {
    String origin = config.origins().getOrDefault(name, "standard");
    out.append("  # ").append(Sanitizer.sanitize(origin)).append('\n');
  }

  private static String formatList(List<?> values) {
    StringBuilder all = new StringBuilder("[");
    for (Object value : values)
      all.append(all.length() == 1 ? "" : ", ").append(quote(value.toString()));
    return all.append(']').toString();
  }

  private static String formatScalar(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c == '-' && i > 0)) return quote(text);
    }
    return text.isEmpty() ? quote(text) : text;
  }

  /** In double quotes; what a terminal could obey becomes an escape of YAML. */
  private static String quote(String text) {
    StringBuilder all = new StringBuilder("\"");
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '"' || c == '\\') all.append('\\').appendCodePoint(c);
      else if (Sanitizer.isUnsafe(c) || c >= 0xd800 && c <= 0xdfff)
        all.append(String.format(Locale.ROOT, "\\U%08X", c));
      else all.appendCodePoint(c);
    }
    return all.append('"').toString();
  }
}
