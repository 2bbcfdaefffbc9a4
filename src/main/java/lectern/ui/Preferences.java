package lectern.ui;

import java.util.List;
import lectern.layout.Glyphs;
import lectern.theme.Theme;

/**
 * What a reader may change while reading, and what is around the session.
 *
 * @param width most columns of text; 0: as wide as the screen
 * @param wrapCode whether long rows of code are wrapped
 * @param theme the name of the theme in use
 */
public record Preferences(int width, boolean wrapCode, String theme, Environment environment) {
  public static final Preferences DEFAULTS =
      new Preferences(
          80, true, "ansi", new Environment(Glyphs.UNICODE, "", Theme.builtInNames(), true, false));

  /**
   * What is settled before a session begins.
   *
   * @param configuredTheme the theme that the configuration names; empty for none
   * @param themeNames names to choose from
   * @param local whether the program runs on the reader's own machine, so that it may suspend, edit
   *     and browse
   * @param browserConfigured whether a browser is configured
   */
  public record Environment(
      Glyphs glyphs,
      String configuredTheme,
      List<String> themeNames,
      boolean local,
      boolean browserConfigured) {
    public Environment withGlyphs(Glyphs next) {
      return new Environment(next, configuredTheme, themeNames, local, browserConfigured);
    }
  }

  public Preferences withWidth(int columns) {
    return new Preferences(columns, wrapCode, theme, environment);
  }

  public Preferences withWrapCode(boolean wrap) {
    return new Preferences(width, wrap, theme, environment);
  }

  public Preferences withTheme(String name) {
    return new Preferences(width, wrapCode, name, environment);
  }

  public Preferences withEnvironment(Environment next) {
    return new Preferences(width, wrapCode, theme, next);
  }
}
