package lectern.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.library.FrontMatter.ParseResult;
import lectern.library.FrontMatter.SyntaxDiagnostic;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** TOML to values. */
final class TomlParser {
  private TomlParser() {}

  /** Values stand in each other deeper than a front matter may. */
  private static final class NestingTooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static ParseResult parse(String source, int firstLine) {
    try {
      TomlParseResult result = Toml.parse(source);
      List<SyntaxDiagnostic> faults = new ArrayList<>();
      for (TomlParseError error : result.errors()) {
        TomlPosition at = error.position();
        faults.add(
            new SyntaxDiagnostic(
                at.line() + firstLine - 1,
                at.column(),
                "front matter cannot be read: " + firstLineOf(error.getMessage())));
        break;
      }
      return new ParseResult(toMapping(result, firstLine, 0).fields(), faults, !faults.isEmpty());
    } catch (NestingTooDeepException | StackOverflowError e) {
      return ParseResult.failed(
          firstLine,
          0,
          "front matter cannot be read: values stand in each other deeper than "
              + FrontMatter.MAX_DEPTH
              + " times");
    } catch (RuntimeException e) {
      return ParseResult.failed(firstLine, 0, "front matter cannot be read: it is not TOML");
    }
  }

  private static String firstLineOf(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static Value.Mapping toMapping(TomlTable table, int firstLine, int depth) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (String key : table.keySet()) {
      List<String> path = List.of(key);
      TomlPosition at = table.inputPositionOf(path);
      fields.put(
          key,
          toValue(
              table.get(path),
              at == null ? firstLine : at.line() + firstLine - 1,
              firstLine,
              depth + 1));
    }
    return new Value.Mapping(fields, firstLine);
  }

  private static Value toValue(Object value, int line, int firstLine, int depth) {
    if (depth > FrontMatter.MAX_DEPTH) throw new NestingTooDeepException();
    if (value instanceof TomlTable table) return toMapping(table, firstLine, depth);
    if (value instanceof TomlArray array) {
      List<Value> items = new ArrayList<>();
      for (int i = 0; i < array.size(); i++)
        items.add(toValue(array.get(i), line, firstLine, depth + 1));
      return new Value.Sequence(items, line);
    }
    return new Value.Scalar(value == null ? "" : value.toString(), line, 1);
  }
}
