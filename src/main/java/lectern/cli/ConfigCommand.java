package lectern.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.userdata.Config;
import lectern.userdata.ConfigPrinter;
import lectern.userdata.ProgramLine;
import lectern.userdata.Setting;
import lectern.userdata.UserFiles;
import org.jspecify.annotations.Nullable;

/**
 * {@code lectern config}: the settings in effect, each with where it comes from; what is wrong with
 * them goes to standard error.
 */
final class ConfigCommand {
  private ConfigCommand() {}

  static int run(Invocation invocation, CommandContext context) throws IOException {
    UserFiles files = UserFiles.of(context.env());
    Config config = files.readConfig();
    for (String warning : config.warnings()) context.printError(warning);
    Config effective = applyPostFolders(config, invocation, context);
    effective = applyTheme(effective, ThemeLookup.requested(invocation, context), files);
    effective = applyEditor(effective, context);
    for (String warning : files.loadTheme(effective.get(Setting.THEME)).warnings())
      context.printError(warning);
    String folder = invocation.defaultFolder().toString();
    context.print(ConfigPrinter.format(effective, files.themeNames(), folder));
    return ExitCode.OK;
  }

  private static Config applyPostFolders(
      Config config, Invocation invocation, CommandContext context) {
    boolean given = invocation.hasOption(CliOption.POSTS);
    if (!given && context.env().getOrDefault("LECTERN_POSTS", "").isEmpty()) return config;
    List<String> folders = new ArrayList<>();
    for (Path folder : invocation.postFolders()) folders.add(folder.toString());
    return config.with(Setting.POSTS, folders, given ? "--posts" : "$LECTERN_POSTS");
  }

  private static Config applyTheme(Config config, @Nullable String requested, UserFiles files) {
    if (requested != null) return config.with(Setting.THEME, requested, "--theme");
    String chosen = ThemeLookup.chosen(files.loadHistory().history(), config, files);
    if (chosen == null) return config;
    String over = config.origins().get("theme");
    return config.with(
        Setting.THEME, chosen, "chosen in the reader" + (over == null ? "" : ", over " + over));
  }

  private static Config applyEditor(Config config, CommandContext context) {
    if (!config.get(Setting.EDITOR).isEmpty()) return config;
    for (String variable : new String[] {"VISUAL", "EDITOR"}) {
      List<String> words = ProgramLine.parse(context.env().getOrDefault(variable, ""));
      if (!words.isEmpty()) return config.with(Setting.EDITOR, words, "$" + variable);
    }
    return config;
  }
}
