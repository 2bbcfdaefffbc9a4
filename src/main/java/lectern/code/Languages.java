package lectern.code;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lectern.text.Resources;

/**
 * Languages by name and alias; each is read when it is first asked for. What is kept never changes.
 */
final class Languages {
  private static final Map<String, Language> CACHE = new ConcurrentHashMap<>();

  private Languages() {}

  private static final class Aliases {
    static final Map<String, String> NAME_BY_ALIAS = read();

    private static Map<String, String> read() {
      Map<String, String> out = new HashMap<>();
      for (String line : Resources.read("language/names").split("\n")) {
        String[] words = line.split(" ");
        for (String word : words) if (!word.isEmpty()) out.putIfAbsent(word, words[0]);
      }
      return out;
    }
  }

  /**
   * @return null when it is not known
   */
  static Language find(String alias) {
    String word = alias.toLowerCase(Locale.ROOT);
    // most blocks carry the name itself: its file is there, and the table of aliases can wait
    Language language = isPlainName(word) ? load(word) : null;
    if (language != null) return language;
    String name = Aliases.NAME_BY_ALIAS.get(word);
    return name == null ? null : load(name);
  }

  /** Whether a word from a post may be looked for as a file. */
  private static boolean isPlainName(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) return false;
    }
    return !word.isEmpty() && word.length() <= 16 && !word.equals("names");
  }

  private static Language load(String name) {
    Language language = CACHE.get(name);
    if (language != null) return language;
    String text = Resources.read("language/" + name);
    if (text == null) return null;
    language = Language.read(name, text);
    CACHE.put(name, language);
    return language;
  }

  /** Every name, for tests and help. */
  static java.util.Collection<String> names() {
    return new java.util.TreeSet<>(Aliases.NAME_BY_ALIAS.values());
  }
}
