package lectern.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of settings in YAML, as a flat list; values stay the text that was written.
 *
 * @param settings in the order of the file; empty with an error
 * @param error why the file cannot be read, empty when it can
 * @param errorLine of it, from 1; 0 without an error
 */
public record YamlSettings(List<Assignment> settings, String error, int errorLine) {
  /**
   * A name and what it is set to.
   *
   * @param key names from the outermost in, a dot between
   * @param values one, or those of a list
   * @param line of the name, from 1
   * @param complete whether all that was written is among the values: no list in a list
   */
  public record Assignment(String key, List<String> values, int line, boolean complete) {}

  /** Parses a file. Never fails: what cannot be read is the error. */
  public static YamlSettings parse(String text) {
    if (text.length() > Value.MAX_LENGTH)
      return new YamlSettings(List.of(), "longer than 64 KiB", 1);
    ParseResult result = YamlParser.parse(text, 1);
    if (result.failed()) {
      SyntaxDiagnostic error = result.diagnostics().getFirst();
      boolean otherRoot = error.message().startsWith("it is ");
      return new YamlSettings(
          List.of(),
          otherRoot ? "expected lines of the form \"name: value\"" : error.message(),
          error.line());
    }
    List<Assignment> settings = new ArrayList<>();
    addAll(result.fields(), "", settings);
    return new YamlSettings(List.copyOf(settings), "", 0);
  }

  private static void addAll(List<Value.Field> fields, String prefix, List<Assignment> settings) {
    for (Value.Field field : fields) {
      String key = prefix + field.name();
      if (field.value() instanceof Value.Mapping mapping)
        addAll(mapping.fields(), key + ".", settings);
      else settings.add(toSetting(key, field));
    }
  }

  private static Assignment toSetting(String key, Value.Field field) {
    List<String> values = new ArrayList<>();
    boolean complete = true;
    List<Value> items =
        field.value() instanceof Value.Sequence list ? list.items() : List.of(field.value());
    for (Value item : items) {
      if (item instanceof Value.Scalar scalar) values.add(scalar.text());
      else complete &= item instanceof Value.Null;
    }
    return new Assignment(key, List.copyOf(values), field.line(), complete);
  }
}
