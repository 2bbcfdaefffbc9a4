package lectern.aot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Filters a CDS class list to the classes that were loaded from the archive. */
final class ClassListFilter {
  /**
   * What only makes classes for lambdas, which the cache holds ready made, and the trainer itself.
   */
  private static final List<String> EXCLUDED_PREFIXES =
      List.of(
          "java/lang/classfile/",
          "jdk/internal/classfile/",
          "java/lang/constant/",
          "jdk/internal/constant/",
          "sun/invoke/",
          "lectern/aot/");

  private ClassListFilter() {}

  /**
   * @param list lines {@code java/lang/String id: 7}, and lines that begin with {@code @} for what
   *     belongs to a class
   * @param log lines {@code [0.01s] java.lang.String source: ...}, one a class that was needed
   */
  static List<String> filter(List<String> list, List<String> log) {
    Set<String> needed = new HashSet<>();
    for (String line : log) {
      int end = line.indexOf(" source: ");
      if (end > 0) needed.add(className(line.substring(line.lastIndexOf(' ', end - 1) + 1, end)));
    }
    List<String> out = new ArrayList<>();
    for (String line : list) if (isNeeded(line, needed)) out.add(line);
    return out;
  }

  /** Without the address that a hidden class carries. */
  private static String className(String loaded) {
    int hidden = loaded.indexOf("/0x");
    return (hidden < 0 ? loaded : loaded.substring(0, hidden)).replace('.', '/');
  }

  private static boolean isNeeded(String line, Set<String> needed) {
    String[] words = line.split(" ");
    boolean about = line.startsWith("@cp ") || line.startsWith("@lambda-proxy ");
    if (!about && (line.startsWith("@") || line.startsWith("#"))) return true;
    String name = words[about ? 1 : 0];
    for (String maker : EXCLUDED_PREFIXES) if (name.startsWith(maker)) return false;
    return needed.contains(name);
  }
}
