package lectern.code;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import lectern.text.Resources;
import org.jspecify.annotations.Nullable;

/** Languages by name and alias; each is read on first use and cached. */
final class Languages {
  private static final Map<String, Language> CACHE = new ConcurrentHashMap<>();

  private Languages() {}

  private static final class Aliases {
    static final Map<String, String> NAME_BY_ALIAS = read();

    private static Map<String, String> read() {
      Map<String, String> out = new HashMap<>();
      for (String line : Objects.requireNonNull(Resources.read("language/names")).split("\n")) {
        String[] words = line.split(" ");
        for (String word : words) if (!word.isEmpty()) out.putIfAbsent(word, words[0]);
      }
      return out;
    }
  }

  /** Null when there is no such language. */
  static @Nullable Language find(String alias) {
    String word = alias.toLowerCase(Locale.ROOT);
    // most blocks are labelled with the name itself, which needs no table of aliases
    Language language = isPlainName(word) ? load(word) : null;
    if (language != null) return language;
    String name = Aliases.NAME_BY_ALIAS.get(word);
    return name == null ? null : load(name);
  }

  /** Whether a word from a post is safe as a file name. */
  private static boolean isPlainName(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) return false;
    }
    return !word.isEmpty() && word.length() <= 16 && !word.equals("names");
  }

  private static @Nullable Language load(String name) {
    Language language = CACHE.get(name);
    if (language != null) return language;
    String text = Resources.read("language/" + name);
    if (text == null) return null;
    language = Language.read(name, text);
    CACHE.put(name, language);
    return language;
  }
}
