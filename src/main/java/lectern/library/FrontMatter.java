package lectern.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.library.Value.Scalar;

/**
 * What stands over a post between {@code ---} (YAML) or {@code +++} (TOML) lines.
 *
 * @param fields by lower-case name; those of {@code [taxonomies]}, {@code [extra]} and {@code
 *     params} too, where the top has none
 * @param bodyIndex where the body begins in the text, in UTF-16 units
 * @param bodyLine the line of the file on which it begins, from 1
 * @param diagnostics what is wrong; with {@code broken} the fields are what could be read
 */
record FrontMatter(
    Map<String, Value> fields,
    int bodyIndex,
    int bodyLine,
    List<SyntaxDiagnostic> diagnostics,
    boolean broken) {
  /** UTF-16 units; about as many bytes. */
  static final int MAX_LENGTH = 64 * 1024;

  /** Values in each other. */
  static final int MAX_DEPTH = 20;

  /**
   * @param line of the file, from 1 @param column from 1, 0 unknown
   */
  record SyntaxDiagnostic(int line, int column, String message) {}

  /**
   * @param whole whether the text is the whole file: else a front matter without end may end
   *     further on
   */
  static FrontMatter parse(String text, boolean whole) {
    String mark = openingDelimiter(text);
    if (mark == null) return none(0, 1);
    int from = text.indexOf('\n') + 1;
    int end = indexOfClosingDelimiter(text, from, mark);
    if (end < 0) return unterminated(text, mark, whole);
    int after = text.indexOf('\n', end);
    int bodyIndex = after < 0 ? text.length() : after + 1;
    int bodyLine = DecodedText.lineAfter(text.substring(0, bodyIndex));
    if (end - from > MAX_LENGTH) {
      SyntaxDiagnostic fault =
          new SyntaxDiagnostic(
              1, 0, "front matter is larger than 64 KiB; move what it holds into the post");
      return new FrontMatter(Map.of(), bodyIndex, bodyLine, List.of(fault), true);
    }
    String source = text.substring(from, end);
    ParseResult read =
        mark.equals("---") ? YamlParser.parse(source, 2) : TomlParser.parse(source, 2);
    // text between two rules, not lost as a front matter that says nothing
    if (source.startsWith("\n") && read.broken() && read.fields().isEmpty()) return none(0, 1);
    return new FrontMatter(
        flatten(read.fields()), bodyIndex, bodyLine, read.diagnostics(), read.broken());
  }

  /** Fields and faults of one notation. */
  record ParseResult(
      Map<String, Value> fields, List<SyntaxDiagnostic> diagnostics, boolean broken) {
    static ParseResult failed(int line, int column, String reason) {
      return new ParseResult(Map.of(), List.of(new SyntaxDiagnostic(line, column, reason)), true);
    }
  }

  private static FrontMatter none(int index, int line) {
    return new FrontMatter(Map.of(), index, line, List.of(), false);
  }

  /**
   * Opened, never closed. A rule at the top of a post without front matter looks the same, but an
   * empty line follows.
   */
  private static FrontMatter unterminated(String text, String mark, boolean whole) {
    int next = text.indexOf('\n') + 1;
    boolean rule = next == 0 || next >= text.length() || text.charAt(next) == '\n';
    boolean large = text.length() > MAX_LENGTH;
    if (rule && (whole || large)) return none(0, 1);
    String never = "never ends; close it with a line " + mark;
    String reason =
        whole || !large
            ? "front matter begins with " + mark + " and " + never
            : "front matter is larger than 64 KiB, or " + never;
    return new FrontMatter(Map.of(), 0, 1, List.of(new SyntaxDiagnostic(1, 1, reason)), true);
  }

  private static String openingDelimiter(String text) {
    for (String mark : new String[] {"---", "+++"}) {
      if (!text.startsWith(mark)) continue;
      int end = text.indexOf('\n');
      if (isBlank(text, 3, end < 0 ? text.length() : end) && end >= 0) return mark;
    }
    return null;
  }

  /** The index of the closing line; -1 when there is none. */
  private static int indexOfClosingDelimiter(String text, int from, String mark) {
    for (int i = from; i < text.length() && i >= 0; ) {
      int end = text.indexOf('\n', i);
      if (end < 0) end = text.length();
      boolean closes = text.startsWith(mark, i) || mark.equals("---") && text.startsWith("...", i);
      if (closes && isBlank(text, i + 3, end)) return i;
      i = end + 1;
    }
    return -1;
  }

  private static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++)
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') return false;
    return true;
  }

  private static Map<String, Value> flatten(Map<String, Value> fields) {
    Map<String, Value> out = new LinkedHashMap<>();
    for (Map.Entry<String, Value> field : fields.entrySet())
      out.put(toLowerCase(field.getKey()), field.getValue());
    for (String group : new String[] {"taxonomies", "extra", "params"}) {
      if (!(out.get(group) instanceof Value.Mapping table)) continue;
      for (Map.Entry<String, Value> inner : table.fields().entrySet())
        out.putIfAbsent(toLowerCase(inner.getKey()), inner.getValue());
    }
    return out;
  }

  private static String toLowerCase(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * Whether a line of a broken one says {@code draft: true} or {@code published: false}, also below
   * what cannot be read. Without an end, any line of the text may be meant.
   */
  boolean declaresDraft(String text) {
    int end = bodyIndex > 0 ? bodyIndex : text.length();
    for (int i = 0; i < end; ) {
      int next = text.indexOf('\n', i);
      if (next < 0 || next > end) next = end;
      if (lineDeclaresDraft(text.substring(i, next))) return true;
      i = next + 1;
    }
    return false;
  }

  private static boolean lineDeclaresDraft(String line) {
    int sign = line.indexOf(':');
    if (sign < 0) sign = line.indexOf('=');
    if (sign < 0) return false;
    String name = toLowerCase(unquote(line.substring(0, sign)));
    if (!name.equals("draft") && !name.equals("published")) return false;
    String value = line.substring(sign + 1);
    int comment = value.indexOf('#');
    String said = unquote(comment < 0 ? value : value.substring(0, comment));
    return name.equals("draft") ? PostParser.isTrue(said) : PostParser.isFalse(said);
  }

  /** Without quotes, and the comma of a list. */
  private static String unquote(String text) {
    String out = text.strip();
    if (out.endsWith(",")) out = out.substring(0, out.length() - 1).strip();
    boolean quoted = out.length() > 1 && out.charAt(0) == out.charAt(out.length() - 1);
    return quoted && (out.charAt(0) == '"' || out.charAt(0) == '\'')
        ? out.substring(1, out.length() - 1)
        : out;
  }

  /** The first of several spellings that says something as one text; null for none. */
  Scalar scalar(String... names) {
    for (String name : names)
      if (fields.get(name) instanceof Scalar s && !s.text().isBlank()) return s;
    return null;
  }

  /** All texts under several spellings: lists, and single texts cut at commas. */
  List<String> strings(String... names) {
    List<String> out = new ArrayList<>();
    for (String name : names) {
      Value value = fields.get(name);
      if (value != null) collectStrings(value, out, true);
    }
    return out;
  }

  private static void collectStrings(Value value, List<String> out, boolean cut) {
    // instanceof, not a pattern switch: its first use costs about two milliseconds in a cold
    // process
    if (value instanceof Scalar s) {
      for (String word : cut ? s.text().split(",") : new String[] {s.text()})
        if (!word.isBlank()) out.add(word.strip());
    } else if (value instanceof Value.Sequence many) {
      for (Value one : many.items()) collectStrings(one, out, false);
    } else if (value instanceof Value.Mapping table) {
      for (String key : new String[] {"name", "title", "label", "slug"}) {
        if (!(table.fields().get(key) instanceof Scalar name)) continue;
        out.add(name.text());
        break;
      }
    }
  }
}
