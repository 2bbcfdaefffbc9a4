package lectern.data;

import java.util.List;

/**
 * The fields of a text of data, and what is wrong with it.
 *
 * @param fields with {@code failed} those that could be read
 * @param diagnostics the error, or names that stand twice
 * @param failed whether the text could not be read to its end; the first diagnostic says why
 */
public record ParseResult(
    List<Value.Field> fields, List<SyntaxDiagnostic> diagnostics, boolean failed) {
  static ParseResult failed(List<Value.Field> fields, int line, int column, String message) {
    return new ParseResult(fields, List.of(new SyntaxDiagnostic(line, column, message)), true);
  }
}
