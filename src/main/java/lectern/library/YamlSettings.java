package lectern.library;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
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
 * A file of settings in YAML, as a flat list; values stay the text that was written.
 *
 * @param settings in the order of the file
 * @param error what keeps the file from being read, empty when nothing does @param line of it, from
 *     1
 */
public record YamlSettings(List<Setting> settings, String error, int errorLine) {
  private static final int MAX_LENGTH = 64 * 1024;
  private static final int MAX_DEPTH = 8;

  /**
   * @param key names from the outermost in, a dot between @param values one, or those of a
   *     list @param line from 1 @param plain whether all that was written is among the values: no
   *     list in a list
   */
  public record Setting(String key, List<String> values, int line, boolean complete) {}

  /** Never fails: what cannot be read is the problem. */
  public static YamlSettings parse(String text) {
    if (text.length() > MAX_LENGTH) return new YamlSettings(List.of(), "longer than 64 KiB", 1);
    List<Setting> settings = new ArrayList<>();
    try {
      LoaderOptions options = new LoaderOptions();
      options.setNestingDepthLimit(MAX_DEPTH);
      options.setMaxAliasesForCollections(0);
      ParserImpl parser = new ParserImpl(new StreamReader(text), options);
      Node root = new Composer(parser, new Resolver(), options).getSingleNode();
      if (root instanceof MappingNode map) addAll(map, "", settings, 0);
      else if (root != null)
        return new YamlSettings(List.of(), "expected lines of the form \"name: value\"", 1);
      return new YamlSettings(List.copyOf(settings), "", 0);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      return new YamlSettings(
          List.copyOf(settings), e.getProblem() == null ? "not YAML" : e.getProblem(), line);
    } catch (YAMLException e) {
      return new YamlSettings(List.copyOf(settings), "not YAML: " + e.getMessage(), 1);
    }
  }

  private static void addAll(MappingNode map, String prefix, List<Setting> settings, int depth) {
    for (NodeTuple tuple : map.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) continue;
      String name = prefix + key.getValue();
      int line = key.getStartMark().getLine() + 1;
      if (tuple.getValueNode() instanceof MappingNode inner && depth < MAX_DEPTH) {
        addAll(inner, name + ".", settings, depth + 1);
      } else {
        settings.add(toSetting(name, tuple.getValueNode(), line));
      }
    }
  }

  private static Setting toSetting(String name, Node node, int line) {
    List<String> values = new ArrayList<>();
    boolean plain = !(node instanceof MappingNode);
    if (node instanceof ScalarNode scalar && !(scalar.isPlain() && scalar.getValue().isEmpty())) {
      values.add(scalar.getValue());
    }
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar) values.add(scalar.getValue());
        else plain = false;
      }
    }
    return new Setting(name, List.copyOf(values), line, plain);
  }
}
