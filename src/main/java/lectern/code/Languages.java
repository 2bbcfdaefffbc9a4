package lectern.code;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Languages by name and alias; each is read when it is first asked for. What is kept never changes.
 */
final class Languages {
  private static final Map<String, Language> READ = new ConcurrentHashMap<>();

  private Languages() {}

  private static final class Aliases {
    static final Map<String, String> NAMES = read();

    private static Map<String, String> read() {
      Map<String, String> out = new HashMap<>();
      for (String line : resource("names").split("\n")) {
        String[] words = line.split(" ");
        for (String word : words) if (!word.isEmpty()) out.putIfAbsent(word, words[0]);
      }
      return out;
    }
  }

  /**
   * @return null when it is not known
   */
  static Language of(String alias) {
    String name = Aliases.NAMES.get(alias.toLowerCase(Locale.ROOT));
    if (name == null) return null;
    Language language = READ.get(name);
    if (language == null) {
      language = Language.read(name, resource(name));
      READ.put(name, language);
    }
    return language;
  }

  /** Every name, for tests and help. */
  static java.util.Collection<String> names() {
    return new java.util.TreeSet<>(Aliases.NAMES.values());
  }

  private static String resource(String name) {
    try (InputStream in = Languages.class.getResourceAsStream("/lectern/language/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
