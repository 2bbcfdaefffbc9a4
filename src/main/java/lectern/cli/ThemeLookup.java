package lectern.cli;

import java.util.List;
import lectern.text.DidYouMean;
import lectern.theme.Theme;
import lectern.ui.ReaderHistory;
import lectern.userdata.Config;
import lectern.userdata.Setting;
import lectern.userdata.UserFiles;
import org.jspecify.annotations.Nullable;

/** Which theme a command uses: that of {@code --theme}, else the reader's choice. */
final class ThemeLookup {
  private ThemeLookup() {}

  /**
   * The theme that {@code --theme} names, if it is given.
   *
   * @throws UsageException when there is no theme of this name; readers over SSH have those that
   *     are built in
   */
  static @Nullable String requested(Invocation invocation, CommandContext context) {
    String name = invocation.optionValue(CliOption.THEME);
    if (name == null || Theme.builtInNames().contains(name)) return name;
    if (context.isRemote()) throw unknownTheme(name, Theme.builtInNames());
    UserFiles files = UserFiles.of(context.env());
    if (!files.hasTheme(name)) throw unknownTheme(name, files.themeNames());
    return name;
  }

  /** The theme chosen on the screen over the configured one, if there is one. */
  static @Nullable String chosen(ReaderHistory history, Config config, UserFiles files) {
    String name = history.theme(config.get(Setting.THEME));
    return !name.isEmpty() && files.hasTheme(name) ? name : null;
  }

  private static UsageException unknownTheme(String name, List<String> known) {
    String all = "; there are " + String.join(", ", known);
    return new UsageException(
        "theme " + name + ": there is none" + DidYouMean.clause(name, known, all));
  }
}
