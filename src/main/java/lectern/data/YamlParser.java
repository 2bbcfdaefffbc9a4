package lectern.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
public final class YamlParser {
  private static final int MAX_ALIASES = 10;
  private final ParserImpl events;
  private final int firstLine;
  private final List<SyntaxDiagnostic> diagnostics = new ArrayList<>();
  private final Map<String, Value> anchors;
  private int aliasCount;

  private YamlParser(String source, int firstLine, Map<String, Value> anchors) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Value.MAX_LENGTH);
    this.events = new ParserImpl(new StreamReader(source), options);
    this.firstLine = firstLine;
    this.anchors = anchors;
  }

  /**
   * Parses one document that holds a mapping. Never fails: what cannot be read is a diagnostic, and
   * the fields are those that can be.
   *
   * @param firstLine the line of the file on which the source begins, from 1
   */
  public static ParseResult parse(String source, int firstLine) {
    ParseResult result = parseStrictly(source, firstLine, new HashMap<>());
    return result.failed() && !result.diagnostics().getFirst().message().startsWith("it is ")
        ? new YamlRecovery(source, firstLine).recover(result)
        : result;
  }

  /** Fields that are parsed alone know the anchors of those before. */
  private static final class YamlRecovery extends LineRecovery {
    private final Map<String, Value> anchors = new HashMap<>();

    YamlRecovery(String source, int firstLine) {
      super(source, firstLine);
    }

    @Override
    ParseResult parse(String source, int firstLine) {
      return parseStrictly(source, firstLine, anchors);
    }

    @Override
    boolean startsField(CharSequence source, int from, int end) {
      if (" \t\n-#]}".indexOf(source.charAt(from)) >= 0) return false;
      for (int i = from + 1; i < end; i++)
        if (source.charAt(i - 1) == ':' && " \t\n".indexOf(source.charAt(i)) >= 0) return true;
      return source.charAt(end - 1) == ':';
    }
  }

  private static ParseResult parseStrictly(
      String source, int firstLine, Map<String, Value> anchors) {
    try {
      return new YamlParser(source, firstLine, anchors).parseDocument();
    } catch (MarkedYAMLException e) {
      String spaced = replaceTabs(source);
      if (isTabProblem(firstLineOf(e.getProblem())) && !spaced.equals(source))
        return parseStrictly(spaced, firstLine, anchors);
      return failed(e, firstLine);
    } catch (ReaderException e) {
      String before = source.substring(0, Math.min(e.getPosition(), source.length()));
      TextPosition at = TextPosition.after(before);
      return ParseResult.failed(
          List.of(), at.line() + firstLine - 1, at.column(), firstLineOf(e.getMessage()));
    } catch (YAMLException | StackOverflowError e) {
      return ParseResult.failed(List.of(), firstLine, 0, firstLineOf(e.getMessage()));
    }
  }

  private static ParseResult failed(MarkedYAMLException e, int firstLine) {
    String problem = firstLineOf(e.getProblem());
    boolean open =
        problem.startsWith("found unexpected end of stream") || problem.endsWith("<stream end>");
    Mark mark = e.getProblemMark() != null && !open ? e.getProblemMark() : e.getContextMark();
    int line = mark == null ? firstLine : mark.getLine() + firstLine;
    int column = mark == null ? 0 : mark.getColumn() + 1;
    return ParseResult.failed(List.of(), line, column, problem);
  }

  /** Whether a problem of the parser is a tab where YAML allows none. */
  public static boolean isTabProblem(String problem) {
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

  private static String firstLineOf(@Nullable String message) {
    if (message == null || message.isBlank()) return "it is not YAML";
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).strip();
  }

  private ParseResult parseDocument() {
    events.getEvent();
    if (events.checkEvent(Event.ID.StreamEnd)) return new ParseResult(List.of(), List.of(), false);
    events.getEvent();
    Value root = parseValue(0);
    events.getEvent();
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      int line = events.peekEvent().getStartMark().getLine() + firstLine;
      return ParseResult.failed(List.of(), line, 1, "it is one document; a second one begins here");
    }
    if (root instanceof Value.Mapping mapping)
      return new ParseResult(mapping.fields(), diagnostics, false);
    if (root instanceof Value.Null) return new ParseResult(List.of(), List.of(), false);
    String kind = root instanceof Value.Sequence ? "a list" : "one text";
    return ParseResult.failed(
        List.of(), firstLine, 1, "it is " + kind + "; it must be lines of the form name: value");
  }

  private Value parseValue(int depth) {
    Event event = events.getEvent();
    if (depth > Value.MAX_DEPTH)
      throw new YAMLException(
          "values stand in each other deeper than " + Value.MAX_DEPTH + " times");
    if (event instanceof AliasEvent alias) return resolveAlias(alias);
    String anchor = ((NodeEvent) event).getAnchor();
    Value value;
    if (event instanceof ScalarEvent scalar) value = toScalar(scalar);
    else if (event instanceof SequenceStartEvent) value = parseSequence(depth);
    else value = new Value.Mapping(parseFields(depth));
    if (anchor != null) anchors.put(anchor, value);
    return value;
  }

  /** The value of an alias. Bounded, so that a few lines cannot unfold into millions. */
  private Value resolveAlias(AliasEvent alias) {
    Value value = anchors.get(alias.getAnchor());
    if (value == null) throw new YAMLException("*" + alias.getAnchor() + " stands for nothing");
    boolean nested = value instanceof Value.Sequence || value instanceof Value.Mapping;
    if (nested && ++aliasCount > MAX_ALIASES)
      throw new YAMLException("more than " + MAX_ALIASES + " aliases of lists and tables");
    return value;
  }

  private Value toScalar(ScalarEvent event) {
    String text = event.getValue();
    Mark start = event.getStartMark();
    return event.isPlain() && isNull(text)
        ? new Value.Null()
        : new Value.Scalar(text, start.getLine() + firstLine, start.getColumn() + 1);
  }

  private static boolean isNull(String text) {
    return text.isEmpty()
        || text.equals("~")
        || text.equals("null")
        || text.equals("Null")
        || text.equals("NULL");
  }

  private Value parseSequence(int depth) {
    List<Value> items = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) items.add(parseValue(depth + 1));
    events.getEvent();
    return new Value.Sequence(items);
  }

  private List<Value.Field> parseFields(int depth) {
    List<Value.Field> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Value merged = null;
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Value key = parseValue(depth + 1);
      Value value = parseValue(depth + 1);
      if (!(key instanceof Value.Scalar name)) continue;
      if (name.text().equals("<<") && !(value instanceof Value.Scalar)) {
        merged = value;
        continue;
      }
      fields.add(new Value.Field(name.text(), value, name.line()));
      if (!names.add(name.text()))
        diagnostics.add(
            new SyntaxDiagnostic(
                name.line(),
                name.column(),
                "\"" + name.text() + "\" stands twice; the first one counts"));
    }
    events.getEvent();
    merge(merged, fields, names);
    return fields;
  }

  /** {@code <<: *base}, or a list of such (YAML 1.1): fields that the mapping has not itself. */
  private static void merge(@Nullable Value from, List<Value.Field> fields, Set<String> names) {
    if (from instanceof Value.Sequence sequence)
      for (Value item : sequence.items()) merge(item, fields, names);
    if (!(from instanceof Value.Mapping mapping)) return;
    for (Value.Field field : mapping.fields()) if (names.add(field.name())) fields.add(field);
  }
}
