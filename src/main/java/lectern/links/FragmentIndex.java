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
   * {@code id="…"} and {@code name="…"} in HTML, {@code titleId="…"} and components, which may draw
   * a section of their name, in MDX; {@code ^block}; a heading in a quote or list; a tab.
   */
  private static final Pattern DECLARED_ID =
      Pattern.compile(
          "(?:\\b(?:id|name|permalink)|Id)\\s*=\\s*[{\"'`]*([^\"'`\\s>}]+)"
              + "|(?m:\\^([\\w-]+)[ \\t]*$)"
              + "|<([A-Z]\\w*)"
              + "|(?m:^[ \\t]*===[!+]?[ \\t]+\"([^\"\\n]+)\")"
              + "|(?m:^[ \\t]*(?:[>*+-]|\\d+[.)])[ \\t>]*#{1,6}[ \\t]+([^\\n]+)$)");

  /** Longer comments hold no instruction for a plugin. */
  private static final int MAX_COMMENT = 200;

  private final Set<String> names = new HashSet<>();
  private final boolean hasFootnotes;
  private boolean hasForeignHeadings;

  private FragmentIndex(boolean hasFootnotes) {
    this.hasFootnotes = hasFootnotes;
  }

  /**
   * @param source the text of the post
   * @param headings their ids and their titles
   */
  public static FragmentIndex of(String source, List<String> headings) {
    FragmentIndex index = new FragmentIndex(source.contains("[^"));
    for (String heading : headings) index.addHeading(heading);
    Matcher declared = DECLARED_ID.matcher(source);
    while (declared.find())
      for (int group = 1; group <= declared.groupCount(); group++)
        if (declared.group(group) != null) index.addHeading(declared.group(group));
    index.addAttributes(source);
    index.addComments(source);
    return index;
  }

  private void addHeading(String heading) {
    String name = normalize(heading);
    names.add(name);
    for (int i = 0; i < name.length() && !hasForeignHeadings; i++)
      hasForeignHeadings = name.charAt(i) > 0x7f;
    if (heading.indexOf('{') >= 0) names.add(normalize(withoutTags(heading)));
  }

  /** A heading without the tags of a template engine. */
  private static String withoutTags(String heading) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int open = heading.indexOf('{'); open >= 0; open = heading.indexOf('{', from)) {
      int close = heading.indexOf('}', open);
      if (close < 0) break;
      while (close + 1 < heading.length() && heading.charAt(close + 1) == '}') close++;
      out.append(heading, from, open);
      from = close + 1;
    }
    return out.append(heading, from, heading.length()).toString();
  }

  /**
   * Adds the ids of <code>{#id}</code>, <code>{: #id .c}</code> and <code>{/&#42;id&#42;/}</code>.
   */
  private void addAttributes(String source) {
    int open = -1;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '{') open = i;
      else if (c == '\n') open = -1;
      else if (c == '}' && open >= 0) {
        addAttributeList(source.substring(open + 1, i));
        open = -1;
      }
    }
  }

  private void addAttributeList(String list) {
    if (list.startsWith("/*")) names.add(normalize(list));
    else
      for (int hash = list.indexOf('#'); hash >= 0; hash = list.indexOf('#', hash + 1)) {
        int end = hash + 1;
        while (end < list.length() && !Character.isWhitespace(list.charAt(end))) end++;
        names.add(normalize(list.substring(hash, end)));
        hash = end - 1;
      }
  }

  /**
   * Adds the words of comments that tell a plugin what to make: {@code <!-- md:setting x.y -->}.
   */
  private void addComments(String source) {
    for (int at = source.indexOf("<!--"); at >= 0; at = source.indexOf("<!--", at + 4)) {
      int end = source.indexOf("-->", at);
      if (end < 0) return;
      if (end - at <= MAX_COMMENT)
        for (String word : source.substring(at + 4, end).split("\\s+")) names.add(normalize(word));
      at = end;
    }
  }

  /** Whether a link may name a fragment; an empty one is the post itself. */
  public boolean contains(String fragment) {
    if (fragment.isEmpty() || fragment.equals("top") || fragment.startsWith(":~:")) return true;
    String name = normalize(fragment);
    if (names.contains(name) || hasFootnotes && name.startsWith("fn")) return true;
    int last = fragment.lastIndexOf('#');
    return last > 0 && names.contains(normalize(fragment.substring(last)));
  }

  /** Whether there are headings in other letters than ASCII. */
  public boolean hasForeignHeadings() {
    return hasForeignHeadings;
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
