package lectern.ui;

import lectern.layout.Glyphs;

/**
 * What a reader's configuration and terminal settle before anything is shown.
 *
 * @param width most columns of text
 * @param wrapCode whether long rows of code are wrapped
 * @param theme the one in use
 * @param configured the one that the configuration names, whatever is in use; empty for none
 * @param themes names to choose from
 * @param local whether the program runs on the reader's own machine, so that it may suspend, edit
 *     and browse
 * @param browse whether a browser is configured
 * @param today days since 1970 where the reader is
 */
public record Preferences(
    int width,
    boolean wrapCode,
    Glyphs glyphs,
    String theme,
    String configured,
    java.util.List<String> themes,
    boolean local,
    boolean browse,
    long today) {
  public static final Preferences STANDARD =
      new Preferences(
          80, true, Glyphs.UNICODE, "ansi", "", lectern.theme.Theme.builtInNames(), true, false, 0);

  public Preferences width(int columns) {
    return new Preferences(
        columns, wrapCode, glyphs, theme, configured, themes, local, browse, today);
  }

  public Preferences wrapCode(boolean wrap) {
    return new Preferences(width, wrap, glyphs, theme, configured, themes, local, browse, today);
  }

  public Preferences glyphs(Glyphs glyphs) {
    return new Preferences(
        width, wrapCode, glyphs, theme, configured, themes, local, browse, today);
  }

  public Preferences theme(String name) {
    return new Preferences(width, wrapCode, glyphs, name, configured, themes, local, browse, today);
  }

  public Preferences configured(String name) {
    return new Preferences(width, wrapCode, glyphs, theme, name, themes, local, browse, today);
  }

  public Preferences themes(java.util.List<String> names) {
    return new Preferences(width, wrapCode, glyphs, theme, configured, names, local, browse, today);
  }

  public Preferences local(boolean own) {
    return new Preferences(width, wrapCode, glyphs, theme, configured, themes, own, browse, today);
  }

  public Preferences browse(boolean may) {
    return new Preferences(width, wrapCode, glyphs, theme, configured, themes, local, may, today);
  }

  public Preferences today(long day) {
    return new Preferences(width, wrapCode, glyphs, theme, configured, themes, local, browse, day);
  }
}
