package lectern.cli;

import java.util.List;
import lectern.text.DidYouMean;
import lectern.text.Sanitizer;

/** Themes by name, as the command line has them. */
final class ThemeLookup {
  private ThemeLookup() {}

  static String unknownThemeMessage(String name, List<String> known) {
    String near = DidYouMean.suggest(name, known);
    return "theme "
        + Sanitizer.sanitize(name)
        + ": there is none"
        + (near == null
            ? "; there are " + Sanitizer.sanitize(String.join(", ", known))
            : "; did you mean " + Sanitizer.sanitize(near) + "?");
  }
}
