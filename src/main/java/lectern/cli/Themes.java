package lectern.cli;

import lectern.text.Clean;
import lectern.text.Nearest;
import lectern.theme.Theme;

/** Themes by name, as the command line has them. */
final class Themes {
  private Themes() {}

  static String unknown(String name) {
    String near = Nearest.of(name, Theme.names());
    return "theme "
        + Clean.text(name)
        + ": there is none"
        + (near == null
            ? "; there are " + String.join(", ", Theme.names())
            : "; did you mean " + near + "?");
  }
}
