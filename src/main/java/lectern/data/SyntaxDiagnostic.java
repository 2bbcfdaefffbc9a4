package lectern.data;

/**
 * Something wrong with a text of data.
 *
 * @param line of the file, from 1
 * @param column from 1; 0 when unknown
 * @param message without place, as the parser says it
 */
public record SyntaxDiagnostic(int line, int column, String message) {}
