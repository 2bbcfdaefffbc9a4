package lectern.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A language as data: what its file under {@code language/} says.
 *
 * @param words keyword, type, constant or function by the word, as a role
 * @param lines marks that begin a comment to the line's end
 * @param blocks pairs of marks around a comment, opening and closing in turn
 * @param quotes marks of strings that end on their line
 * @param longs marks of strings that go over lines, longest first
 * @param raws marks of strings without escapes
 * @param hole what opens an expression in a string: {@code ${}, {@code #{}, {@code \(}, <code>{</code>; empty for none
 * @param traits what cannot be said in a table, by name
 */
record Language(
    String name,
    String family,
    Map<String, Byte> words,
    List<String> lines,
    List<String> blocks,
    String quotes,
    List<String> longs,
    String raws,
    String hole,
    Set<String> traits) {
  boolean is(String trait) {
    return traits.contains(trait);
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
      fields.get(field).addAll(words(line.substring(colon + 1)));
    }
    Map<String, Byte> words = new HashMap<>();
    boolean folds = fields.getOrDefault("traits", List.of()).contains("folds");
    add(words, fields.get("functions"), TokenPainter.FUNCTION, folds);
    add(words, fields.get("types"), TokenPainter.TYPE, folds);
    add(words, fields.get("constants"), TokenPainter.CONSTANT, folds);
    add(words, fields.get("keywords"), TokenPainter.KEYWORD, folds);
    return new Language(
        name,
        one(fields, "family"),
        words,
        fields.getOrDefault("lines", List.of()),
        fields.getOrDefault("blocks", List.of()),
        String.join("", fields.getOrDefault("quotes", List.of())),
        fields.getOrDefault("longs", List.of()),
        String.join("", fields.getOrDefault("raws", List.of())),
        one(fields, "hole"),
        Set.copyOf(fields.getOrDefault("traits", List.of())));
  }

  private static List<String> words(String text) {
    List<String> out = new java.util.ArrayList<>();
    for (String word : text.split(" ")) if (!word.isEmpty()) out.add(word);
    return out;
  }

  private static String one(Map<String, List<String>> fields, String name) {
    return fields.containsKey(name) ? fields.get(name).getFirst() : "";
  }

  private static void add(Map<String, Byte> words, List<String> list, byte role, boolean folds) {
    if (list != null)
      for (String word : list)
        words.put(folds ? word.toLowerCase(java.util.Locale.ROOT) : word, role);
  }
}
