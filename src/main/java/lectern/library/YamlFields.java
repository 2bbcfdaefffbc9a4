package lectern.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.library.FrontMatter.Fault;
import lectern.library.FrontMatter.Fields;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML to values. Nodes only, without SnakeYAML's constructors: no type is guessed, so {@code NO},
 * {@code 1.10} and {@code 12:30} stay what was written, and the first use costs a tenth.
 */
final class YamlFields {
  private static final int MAX_ALIASES = 10;
  private static final int MAX_DEPTH = 20;

  private final int firstLine;
  private final List<Fault> faults = new ArrayList<>();

  private YamlFields(int firstLine) {
    this.firstLine = firstLine;
  }

  /** No implicit types at all. */
  private static final class Plain extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }

  /**
   * @param firstLine the line of the file on which the source begins, from 1
   */
  static Fields of(String source, int firstLine) {
    YamlFields reading = new YamlFields(firstLine);
    try {
      Node root = compose(source);
      if (root == null || root instanceof ScalarNode s && s.getValue().isEmpty())
        return new Fields(Map.of(), List.of(), false);
      if (!(root instanceof MappingNode mapping)) {
        String what = root instanceof SequenceNode ? "a list" : "one text";
        return Fields.failed(
            firstLine, 1, "front matter is " + what + "; it must be lines of the form name: value");
      }
      Map<String, Value> fields = reading.table(mapping, 0).fields();
      return new Fields(fields, reading.faults, !reading.faults.isEmpty());
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
      int line = mark == null ? firstLine : mark.getLine() + firstLine;
      return salvaged(source, firstLine, line, mark == null ? 0 : mark.getColumn() + 1, reason(e));
    } catch (YAMLException | StackOverflowError e) {
      return salvaged(
          source, firstLine, firstLine, 0, "front matter cannot be read: " + first(e.getMessage()));
    }
  }

  /**
   * What stands before the line in trouble is read all the same, so that the post keeps its title.
   */
  private static Fields salvaged(
      String source, int firstLine, int line, int column, String reason) {
    Fault fault = new Fault(line, column, reason);
    Map<String, Value> fields = Map.of();
    int end = index(source, line - firstLine);
    if (end > 0) fields = of(source.substring(0, end), firstLine).fields();
    return new Fields(fields, List.of(fault), true);
  }

  private static int index(String source, int lines) {
    int at = 0;
    for (int i = 0; i < lines; i++) {
      at = source.indexOf('\n', at) + 1;
      if (at == 0) return 0;
    }
    return Math.min(at, source.length());
  }

  private static Node compose(String source) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(FrontMatter.LIMIT);
    options.setAllowRecursiveKeys(false);
    return new Composer(new ParserImpl(new StreamReader(source), options), new Plain(), options)
        .getSingleNode();
  }

  private static String reason(MarkedYAMLException e) {
    String problem = first(e.getProblem());
    if (problem.contains("\\t(TAB)") || problem.contains("'\\t'"))
      return "front matter has a tab; indent with spaces";
    if (problem.startsWith("mapping values are not allowed"))
      return "a value with a colon and a space must be in quotes (" + problem + ")";
    if (problem.startsWith("found character '@'") || problem.startsWith("found character '`'"))
      return "a value that begins with @ or ` must be in quotes";
    return "front matter cannot be read: " + problem;
  }

  private static String first(String message) {
    if (message == null || message.isBlank()) return "it is not YAML";
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).strip();
  }

  private Value value(Node node, int depth) {
    int line = node.getStartMark().getLine() + firstLine;
    if (depth > MAX_DEPTH) return new Value.Scalar("", line, 1);
    if (node instanceof ScalarNode s)
      return new Value.Scalar(text(s), line, s.getStartMark().getColumn() + 1);
    if (node instanceof SequenceNode s) {
      List<Value> items = new ArrayList<>();
      for (Node item : s.getValue()) items.add(value(item, depth + 1));
      return new Value.Many(items, line);
    }
    return node instanceof MappingNode m ? table(m, depth + 1) : new Value.Scalar("", line, 1);
  }

  private static String text(ScalarNode node) {
    String text = node.getValue();
    if (!node.isPlain()) return text;
    return text.equals("~") || text.equals("null") || text.equals("Null") || text.equals("NULL")
        ? ""
        : text;
  }

  private Value.Table table(MappingNode node, int depth) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) continue;
      Mark mark = key.getStartMark();
      if (fields.containsKey(key.getValue())) {
        faults.add(
            new Fault(
                mark.getLine() + firstLine,
                mark.getColumn() + 1,
                "\"" + key.getValue() + "\" stands twice; the first one counts"));
      } else fields.put(key.getValue(), value(tuple.getValueNode(), depth));
    }
    return new Value.Table(fields, node.getStartMark().getLine() + firstLine);
  }
}
