package lectern.ui;

import lectern.layout.Glyphs;

/**
 * What a reader's configuration and terminal settle before anything is shown.
 *
 * @param width most columns of text
 * @param wrapCode whether long rows of code are wrapped
 * @param theme the one in use
 * @param configuredTheme the one that the configuration names, whatever is in use; empty for none
 * @param themeNames names to choose from
 * @param local whether the program runs on the reader's own machine, so that it may suspend, edit
 *     and browse
 * @param browserConfigured whether a browser is configured
 * @param todayEpochDay days since 1970 where the reader is
 */
public record Preferences(
    int width,
    boolean wrapCode,
    Glyphs glyphs,
    String theme,
    String configuredTheme,
    java.util.List<String> themeNames,
    boolean local,
    boolean browserConfigured,
    long todayEpochDay) {
  public static final Preferences DEFAULTS =
      new Preferences(
          80, true, Glyphs.UNICODE, "ansi", "", lectern.theme.Theme.builtInNames(), true, false, 0);

  public Preferences width(int columns) {
    return new Preferences(
        columns,
        wrapCode,
        glyphs,
        theme,
        configuredTheme,
        themeNames,
        local,
        browserConfigured,
        todayEpochDay);
  }

  public Preferences wrapCode(boolean wrap) {
    return new Preferences(
        width,
        wrap,
        glyphs,
        theme,
        configuredTheme,
        themeNames,
        local,
        browserConfigured,
        todayEpochDay);
  }

  public Preferences glyphs(Glyphs glyphs) {
    return new Preferences(
        width,
        wrapCode,
        glyphs,
        theme,
        configuredTheme,
        themeNames,
        local,
        browserConfigured,
        todayEpochDay);
  }

  public Preferences theme(String name) {
    return new Preferences(
        width,
        wrapCode,
        glyphs,
        name,
        configuredTheme,
        themeNames,
        local,
        browserConfigured,
        todayEpochDay);
  }

  public Preferences configuredTheme(String name) {
    return new Preferences(
        width, wrapCode, glyphs, theme, name, themeNames, local, browserConfigured, todayEpochDay);
  }

  public Preferences themeNames(java.util.List<String> names) {
    return new Preferences(
        width,
        wrapCode,
        glyphs,
        theme,
        configuredTheme,
        names,
        local,
        browserConfigured,
        todayEpochDay);
  }

  public Preferences local(boolean own) {
    return new Preferences(
        width,
        wrapCode,
        glyphs,
        theme,
        configuredTheme,
        themeNames,
        own,
        browserConfigured,
        todayEpochDay);
  }

  public Preferences browserConfigured(boolean may) {
    return new Preferences(
        width, wrapCode, glyphs, theme, configuredTheme, themeNames, local, may, todayEpochDay);
  }

  public Preferences todayEpochDay(long day) {
    return new Preferences(
        width, wrapCode, glyphs, theme, configuredTheme, themeNames, local, browserConfigured, day);
  }
}
