package lectern.markdown;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes ids of headings as GitHub does: lower case, without punctuation, spaces as hyphens, {@code
 * -1} on repeats.
 */
final class SlugGenerator {
  private final Map<String, Integer> useCounts = new HashMap<>();

  String generate(String title) {
    String slug = slugify(title);
    Integer times = useCounts.get(slug);
    if (times == null) {
      useCounts.put(slug, 0);
      return slug;
    }
    String next;
    do next = slug + "-" + ++times;
    while (useCounts.containsKey(next));
    useCounts.put(slug, times);
    useCounts.put(next, 0);
    return next;
  }

  /** Reserves an id that the author gave; it stays as it is, also when another heading has it. */
  String reserve(String id) {
    useCounts.putIfAbsent(id, 0);
    return id;
  }

  static String slugify(String title) {
    StringBuilder out = new StringBuilder(title.length());
    String text = title.strip();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c) || c == '_' || c == '-' || isCombiningMark(c))
        out.appendCodePoint(Character.toLowerCase(c));
      else if (Character.isWhitespace(c)) out.append('-');
    }
    return out.toString();
  }

  private static boolean isCombiningMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
