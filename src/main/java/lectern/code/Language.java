package lectern.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A language as data: what its file under {@code language/} says.
 *
 * @param wordRoles keyword, type, constant or function by the word, as a role
 * @param lineComments marks that begin a comment to the line's end
 * @param blockComments pairs of marks around a comment, opening and closing in turn
 * @param quotes marks of strings that end on their line
 * @param multilineStrings marks of strings that go over lines, longest first
 * @param rawStrings marks of strings without escapes
 * @param interpolation what opens an expression in a string: {@code ${}, {@code #{}, {@code \(}, <code>{</code>; empty for none
 * @param traits what cannot be said in a table, by name
 */
record Language(
    String name,
    String family,
    Map<String, Byte> wordRoles,
    List<String> lineComments,
    List<String> blockComments,
    String quotes,
    List<String> multilineStrings,
    String rawStrings,
    String interpolation,
    Set<String> features) {
  boolean has(String trait) {
    return features.contains(trait);
  }

  /**
   * Reads a file: lines {@code name: words}; empty ones and those that begin with {@code #}
   * followed by a space do not count.
   */
  static Language read(String name, String text) {
    Map<String, List<String>> fields = new HashMap<>();
    for (String line : text.split("\n")) {
      int colon = line.indexOf(':');
      if (colon <= 0 || line.startsWith("# ")) continue;
      String field = line.substring(0, colon);
      fields.putIfAbsent(field, new ArrayList<>());
      fields.get(field).addAll(splitWords(line.substring(colon + 1)));
    }
    Map<String, Byte> words = new HashMap<>();
    boolean folds = fields.getOrDefault("traits", List.of()).contains("folds");
    putWords(words, fields.get("functions"), Token.FUNCTION, folds);
    putWords(words, fields.get("types"), Token.TYPE, folds);
    putWords(words, fields.get("constants"), Token.CONSTANT, folds);
    putWords(words, fields.get("keywords"), Token.KEYWORD, folds);
    return new Language(
        name,
        firstWord(fields, "family"),
        words,
        fields.getOrDefault("lines", List.of()),
        fields.getOrDefault("blocks", List.of()),
        String.join("", fields.getOrDefault("quotes", List.of())),
        fields.getOrDefault("longs", List.of()),
        String.join("", fields.getOrDefault("raws", List.of())),
        firstWord(fields, "hole"),
        Set.copyOf(fields.getOrDefault("traits", List.of())));
  }

  private static List<String> splitWords(String text) {
    List<String> out = new java.util.ArrayList<>();
    for (String word : text.split(" ")) if (!word.isEmpty()) out.add(word);
    return out;
  }

  private static String firstWord(Map<String, List<String>> fields, String name) {
    return fields.containsKey(name) ? fields.get(name).getFirst() : "";
  }

  private static void putWords(
      Map<String, Byte> words, List<String> list, byte role, boolean folds) {
    if (list != null)
      for (String word : list)
        words.put(folds ? word.toLowerCase(java.util.Locale.ROOT) : word, role);
  }
}
