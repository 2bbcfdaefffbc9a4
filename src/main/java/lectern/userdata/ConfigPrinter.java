package lectern.userdata;

import java.util.List;
import java.util.Locale;
import lectern.text.Sanitizer;
import lectern.ui.Command;

/**
 * A configuration as a file that could be its source, each value with what it means and where it
 * came from.
 */
public final class ConfigPrinter {
  private final Config config;
  private final StringBuilder out = new StringBuilder("# lectern's configuration in effect\n");

  private ConfigPrinter(Config config) {
    this.config = config;
  }

  /**
   * @param themes the names there are @param here where posts lie when no folder is named
   */
  public static String format(Config config, List<String> themes, String here) {
    return new ConfigPrinter(config).printAll(themes, here);
  }

  private String printAll(List<String> themes, String here) {
    appendSetting(
        "posts",
        "folders of posts; none: ./posts, else the current folder, which is "
            + Sanitizer.sanitize(here)
            + " here",
        formatList(config.folders()));
    appendSetting("width", "most columns of text; 0: as wide as the screen", "" + config.width());
    appendSetting(
        "theme", Sanitizer.sanitize(String.join(", ", themes)), formatScalar(config.theme()));
    appendSetting("sort", "date, title or updated", config.sort().name().toLowerCase(Locale.ROOT));
    appendSetting("reverse", "the other way round", "" + config.reverse());
    appendSetting("wrap-code", "wrap long lines of code", "" + config.wrapCode());
    appendSetting(
        "mouse", "wheel and clicks; takes the terminal's own selection away", "" + config.mouse());
    appendSetting(
        "browser",
        "program that shows an address; none: only copied",
        formatList(config.browser()));
    appendSetting(
        "editor", "program that edits a post; none: $VISUAL, $EDITOR", formatList(config.editor()));
    out.append("# several keys to a command; \"g g\" is one after the other; []: no key\n");
    out.append("keys:\n");
    for (Command command : Command.values()) {
      String keys = formatList(config.keymap().keysOf(command));
      out.append("  ").append(command.configName()).append(": ").append(keys);
      appendOrigin("keys." + command.configName());
    }
    return out.toString();
  }

  private void appendSetting(String name, String what, String value) {
    out.append("# ").append(what).append('\n').append(name).append(": ").append(value);
    appendOrigin(name);
  }

  private void appendOrigin(String name) {
    String origin = config.origins().getOrDefault(name, "standard");
    out.append("  # ").append(Sanitizer.sanitize(origin)).append('\n');
  }

  private static String formatList(List<String> values) {
    StringBuilder all = new StringBuilder("[");
    for (String value : values) all.append(all.length() == 1 ? "" : ", ").append(quote(value));
    return all.append(']').toString();
  }

  private static String formatScalar(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c == '-' && i > 0)) return quote(text);
    }
    return text.isEmpty() ? quote(text) : text;
  }

  /** In double quotes, with what a terminal could obey as YAML's escapes. */
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
