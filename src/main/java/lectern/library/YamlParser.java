package lectern.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.library.FrontMatter.ParseResult;
import lectern.library.FrontMatter.SyntaxDiagnostic;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML to values, straight from the parser's events (YAML 1.1 §3.1): no type is guessed, so {@code
 * NO}, {@code 1.10} and {@code 12:30} stay what was written, and neither the composer nor the
 * resolver with its patterns is loaded before the first paint.
 */
final class YamlParser {
  private static final int MAX_ALIASES = 10;
  private final ParserImpl events;
  private final int firstLine;
  private final List<SyntaxDiagnostic> diagnostics = new ArrayList<>();
  private final Map<String, Value> anchors = new HashMap<>();
  private int aliasCount;

  private YamlParser(String source, int firstLine) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(FrontMatter.MAX_LENGTH);
    this.events = new ParserImpl(new StreamReader(source), options);
    this.firstLine = firstLine;
  }

  /**
   * @param firstLine the line of the file on which the source begins, from 1
   */
  static ParseResult parse(String source, int firstLine) {
    try {
      return new YamlParser(source, firstLine).parseDocument();
    } catch (MarkedYAMLException e) {
      String spaced = replaceTabs(source);
      if (isTabProblem(firstLineOf(e.getProblem())) && !spaced.equals(source))
        return parse(spaced, firstLine);
      Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
      int line = mark == null ? firstLine : mark.getLine() + firstLine;
      return parseBeforeError(
          source, firstLine, line, mark == null ? 0 : mark.getColumn() + 1, describe(e));
    } catch (ReaderException e) {
      String before = source.substring(0, Math.min(e.getPosition(), source.length()));
      int line = DecodedText.lineAfter(before) + firstLine - 1;
      return parseBeforeError(
          source,
          firstLine,
          line,
          DecodedText.columnAfter(before),
          "a control character in front matter");
    } catch (YAMLException | StackOverflowError e) {
      return parseBeforeError(
          source,
          firstLine,
          firstLine,
          0,
          "front matter cannot be read: " + firstLineOf(e.getMessage()));
    }
  }

  private static boolean isTabProblem(String problem) {
    return problem.contains("\\t(TAB)") || problem.contains("'\\t'");
  }

  /** Tabs after the colon of a name, and after a hyphen, as other parsers take them: as spaces. */
  private static String replaceTabs(String source) {
    StringBuilder out = new StringBuilder(source);
    for (int i = source.indexOf('\t', 1); i > 0; i = source.indexOf('\t', i + 1)) {
      char before = source.charAt(i - 1);
      if (before == ':' || before == '-' || before == '\t' && out.charAt(i - 1) == ' ')
        out.setCharAt(i, ' ');
    }
    return out.toString();
  }

  /**
   * What stands before the line in trouble is read all the same, so that the post keeps its title.
   */
  private static ParseResult parseBeforeError(
      String source, int firstLine, int line, int column, String reason) {
    SyntaxDiagnostic fault = new SyntaxDiagnostic(line, column, reason);
    Map<String, Value> fields = Map.of();
    int end = indexOfLine(source, line - firstLine);
    if (end > 0) fields = parse(source.substring(0, end), firstLine).fields();
    return new ParseResult(fields, List.of(fault), true);
  }

  private static int indexOfLine(String source, int lines) {
    int at = 0;
    for (int i = 0; i < lines; i++) {
      at = source.indexOf('\n', at) + 1;
      if (at == 0) return 0;
    }
    return Math.min(at, source.length());
  }

  private static String describe(MarkedYAMLException e) {
    String problem = firstLineOf(e.getProblem());
    if (isTabProblem(problem)) return "front matter has a tab; indent with spaces";
    if (problem.startsWith("mapping values are not allowed"))
      return "a value with a colon and a space must be in quotes (" + problem + ")";
    if (problem.startsWith("found character '"))
      return "a value that begins with " + problem.charAt(17) + " must be in quotes";
    if (problem.startsWith("unexpected character found"))
      return "a value that begins with * or & must be in quotes";
    if (problem.startsWith("expected <block end>, but found '<scalar>'"))
      return "text stands after the closing quote; a quote inside quotes is written twice";
    return "front matter cannot be read: " + problem;
  }

  private static String firstLineOf(String message) {
    if (message == null || message.isBlank()) return "it is not YAML";
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).strip();
  }

  private ParseResult parseDocument() {
    events.getEvent();
    if (events.checkEvent(Event.ID.StreamEnd)) return new ParseResult(Map.of(), List.of(), false);
    events.getEvent();
    Event first = events.peekEvent();
    Value root = parseValue(0);
    events.getEvent();
    if (!events.checkEvent(Event.ID.StreamEnd))
      return ParseResult.failed(
          events.peekEvent().getStartMark().getLine() + firstLine,
          1,
          "front matter is one document; a second one begins here");
    if (root instanceof Value.Scalar s && s.text().isEmpty())
      return new ParseResult(Map.of(), List.of(), false);
    if (!(root instanceof Value.Mapping table)) {
      String what = first instanceof SequenceStartEvent ? "a list" : "one text";
      return ParseResult.failed(
          firstLine, 1, "front matter is " + what + "; it must be lines of the form name: value");
    }
    return new ParseResult(table.fields(), diagnostics, !diagnostics.isEmpty());
  }

  private Value parseValue(int depth) {
    Event event = events.getEvent();
    if (depth > FrontMatter.MAX_DEPTH)
      throw new YAMLException(
          "values stand in each other deeper than " + FrontMatter.MAX_DEPTH + " times");
    if (event instanceof AliasEvent alias) return resolveAlias(alias);
    String anchor = ((NodeEvent) event).getAnchor();
    int line = event.getStartMark().getLine() + firstLine;
    Value value;
    if (event instanceof ScalarEvent s)
      value = new Value.Scalar(scalarText(s), line, s.getStartMark().getColumn() + 1);
    else if (event instanceof SequenceStartEvent) value = parseSequence(line, depth);
    else value = parseMapping(line, depth);
    if (anchor != null) anchors.put(anchor, value);
    return value;
  }

  /** What an alias stands for. Bounded, so that a few lines cannot unfold into millions. */
  private Value resolveAlias(AliasEvent alias) {
    Value value = anchors.get(alias.getAnchor());
    if (value == null) throw new YAMLException("*" + alias.getAnchor() + " stands for nothing");
    if (!(value instanceof Value.Scalar) && ++aliasCount > MAX_ALIASES)
      throw new YAMLException("more than " + MAX_ALIASES + " aliases of lists and tables");
    return value;
  }

  private static String scalarText(ScalarEvent event) {
    String text = event.getValue();
    if (!event.isPlain()) return text;
    return text.equals("~") || text.equals("null") || text.equals("Null") || text.equals("NULL")
        ? ""
        : text;
  }

  private Value parseSequence(int line, int depth) {
    List<Value> items = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) items.add(parseValue(depth + 1));
    events.getEvent();
    return new Value.Sequence(items, line);
  }

  private Value parseMapping(int line, int depth) {
    Map<String, Value> fields = new LinkedHashMap<>();
    Value merged = null;
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Value name = parseValue(depth + 1);
      Value value = parseValue(depth + 1);
      if (!(name instanceof Value.Scalar key)) continue;
      if (key.text().equals("<<") && !(value instanceof Value.Scalar)) merged = value;
      else if (fields.putIfAbsent(key.text(), value) != null)
        diagnostics.add(
            new SyntaxDiagnostic(
                key.line(),
                key.column(),
                "\"" + key.text() + "\" stands twice; the first one counts"));
    }
    events.getEvent();
    merge(merged, fields);
    return new Value.Mapping(fields, line);
  }

  /** {@code <<: *base}, or a list of such (YAML 1.1): what the table does not say itself. */
  private static void merge(Value from, Map<String, Value> fields) {
    if (from instanceof Value.Sequence many) for (Value one : many.items()) merge(one, fields);
    if (!(from instanceof Value.Mapping table)) return;
    for (Map.Entry<String, Value> field : table.fields().entrySet())
      fields.putIfAbsent(field.getKey(), field.getValue());
  }
}
