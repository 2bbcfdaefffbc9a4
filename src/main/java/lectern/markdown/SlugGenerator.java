package lectern.markdown;

import java.util.HashMap;
import java.util.Map;

/**
 * Ids of headings the way GitHub makes them: lower case, punctuation out, spaces to hyphens, {@code
 * -1} on repeats.
 */
final class SlugGenerator {
  private final Map<String, Integer> used = new HashMap<>();

  String of(String title) {
    String slug = slug(title);
    Integer times = used.get(slug);
    if (times == null) {
      used.put(slug, 0);
      return slug;
    }
    String next;
    do next = slug + "-" + ++times;
    while (used.containsKey(next));
    used.put(slug, times);
    used.put(next, 0);
    return next;
  }

  /** An id that the author gave; as it is, also when another heading has it. */
  String taken(String id) {
    used.putIfAbsent(id, 0);
    return id;
  }

  static String slug(String title) {
    StringBuilder out = new StringBuilder(title.length());
    String text = title.strip();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c) || c == '_' || c == '-' || mark(c))
        out.appendCodePoint(Character.toLowerCase(c));
      else if (Character.isWhitespace(c)) out.append('-');
    }
    return out.toString();
  }

  private static boolean mark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
