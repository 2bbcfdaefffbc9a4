package lectern.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.data.JsonParser;
import lectern.data.ParseResult;
import lectern.data.SyntaxDiagnostic;
import lectern.data.TextPosition;
import lectern.data.TomlParser;
import lectern.data.Value;
import lectern.data.Value.Scalar;
import lectern.data.YamlParser;
import lectern.post.FileType;
import org.jspecify.annotations.Nullable;

/**
 * The fields over a post: between {@code ---} (YAML, or the format named there) or {@code +++}
 * (TOML) lines, or a JSON object.
 *
 * @param fields by name in lower case without hyphens and underscores; those of {@code
 *     [taxonomies]}, {@code [extra]}, {@code params} and {@code date} too, where the top has none
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
  static final FrontMatter NONE = new FrontMatter(Map.of(), 0, 1, List.of(), false);

  /** UTF-16 units; about as many bytes. */
  static final int MAX_LENGTH = Value.MAX_LENGTH;

  /** That of a whole file; one that is no Markdown has none. */
  static FrontMatter of(Path file, DecodedText text) {
    return FileType.isMarkdown(file.toString()) ? parse(text.text(), true) : NONE;
  }

  /**
   * @param isWholeFile whether the text is the whole file: else a front matter without end may end
   *     further on
   */
  static FrontMatter parse(String text, boolean isWholeFile) {
    FrontMatterBlock block = FrontMatterBlock.find(text);
    if (block == null) return NONE;
    if (block.end() < 0) return unterminated(text, block, isWholeFile);
    int bodyIndex = block.bodyIndex(text);
    int bodyLine = TextPosition.after(text.substring(0, bodyIndex)).line();
    int line = TextPosition.after(text.substring(0, block.from())).line();
    if (block.end() - block.from() > MAX_LENGTH)
      return unread(
          bodyIndex,
          bodyLine,
          "front matter is larger than 64 KiB; move what it holds into the post");
    if (block.format() == FrontMatterBlock.Format.SCRIPT)
      return unread(
          bodyIndex, bodyLine, "front matter that is a program is not run; write it as YAML");
    String source = text.substring(block.from(), block.end());
    boolean yaml = block.format() == FrontMatterBlock.Format.YAML;
    UnquotedValues values = yaml ? UnquotedValues.find(source, line) : null;
    String quoted = values != null ? values.quotedSource() : source;
    ParseResult read = read(block.format(), quoted, line);
    boolean broken = !read.diagnostics().isEmpty() || values != null && !values.errors().isEmpty();
    // text between two thematic breaks is no front matter
    if (source.startsWith("\n") && broken && read.fields().isEmpty()) return NONE;
    List<SyntaxDiagnostic> diagnostics = new ArrayList<>();
    for (SyntaxDiagnostic diagnostic : read.diagnostics())
      diagnostics.add(
          read.failed() ? describe(diagnostic, yaml ? diagnostic.message() : "") : diagnostic);
    if (values != null) addInOrder(values, diagnostics);
    return new FrontMatter(flatten(read.fields()), bodyIndex, bodyLine, diagnostics, broken);
  }

  private static ParseResult read(FrontMatterBlock.Format format, String source, int line) {
    if (format == FrontMatterBlock.Format.TOML) return TomlParser.parse(source, line);
    return format == FrontMatterBlock.Format.JSON
        ? JsonParser.parse(source, line)
        : YamlParser.parse(source, line);
  }

  /** What makes it broken first: the first diagnostic is the reason. */
  private static void addInOrder(UnquotedValues values, List<SyntaxDiagnostic> diagnostics) {
    for (SyntaxDiagnostic error : values.errors()) {
      int at = 0;
      while (at < diagnostics.size() && diagnostics.get(at).line() < error.line()) at++;
      diagnostics.add(at, error);
    }
    diagnostics.addAll(values.diagnostics());
  }

  private static FrontMatter unread(int bodyIndex, int bodyLine, String reason) {
    SyntaxDiagnostic error = new SyntaxDiagnostic(1, 0, reason);
    return new FrontMatter(Map.of(), bodyIndex, bodyLine, List.of(error), true);
  }

  /**
   * Suggests a fix for a parser error.
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
    else if (yaml.startsWith("found unexpected end of stream"))
      message = "a quote is opened here and never closed";
    else if (yaml.startsWith("expected ',' or '") && yaml.endsWith("<stream end>"))
      message = (yaml.charAt(17) == ']' ? "[" : "{") + " is opened here and never closed";
    else if (yaml.startsWith("unexpected character found"))
      message = "a value that begins with * or & must be in quotes";
    else if (yaml.startsWith("expected <block end>, but found '<scalar>'"))
      message = "text stands after the closing quote; a quote inside quotes is written twice";
    else if (yaml.startsWith("it is a list") || yaml.startsWith("it is one "))
      message = "front matter " + yaml.substring(3);
    return new SyntaxDiagnostic(error.line(), error.column(), message);
  }

  /**
   * A front matter that is opened and never closed. A thematic break at the top of a post without
   * front matter looks the same, but an empty line follows.
   */
  private static FrontMatter unterminated(
      String text, FrontMatterBlock block, boolean isWholeFile) {
    int next = block.from();
    boolean thematicBreak = next >= text.length() || text.charAt(next) == '\n';
    boolean large = text.length() > MAX_LENGTH;
    if (thematicBreak && (isWholeFile || large)) return NONE;
    String begins = text.substring(block.start(), block.start() + block.mark().length());
    String never = "never ends; close it with a line " + block.mark();
    String reason =
        isWholeFile || !large
            ? "front matter begins with " + begins + " and " + never
            : "front matter is larger than 64 KiB, or " + never;
    int line = TextPosition.after(text.substring(0, block.start())).line();
    return new FrontMatter(Map.of(), 0, 1, List.of(new SyntaxDiagnostic(line, 1, reason)), true);
  }

  private static Map<String, Value> flatten(List<Value.Field> fields) {
    Map<String, Value> out = new LinkedHashMap<>();
    for (Value.Field field : fields) out.putIfAbsent(key(field.name()), field.value());
    for (String group : new String[] {"taxonomies", "extra", "params", "date"}) {
      if (!(out.get(group) instanceof Value.Mapping mapping)) continue;
      for (Value.Field field : mapping.fields()) out.putIfAbsent(key(field.name()), field.value());
    }
    return out;
  }

  /** {@code publish_date}, {@code publish-date} and {@code publishDate} are one name. */
  private static String key(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++)
      if ("_- ".indexOf(name.charAt(i)) < 0) out.append(name.charAt(i));
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /** A number in a field, or in a field of a mapping that is named before a dot; else NaN. */
  double number(String... names) {
    for (String name : names) {
      int dot = name.indexOf('.');
      Value value = fields.get(dot < 0 ? name : name.substring(0, dot));
      if (dot > 0)
        value = value instanceof Value.Mapping m ? m.scalar(name.substring(dot + 1)) : null;
      if (!(value instanceof Scalar scalar)) continue;
      try {
        return Double.parseDouble(scalar.text());
      } catch (NumberFormatException e) {
        // a name, as some sites give their menus
      }
    }
    return Double.NaN;
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
    String name = key(unquote(line.substring(0, sign)));
    boolean published = name.equals("published");
    if (!published && !name.equals("draft") && !name.equals("hidden")) return false;
    String value = line.substring(sign + 1);
    int comment = value.indexOf('#');
    String word = unquote(comment < 0 ? value : value.substring(0, comment));
    return published ? PostParser.isFalse(word) : PostParser.isTrue(word);
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

  /** The first of several fields that holds a text. */
  @Nullable Scalar scalar(String... names) {
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
