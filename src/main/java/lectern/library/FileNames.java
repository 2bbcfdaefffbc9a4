package lectern.library;

import java.util.Locale;
import lectern.post.DateParser;
import lectern.post.PostDate;

/** Reads slug, date and title off the name of a file. */
final class FileNames {
  private FileNames() {}

  static boolean isPost(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".markdown") || lower.endsWith(".mdx");
  }

  /**
   * @param name path below the folder, {@code /} between names
   */
  static String slug(String name) {
    String bare = withoutExtension(name);
    int slash = bare.lastIndexOf('/');
    String file = bare.substring(slash + 1);
    if (isIndex(file) && slash > 0) {
      String folder = bare.substring(0, slash);
      int before = folder.lastIndexOf('/');
      return folder.substring(0, before + 1) + withoutDatePrefix(folder.substring(before + 1));
    }
    return bare.substring(0, slash + 1) + withoutDatePrefix(file);
  }

  /** The date that the name begins with, as in Jekyll; null for none. */
  static PostDate date(String name) {
    String slugged = withoutExtension(name);
    String file = slugged.substring(slugged.lastIndexOf('/') + 1);
    if (isIndex(file) && slugged.contains("/")) {
      String folder = slugged.substring(0, slugged.lastIndexOf('/'));
      file = folder.substring(folder.lastIndexOf('/') + 1);
    }
    return hasDatePrefix(file) || isIsoDate(file) ? DateParser.parse(file.substring(0, 10)) : null;
  }

  /** Whether a file is the page of its folder: {@code index}, and {@code _index} (Hugo, Zola). */
  private static boolean isIndex(String file) {
    return file.equalsIgnoreCase("index") || file.equals("_index");
  }

  /** Whether a file lies where Jekyll and Hexo keep drafts. */
  static boolean isDraft(String name) {
    return name.startsWith("_drafts/") || name.contains("/_drafts/");
  }

  /** {@code notes/half-written_thing.md} → {@code Half written thing}. */
  static String title(String name) {
    String slug = slug(name);
    String last = slug.substring(slug.lastIndexOf('/') + 1);
    if (isIsoDate(last)) return last;
    String words = last.replace('-', ' ').replace('_', ' ').strip();
    if (words.isEmpty()) return name;
    int first = words.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toTitleCase(first))
        .append(words, Character.charCount(first), words.length())
        .toString();
  }

  private static String withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }

  private static String withoutDatePrefix(String file) {
    return hasDatePrefix(file) ? file.substring(11) : file;
  }

  private static boolean hasDatePrefix(String file) {
    return file.length() > 11
        && (file.charAt(10) == '-' || file.charAt(10) == '_')
        && isIsoDate(file.substring(0, 10));
  }

  /** Whether a name is a date: {@code 2024-03-02}. */
  private static boolean isIsoDate(String file) {
    if (file.length() != 10) return false;
    for (int i = 0; i < 10; i++) {
      char c = file.charAt(i);
      if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') return false;
    }
    return true;
  }
}
