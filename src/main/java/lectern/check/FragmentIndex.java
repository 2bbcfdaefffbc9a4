package lectern.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.markdown.Block;
import lectern.markdown.Document;
import lectern.text.TextFolding;

/**
 * What the fragments of links to a post may name: its headings, and what its author gave an id.
 * Every generator makes ids in its own way, so only letters and digits are compared.
 */
record FragmentIndex(Set<String> names, boolean hasFootnotes) {
  /**
   * {@code {#id}}, {@code {: #id}}; {@code id="…"} and {@code name="…"} in HTML; {@code ^block}.
   */
  private static final Pattern DECLARED_ID =
      Pattern.compile(
          "\\{:?[^}\\n]*#([^\\s}]+)[^}\\n]*}"
              + "|\\b(?:id|name)\\s*=\\s*[{\"'`]*([^\"'`\\s>}]+)"
              + "|(?m:\\^([\\w-]+)\\s*$)");

  static FragmentIndex of(String source, Document document) {
    Set<String> names = new HashSet<>();
    for (Block.Heading heading : document.headings()) {
      names.add(normalize(heading.id()));
      names.add(normalize(heading.plainText()));
    }
    Matcher given = DECLARED_ID.matcher(source);
    while (given.find())
      for (int group = 1; group <= 3; group++)
        if (given.group(group) != null) names.add(normalize(given.group(group)));
    return new FragmentIndex(names, source.contains("[^"));
  }

  boolean contains(String fragment) {
    if (fragment.isEmpty() || fragment.equals("top") || fragment.startsWith(":~:")) return true;
    String name = normalize(fragment);
    return names.contains(name) || hasFootnotes && name.startsWith("fn");
  }

  private static String normalize(String text) {
    StringBuilder out = new StringBuilder();
    String folded = TextFolding.fold(text.toLowerCase(Locale.ROOT));
    folded.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
    return out.toString();
  }
}
