package lectern.data;

import java.util.ArrayList;
import java.util.List;

/**
 * JSON (RFC 8259) to values; commas may be too many. A member that cannot be read loses only
 * itself: reading goes on with the next line.
 */
public final class JsonParser {
  private final String source;
  private final List<SyntaxDiagnostic> diagnostics = new ArrayList<>();
  private int position;
  private int line;
  private int lineStart;

  private JsonParser(String source, int firstLine) {
    this.source = source;
    this.line = firstLine;
  }

  /** Says what is wrong at the place that is being read. */
  private static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    SyntaxException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Parses one object. Never fails: what cannot be read is a diagnostic.
   *
   * @param firstLine the line of the file on which the source begins, from 1
   */
  public static ParseResult parse(String source, int firstLine) {
    return new JsonParser(source, firstLine).parseDocument();
  }

  /**
   * The index after the object that begins at an index.
   *
   * @return -1 when it has no end
   */
  public static int endOfObject(String source, int from) {
    int depth = 0;
    for (int i = from; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '"') {
        for (i++; i < source.length() && "\"\n".indexOf(source.charAt(i)) < 0; i++)
          if (source.charAt(i) == '\\') i++;
      } else if (c == '{' || c == '[') depth++;
      else if ((c == '}' || c == ']') && --depth == 0) return i + 1;
    }
    return -1;
  }

  private ParseResult parseDocument() {
    List<Value.Field> fields = new ArrayList<>();
    skipSpace("");
    // between marks of its own the braces may be left out (Hexo)
    if (!skip('{') && peek() != '"') {
      addDiagnostic("it is not a JSON object; it must begin with {");
      return new ParseResult(fields, diagnostics, true);
    }
    for (skipSpace(","); position < source.length() && !skip('}'); skipSpace(",")) {
      try {
        fields.add(parseField(1));
        skipSpace("");
        if (",}\0".indexOf(peek()) < 0) addDiagnostic("a comma is missing before this");
      } catch (SyntaxException e) {
        addDiagnostic(String.valueOf(e.getMessage()));
        int end = source.indexOf('\n', position);
        position = end < 0 ? source.length() : end;
      }
    }
    return new ParseResult(fields, diagnostics, !diagnostics.isEmpty());
  }

  private void addDiagnostic(String message) {
    if (diagnostics.size() < 20) diagnostics.add(new SyntaxDiagnostic(line, column(), message));
  }

  private int column() {
    return source.codePointCount(lineStart, Math.max(lineStart, position)) + 1;
  }

  /** The next character; 0 at the end. */
  private char peek() {
    return position < source.length() ? source.charAt(position) : 0;
  }

  private boolean skip(char c) {
    if (peek() != c) return false;
    position++;
    return true;
  }

  private void skipSpace(String more) {
    for (; position < source.length(); position++) {
      char c = source.charAt(position);
      if (c == '\n') {
        line++;
        lineStart = position + 1;
      } else if (c != ' ' && c != '\t' && more.indexOf(c) < 0) break;
    }
  }

  private Value.Field parseField(int depth) throws SyntaxException {
    int fieldLine = line;
    if (peek() != '"') throw new SyntaxException("a name in double quotes is missing here");
    String name = parseString();
    skipSpace("");
    if (!skip(':')) throw new SyntaxException("a colon is missing after the name");
    skipSpace("");
    return new Value.Field(name, parseValue(depth), fieldLine);
  }

  private Value parseValue(int depth) throws SyntaxException {
    if (depth > Value.MAX_DEPTH)
      throw new SyntaxException(
          "values stand in each other deeper than " + Value.MAX_DEPTH + " times");
    int column = column();
    if (peek() == '"') return new Value.Scalar(parseString(), line, column);
    if (skip('{')) return parseMapping(depth);
    if (skip('[')) return parseSequence(depth);
    int from = position;
    while (position < source.length() && " \t\n,]}".indexOf(peek()) < 0) position++;
    String word = source.substring(from, position);
    if (word.equals("null")) return new Value.Null();
    boolean number = !word.isEmpty() && "-0123456789".indexOf(word.charAt(0)) >= 0;
    if (number || word.equals("true") || word.equals("false"))
      return new Value.Scalar(word, line, column);
    position = from;
    throw new SyntaxException("a value is missing here; text must be in double quotes");
  }

  private Value parseMapping(int depth) throws SyntaxException {
    List<Value.Field> fields = new ArrayList<>();
    for (skipSpace(","); !skip('}'); skipSpace(",")) fields.add(parseField(depth + 1));
    return new Value.Mapping(fields);
  }

  private Value parseSequence(int depth) throws SyntaxException {
    List<Value> items = new ArrayList<>();
    for (skipSpace(","); !skip(']'); skipSpace(",")) items.add(parseValue(depth + 1));
    return new Value.Sequence(items);
  }

  private String parseString() throws SyntaxException {
    StringBuilder out = new StringBuilder();
    int start = position++;
    while (!skip('"')) {
      char c = peek();
      if (position >= source.length() || c == '\n') {
        position = start;
        throw new SyntaxException("a quote is opened here and never closed");
      }
      position++;
      out.append(c == '\\' ? parseEscape() : c);
    }
    return out.toString();
  }

  private char parseEscape() throws SyntaxException {
    char c = peek();
    position++;
    int known = "bfnrt".indexOf(c);
    if (known >= 0) return "\b\f\n\r\t".charAt(known);
    if (c != 'u') return c;
    try {
      char unit = (char) Integer.parseInt(source, position, position + 4, 16);
      position += 4;
      return unit;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new SyntaxException("\\u needs four hexadecimal digits");
    }
  }
}
