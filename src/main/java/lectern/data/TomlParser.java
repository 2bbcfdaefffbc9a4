package lectern.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** TOML to values. */
public final class TomlParser {
  private final int firstLine;

  private TomlParser(int firstLine) {
    this.firstLine = firstLine;
  }

  /** Values are nested deeper than {@link Value#MAX_DEPTH}. */
  private static final class NestingTooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Parses a document. Never fails: what cannot be read is a diagnostic, and the fields are those
   * that can be.
   *
   * @param firstLine the line of the file on which the source begins, from 1
   */
  public static ParseResult parse(String source, int firstLine) {
    ParseResult result = parseStrictly(source, firstLine);
    return result.failed() ? new TomlRecovery(source, firstLine).recover(result) : result;
  }

  private static final class TomlRecovery extends LineRecovery {
    TomlRecovery(String source, int firstLine) {
      super(source, firstLine);
    }

    @Override
    ParseResult parse(String source, int firstLine) {
      return parseStrictly(source, firstLine);
    }

    @Override
    boolean startsField(CharSequence source, int from, int end) {
      int at = from;
      while (at < end && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) at++;
      if (at == end) return false;
      if (at == from && source.charAt(at) == '[') return true;
      if (!Character.isLetterOrDigit(source.charAt(at)) && source.charAt(at) != '_') return false;
      for (int i = at; i < end; i++) if (source.charAt(i) == '=') return true;
      return false;
    }
  }

  private static ParseResult parseStrictly(String source, int firstLine) {
    try {
      TomlParseResult result = Toml.parse(source);
      List<Value.Field> fields = new TomlParser(firstLine).toFields(result, 0);
      if (!result.hasErrors()) return new ParseResult(fields, List.of(), false);
      TomlParseError error = result.errors().getFirst();
      TomlPosition at = error.position();
      return ParseResult.failed(
          fields, at.line() + firstLine - 1, at.column(), firstLineOf(error.getMessage()));
    } catch (NestingTooDeepException | StackOverflowError e) {
      return ParseResult.failed(
          List.of(),
          firstLine,
          0,
          "values stand in each other deeper than " + Value.MAX_DEPTH + " times");
    } catch (RuntimeException e) {
      return ParseResult.failed(List.of(), firstLine, 0, "it is not TOML");
    }
  }

  private static String firstLineOf(@Nullable String message) {
    if (message == null) return "it is not TOML";
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private List<Value.Field> toFields(TomlTable table, int depth) {
    List<Value.Field> fields = new ArrayList<>();
    for (String key : table.keySet()) {
      List<String> path = List.of(key);
      TomlPosition at = table.inputPositionOf(path);
      int line = at == null ? firstLine : at.line() + firstLine - 1;
      fields.add(new Value.Field(key, toValue(table.get(path), line, depth + 1), line));
    }
    return fields;
  }

  private Value toValue(Object value, int line, int depth) {
    if (depth > Value.MAX_DEPTH) throw new NestingTooDeepException();
    if (value == null) return new Value.Null();
    if (value instanceof TomlTable table) return new Value.Mapping(toFields(table, depth));
    if (!(value instanceof TomlArray array)) return new Value.Scalar(value.toString(), line, 1);
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) items.add(toValue(array.get(i), line, depth + 1));
    return new Value.Sequence(items);
  }
}
