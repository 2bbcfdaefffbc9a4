package lectern.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.data.ParseResult;
import lectern.data.SyntaxDiagnostic;
import lectern.data.TextPosition;
import lectern.data.TomlParser;
import lectern.data.Value;
import lectern.data.Value.Scalar;
import lectern.data.YamlParser;

/**
 * The fields over a post between {@code ---} (YAML) or {@code +++} (TOML) lines.
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
  static final int MAX_LENGTH = Value.MAX_LENGTH;

  /**
   * @param isWholeFile whether the text is the whole file: else a front matter without end may end
   *     further on
   */
  static FrontMatter parse(String text, boolean isWholeFile) {
    String mark = openingDelimiter(text);
    if (mark == null) return none(0, 1);
    int from = text.indexOf('\n') + 1;
    int end = indexOfClosingDelimiter(text, from, mark);
    if (end < 0) return unterminated(text, mark, isWholeFile);
    int after = text.indexOf('\n', end);
    int bodyIndex = after < 0 ? text.length() : after + 1;
    int bodyLine = TextPosition.after(text.substring(0, bodyIndex)).line();
    if (end - from > MAX_LENGTH) {
      SyntaxDiagnostic error =
          new SyntaxDiagnostic(
              1, 0, "front matter is larger than 64 KiB; move what it holds into the post");
      return new FrontMatter(Map.of(), bodyIndex, bodyLine, List.of(error), true);
    }
    String source = text.substring(from, end);
    boolean yaml = mark.equals("---");
    ParseResult read = yaml ? YamlParser.parse(source, 2) : TomlParser.parse(source, 2);
    boolean broken = !read.diagnostics().isEmpty();
    // text between two thematic breaks is no front matter
    if (source.startsWith("\n") && broken && read.fields().isEmpty()) return none(0, 1);
    List<SyntaxDiagnostic> diagnostics = new ArrayList<>();
    for (SyntaxDiagnostic diagnostic : read.diagnostics())
      diagnostics.add(
          read.failed() ? describe(diagnostic, yaml ? diagnostic.message() : "") : diagnostic);
    return new FrontMatter(flatten(read.fields()), bodyIndex, bodyLine, diagnostics, broken);
  }

  /**
   * Says how to mend what a parser stumbled over.
   *
   * @param yaml the problem as the YAML parser says it, empty for another parser's
   */
  private static SyntaxDiagnostic describe(SyntaxDiagnostic error, String yaml) {
    String message = "front matter cannot be read: " + error.message();
    if (YamlParser.isTabProblem(yaml)) message = "front matter has a tab; indent with spaces";
    else if (yaml.startsWith("special characters")) message = "a control character in front matter";
    else if (yaml.startsWith("mapping values are not allowed"))
      message = "a value with a colon and a space must be in quotes (" + yaml + ")";
    else if (yaml.startsWith("found character '"))
      message = "a value that begins with " + yaml.charAt(17) + " must be in quotes";
    else if (yaml.startsWith("unexpected character found"))
      message = "a value that begins with * or & must be in quotes";
    else if (yaml.startsWith("expected <block end>, but found '<scalar>'"))
      message = "text stands after the closing quote; a quote inside quotes is written twice";
    else if (yaml.startsWith("it is a list") || yaml.startsWith("it is one "))
      message = "front matter " + yaml.substring(3);
    return new SyntaxDiagnostic(error.line(), error.column(), message);
  }

  private static FrontMatter none(int index, int line) {
    return new FrontMatter(Map.of(), index, line, List.of(), false);
  }

  /**
   * A front matter that is opened and never closed. A thematic break at the top of a post without
   * front matter looks the same, but an empty line follows.
   */
  private static FrontMatter unterminated(String text, String mark, boolean isWholeFile) {
    int next = text.indexOf('\n') + 1;
    boolean thematicBreak = next == 0 || next >= text.length() || text.charAt(next) == '\n';
    boolean large = text.length() > MAX_LENGTH;
    if (thematicBreak && (isWholeFile || large)) return none(0, 1);
    String never = "never ends; close it with a line " + mark;
    String reason =
        isWholeFile || !large
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

  private static Map<String, Value> flatten(List<Value.Field> fields) {
    Map<String, Value> out = new LinkedHashMap<>();
    for (Value.Field field : fields) out.putIfAbsent(toLowerCase(field.name()), field.value());
    for (String group : new String[] {"taxonomies", "extra", "params"}) {
      if (!(out.get(group) instanceof Value.Mapping mapping)) continue;
      for (Value.Field field : mapping.fields())
        out.putIfAbsent(toLowerCase(field.name()), field.value());
    }
    return out;
  }

  private static String toLowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a line says {@code draft: true} or {@code published: false}, also below what cannot be
   * read. In a front matter without end any line of the text counts.
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
    String word = unquote(comment < 0 ? value : value.substring(0, comment));
    return name.equals("draft") ? PostParser.isTrue(word) : PostParser.isFalse(word);
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

  /** The first of several fields that holds a text; null for none. */
  Scalar scalar(String... names) {
    for (String name : names)
      if (fields.get(name) instanceof Scalar s && !s.text().isBlank()) return s;
    return null;
  }

  /** All texts of several fields: the items of lists, and single texts cut at commas. */
  List<String> strings(String... names) {
    StringCollector collector = new StringCollector();
    for (String name : names) {
      Value value = fields.get(name);
      if (value == null) continue;
      collector.cutAtCommas = true;
      value.accept(collector);
    }
    return collector.strings;
  }

  /** The texts of a value; of a mapping its name. */
  private static final class StringCollector implements Value.Visitor<Void> {
    final List<String> strings = new ArrayList<>();
    boolean cutAtCommas;

    @Override
    public Void visit(Value.Null none) {
      return null;
    }

    @Override
    public Void visit(Scalar scalar) {
      String[] words = cutAtCommas ? scalar.text().split(",") : new String[] {scalar.text()};
      for (String word : words) if (!word.isBlank()) strings.add(word.strip());
      return null;
    }

    @Override
    public Void visit(Value.Sequence sequence) {
      cutAtCommas = false;
      for (Value item : sequence.items()) item.accept(this);
      return null;
    }

    @Override
    public Void visit(Value.Mapping mapping) {
      for (String key : new String[] {"name", "title", "label", "slug"}) {
        Scalar name = mapping.scalar(key);
        if (name == null) continue;
        strings.add(name.text());
        break;
      }
      return null;
    }
  }
}
