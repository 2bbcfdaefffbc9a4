package lectern.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.userdata.Config;
import lectern.userdata.ConfigPrinter;
import lectern.userdata.ShellWords;
import lectern.userdata.UserFiles;

/** {@code lectern config}: what is in effect, from wherever it came; what is wrong is said. */
final class ConfigCommand {
  private ConfigCommand() {}

  static int run(Invocation call, CommandContext around) throws IOException {
    if (around.isRemote())
      throw new UsageException("config: this is for the machine that lectern runs on");
    UserFiles home = UserFiles.of(around.env());
    Config config = home.readConfig();
    for (String warning : config.warnings()) ErrorOutput.print(warning, around);
    Config effective =
        applyEditor(applyTheme(applyPostFolders(config, call, around), call, home), around);
    for (String flaw : home.loadTheme(effective.theme()).warnings())
      ErrorOutput.print(flaw, around);
    String here = call.defaultFolder().toString();
    return HelpCommand.print(ConfigPrinter.format(effective, home.themeNames(), here), around);
  }

  private static Config applyPostFolders(Config config, Invocation call, CommandContext around) {
    String named = around.env().getOrDefault("LECTERN_POSTS", "");
    boolean own = call.hasOption(CliOption.POSTS) || !named.isEmpty();
    if (!own) return config;
    List<String> folders = new ArrayList<>();
    for (Path folder : call.postFolders()) folders.add(folder.toString());
    return config.withFolders(
        folders, call.hasOption(CliOption.POSTS) ? "--posts" : "$LECTERN_POSTS");
  }

  private static Config applyTheme(Config config, Invocation call, UserFiles home) {
    String name = call.optionValue(CliOption.THEME);
    if (name != null) {
      if (!home.hasTheme(name))
        throw new UsageException(ThemeLookup.unknownThemeMessage(name, home.themeNames()));
      return config.withTheme(name, "--theme");
    }
    String chosen = home.loadHistory().history().theme(config.theme());
    if (chosen.isEmpty() || !home.hasTheme(chosen)) return config;
    String over = config.origins().get("theme");
    return config.withTheme(
        chosen, "chosen in the reader" + (over == null ? "" : ", over " + over));
  }

  private static Config applyEditor(Config config, CommandContext around) {
    if (!config.editor().isEmpty()) return config;
    for (String variable : new String[] {"VISUAL", "EDITOR"}) {
      List<String> words = ShellWords.split(around.env().getOrDefault(variable, ""));
      if (!words.isEmpty()) return config.withEditor(words, "$" + variable);
    }
    return config;
  }
}
