package lectern.cli;

import java.util.List;
import lectern.text.Clean;
import lectern.text.Nearest;

/** Themes by name, as the command line has them. */
final class Themes {
  private Themes() {}

  static String unknown(String name, List<String> known) {
    String near = Nearest.of(name, known);
    return "theme "
        + Clean.text(name)
        + ": there is none"
        + (near == null
            ? "; there are " + Clean.text(String.join(", ", known))
            : "; did you mean " + Clean.text(near) + "?");
  }
}
