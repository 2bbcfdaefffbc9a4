package lectern.links;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The paths of posts by the addresses that generators make of them. */
final class PageIndex {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final int rootLength;
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> loose = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();

  /**
   * @param root the folder of the posts
   * @param paths of posts, in the order of preference
   */
  PageIndex(String root, Iterable<String> paths) {
    this.rootLength = root.length();
    for (String path : paths) {
      String address = addressOf(path);
      exact.putIfAbsent(address, path);
      String name = address.substring(Math.min(rootLength, address.length()));
      loose.putIfAbsent(toKey(name, false), path);
      loose.putIfAbsent(toKey(name, true), path);
      byName.merge(
          LinkPath.lastName(withoutExtension(path)).toLowerCase(Locale.ROOT),
          path,
          PageIndex::shorter);
    }
  }

  private static String shorter(String a, String b) {
    return b.length() < a.length() ? b : a;
  }

  /** The path without its extension; of the page of a folder, the folder. */
  static String addressOf(String path) {
    String address = withoutExtension(path);
    String name = LinkPath.lastName(address);
    return name.equals("index") || name.equals("_index")
        ? address.substring(0, address.length() - name.length() - 1)
        : address;
  }

  private static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
  }

  /** The post with this address; null for none. */
  @Nullable String find(String address) {
    return exact.get(address);
  }

  /**
   * The post whose address is the same in lower case and without what only sorts files: numbers and
   * dates before a name, and numbered folders; without its language too. Null for none.
   *
   * @param address below the folder of the posts
   */
  @Nullable String findLoosely(String address) {
    String name = address.substring(rootLength);
    String found = loose.get(toKey(name, false));
    return found != null ? found : loose.get(toKey(name, true));
  }

  /**
   * The post that a path means, seen from the address of another that has no numbers in it; with or
   * without a slash at its end. Null for none.
   */
  @Nullable String findFromLooseAddress(String from, String path) {
    if (!LinkPath.extension(path).isEmpty()) return null;
    String page = toKey(addressOf(from).substring(rootLength), true);
    String found = findJoined(page, path);
    String folder = LinkPath.parent(page);
    return found != null || folder == null ? found : findJoined(folder, path);
  }

  private @Nullable String findJoined(String folder, String path) {
    String joined = LinkPath.join(folder, path);
    return joined == null ? null : loose.get(toKey(joined, true));
  }

  /** The post whose file has this name anywhere, nearest to the top; null for none. */
  @Nullable String findByName(String name) {
    return byName.get(name.toLowerCase(Locale.ROOT));
  }

  /**
   * @param foldersToo whether numbered folders are left out
   */
  private static String toKey(String address, boolean foldersToo) {
    StringBuilder key = new StringBuilder();
    String[] names = address.toLowerCase(Locale.ROOT).split("/");
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      if (name.isEmpty()) continue;
      String bare = withoutOrder(name);
      boolean last = i == names.length - 1;
      if (foldersToo && !last && !bare.equals(name)) continue;
      if (last) bare = withoutLanguage(bare);
      if (!last || !bare.equals("index")) key.append('/').append(bare.replace(' ', '-'));
    }
    return key.toString();
  }

  /** A name without the number or date that sorts it: {@code 40-page}, {@code 2024-01-02-page}. */
  private static String withoutOrder(String name) {
    int end = 0;
    while (end < name.length() && isOrder(name.charAt(end))) end++;
    return end > 0
            && end < name.length()
            && name.charAt(0) >= '0'
            && name.charAt(0) <= '9'
            && !Character.isLetterOrDigit(name.charAt(end - 1))
        ? name.substring(end)
        : name;
  }

  private static boolean isOrder(char c) {
    return c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' || c == ' ';
  }

  /** {@code page.fr} and {@code index.pt-br} without their language. */
  private static String withoutLanguage(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && isLanguage(name.substring(dot + 1)) ? name.substring(0, dot) : name;
  }

  /** Whether a name is that of a language, with or without a country or script. */
  static boolean isLanguage(String name) {
    int dash = name.indexOf('-');
    String language = dash < 0 ? name : name.substring(0, dash);
    return LANGUAGES.contains(language) && name.length() <= 7;
  }
}
