package lectern.links;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.text.TextFolding;

/** What the fragments of links to a post may name: its headings, and what its author gave an id. */
public final class FragmentIndex {
  /**
   * {@code {#id}}, {@code {: #id}}; {@code id="…"} and {@code name="…"} in HTML; {@code ^block}.
   */
  private static final Pattern DECLARED_ID =
      Pattern.compile(
          "\\{:?[^}\\n]*#([^\\s}]+)[^}\\n]*}"
              + "|\\b(?:id|name)\\s*=\\s*[{\"'`]*([^\"'`\\s>}]+)"
              + "|(?m:\\^([\\w-]+)\\s*$)");

  private final Set<String> names = new HashSet<>();
  private final boolean hasFootnotes;

  private FragmentIndex(boolean hasFootnotes) {
    this.hasFootnotes = hasFootnotes;
  }

  /**
   * @param source the text of the post
   * @param headings their ids and their titles
   */
  public static FragmentIndex of(String source, List<String> headings) {
    FragmentIndex index = new FragmentIndex(source.contains("[^"));
    for (String heading : headings) index.names.add(normalize(heading));
    Matcher declared = DECLARED_ID.matcher(source);
    while (declared.find())
      for (int group = 1; group <= declared.groupCount(); group++)
        if (declared.group(group) != null) index.names.add(normalize(declared.group(group)));
    return index;
  }

  /** Whether a link may name a fragment; an empty one is the post itself. */
  public boolean contains(String fragment) {
    if (fragment.isEmpty() || fragment.equals("top") || fragment.startsWith(":~:")) return true;
    String name = normalize(fragment);
    return names.contains(name) || hasFootnotes && name.startsWith("fn");
  }

  /**
   * The letters and digits of a fragment, case and diacritics folded: all that is compared, since
   * every generator makes ids in its own way.
   */
  public static String normalize(String fragment) {
    StringBuilder out = new StringBuilder();
    String folded = TextFolding.fold(fragment);
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      if (Character.isLetterOrDigit(c)) out.appendCodePoint(c);
      i += Character.charCount(c);
    }
    return out.toString();
  }
}
