package lectern.links;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Paths of links and of files, with {@code /} between names. */
final class LinkPath {
  /** Longer ends of a name are no extension. */
  private static final int MAX_EXTENSION = 8;

  private LinkPath() {}

  /**
   * A path seen from a folder.
   *
   * @param folder absolute, without dots; empty for the top
   * @return absolute, without dots; null when it leads above the top
   */
  static @Nullable String join(@Nullable String folder, String path) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : (folder + "/" + path).split("/")) {
      if (name.equals("..")) {
        if (names.pollLast() == null) return null;
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return names.isEmpty() ? "" : "/" + String.join("/", names);
  }

  /**
   * The link from a folder to a path.
   *
   * @param folder as long a path as the other: absolute, or below the same folder
   */
  static String relative(@Nullable String folder, String path) {
    int common = 0;
    String from = folder == null || folder.isEmpty() ? "" : folder + "/";
    for (int i = 0; i < Math.min(from.length(), path.length()); i++) {
      if (from.charAt(i) != path.charAt(i)) break;
      if (from.charAt(i) == '/') common = i + 1;
    }
    StringBuilder out = new StringBuilder();
    for (int i = common; i < from.length(); i++) if (from.charAt(i) == '/') out.append("../");
    return escape(out.append(path, common, path.length()).toString());
  }

  /** A path as a link has it: without the characters that mean something there. */
  static String escape(String path) {
    return path.replace("%", "%25").replace("#", "%23").replace("?", "%3f");
  }

  /** The folder of a path; null for the top. */
  static @Nullable String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? null : path.substring(0, slash);
  }

  static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A path without the slashes at its end, but not shorter than one character. */
  static String withoutTrailingSlashes(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') end--;
    return path.substring(0, end);
  }

  /** {@code png} of {@code a/b.png}, in lower case; empty for none, and for {@code v1.2}. */
  static String extension(String path) {
    String last = lastName(withoutTrailingSlashes(path));
    int dot = last.lastIndexOf('.');
    String extension = last.substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean named = dot > 0 && !extension.isEmpty() && extension.length() <= MAX_EXTENSION;
    return named && Character.isLetter(extension.charAt(0)) ? extension : "";
  }
}
