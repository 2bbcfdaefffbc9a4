package lectern.cli;
import lectern.text.DidYouMean;
import lectern.text.Sanitizer;


import java.util.List;

/** Themes by name, as the command line has them. */
final class Themes {
  private Themes() {}

  static String unknown(String name, List<String> known) {
    String near = DidYouMean.of(name, known);
    return "theme "
        + Sanitizer.text(name)
        + ": there is none"
        + (near == null
            ? "; there are " + Sanitizer.text(String.join(", ", known))
            : "; did you mean " + Sanitizer.text(near) + "?");
  }
}
