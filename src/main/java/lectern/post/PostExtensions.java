package lectern.post;

import java.util.List;

/** Extensions of the files that are posts; case is ignored. */
public final class PostExtensions {
  private static final List<String> ALL = List.of(".md", ".mdx", ".markdown");

  private PostExtensions() {}

  /** Whether the name or path of a file is that of a post. */
  public static boolean isPost(String name) {
    for (String extension : ALL) if (endsWith(name, extension)) return true;
    return false;
  }

  /** Whether the name or path of a file is that of a post in MDX. */
  public static boolean isMdx(String name) {
    return endsWith(name, ".mdx");
  }

  private static boolean endsWith(String name, String extension) {
    int length = extension.length();
    return name.regionMatches(true, name.length() - length, extension, 0, length);
  }
}
