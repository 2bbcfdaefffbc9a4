package lectern.library;

import java.util.Locale;
import lectern.post.Dates;
import lectern.post.Moment;

/** What a file's name says: its slug, a date before it, a title to fall back on. */
final class Names {
  private Names() {}

  static boolean isPost(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".markdown") || lower.endsWith(".mdx");
  }

  /**
   * @param name path below the folder, {@code /} between names
   */
  static String slug(String name) {
    String bare = bare(name);
    int slash = bare.lastIndexOf('/');
    String file = bare.substring(slash + 1);
    if (file.equalsIgnoreCase("index") && slash > 0) {
      String folder = bare.substring(0, slash);
      int before = folder.lastIndexOf('/');
      return folder.substring(0, before + 1) + undated(folder.substring(before + 1));
    }
    return bare.substring(0, slash + 1) + undated(file);
  }

  /** The date before the name, as Jekyll has it; null for none. */
  static Moment date(String name) {
    String slugged = bare(name);
    String file = slugged.substring(slugged.lastIndexOf('/') + 1);
    if (file.equalsIgnoreCase("index") && slugged.contains("/")) {
      String folder = slugged.substring(0, slugged.lastIndexOf('/'));
      file = folder.substring(folder.lastIndexOf('/') + 1);
    }
    return dated(file) ? Dates.parse(file.substring(0, 10)) : null;
  }

  /** {@code notes/half-written_thing.md} → {@code Half written thing}. */
  static String title(String name) {
    String slug = slug(name);
    String words =
        slug.substring(slug.lastIndexOf('/') + 1).replace('-', ' ').replace('_', ' ').strip();
    if (words.isEmpty()) return name;
    int first = words.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toTitleCase(first))
        .append(words, Character.charCount(first), words.length())
        .toString();
  }

  private static String bare(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }

  private static String undated(String file) {
    return dated(file) ? file.substring(11) : file;
  }

  private static boolean dated(String file) {
    if (file.length() < 12 || file.charAt(10) != '-' && file.charAt(10) != '_') return false;
    for (int i = 0; i < 10; i++) {
      char c = file.charAt(i);
      if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') return false;
    }
    return true;
  }
}
