package lectern.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A language as its file under {@code language/} describes it.
 *
 * @param family chooses the lexer
 * @param wordRoles roles of known words, of {@link Token}
 * @param lineComments marks that begin a comment to the end of the line
 * @param blockComments opening and closing marks of comments, alternating
 * @param quotes marks of strings that end on their line
 * @param multilineStrings marks of strings that span lines, longest first
 * @param rawStrings marks of strings without escapes
 * @param interpolation what opens an expression in a string, as in <code>${</code>; empty for none
 * @param features what a table cannot describe, by name
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
  boolean has(String feature) {
    return features.contains(feature);
  }

  /** Reads lines {@code field: words}; skips empty lines and comments ({@code # }). */
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
    boolean foldsCase = fields.getOrDefault("traits", List.of()).contains("folds");
    putWords(words, fields.get("functions"), Token.FUNCTION, foldsCase);
    putWords(words, fields.get("types"), Token.TYPE, foldsCase);
    putWords(words, fields.get("constants"), Token.CONSTANT, foldsCase);
    putWords(words, fields.get("keywords"), Token.KEYWORD, foldsCase);
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
    List<String> out = new ArrayList<>();
    for (String word : text.split(" ")) if (!word.isEmpty()) out.add(word);
    return out;
  }

  private static String firstWord(Map<String, List<String>> fields, String name) {
    return fields.containsKey(name) ? fields.get(name).getFirst() : "";
  }

  private static void putWords(
      Map<String, Byte> words, @Nullable List<String> list, byte role, boolean foldsCase) {
    if (list != null)
      for (String word : list) words.put(foldsCase ? word.toLowerCase(Locale.ROOT) : word, role);
  }
}
