package lectern.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands around lines that cannot be read, so that a bad line loses only itself. Each
 * field is parsed alone; of one that fails the bad lines are blanked, else all of it, and then what
 * is left is parsed as a whole.
 */
abstract class LineRecovery {
  /** Lines of one field that are blanked one by one before the field is given up. */
  private static final int MAX_BLANKED_LINES = 4;

  private static final int MAX_DIAGNOSTICS = 20;

  private final StringBuilder source;
  private final int firstLine;
  private final List<SyntaxDiagnostic> diagnostics = new ArrayList<>();

  /**
   * @param firstLine the line of the file on which the source begins, from 1
   */
  LineRecovery(String source, int firstLine) {
    this.source = new StringBuilder(source);
    this.firstLine = firstLine;
  }

  /** Parses without recovery. */
  abstract ParseResult parse(String source, int firstLine);

  /** Whether a field begins on the line at an index. */
  abstract boolean startsField(CharSequence source, int from, int end);

  /**
   * @param failed what parsing the whole gave
   * @return the fields that can be read and what is wrong; failed
   */
  ParseResult recover(ParseResult failed) {
    int line = firstLine;
    for (int from = 0; from < source.length(); ) {
      int end = endOfField(from);
      line = recoverField(from, end, line);
      from = end;
    }
    ParseResult rest = parse(source.toString(), firstLine);
    if (rest.failed()) rest = parseBeforeError(rest);
    if (diagnostics.isEmpty()) diagnostics.addAll(failed.diagnostics());
    else if (!rest.failed()) diagnostics.addAll(rest.diagnostics());
    int most = Math.min(MAX_DIAGNOSTICS, diagnostics.size());
    return new ParseResult(rest.fields(), List.copyOf(diagnostics.subList(0, most)), true);
  }

  private ParseResult parseBeforeError(ParseResult failed) {
    int at = 0;
    for (int i = firstLine; i < failed.diagnostics().getFirst().line(); i++) at = endOfLine(at);
    return parse(source.substring(0, at), firstLine);
  }

  private int endOfField(int from) {
    int end = endOfLine(from);
    while (end < source.length()) {
      int next = endOfLine(end);
      if (startsField(source, end, next)) break;
      end = next;
    }
    return end;
  }

  /** The index after the line end. */
  private int endOfLine(int from) {
    int end = source.indexOf("\n", from);
    return end < 0 ? source.length() : end + 1;
  }

  /**
   * Blanks what cannot be read of a field.
   *
   * @param line of the file on which the field begins
   * @return the line on which the next one begins
   */
  private int recoverField(int from, int end, int line) {
    ParseResult result = parse(source.substring(from, end), line);
    if (result.failed()) diagnostics.add(result.diagnostics().getFirst());
    for (int tries = 0; result.failed(); tries++) {
      int bad = result.diagnostics().getFirst().line() - line;
      int at = from;
      for (int i = 0; i < bad && at < end; i++) at = endOfLine(at);
      if (at >= end) at = lastLine(from, end);
      boolean inside = at > from && at < end && tries < MAX_BLANKED_LINES;
      blank(inside ? at : from, inside ? endOfLine(at) : end);
      if (!inside) break;
      result = parse(source.substring(from, end), line);
    }
    for (int i = from; i < end; i++) if (source.charAt(i) == '\n') line++;
    return line;
  }

  /** Where the last line of a field begins that is not blank. */
  private int lastLine(int from, int end) {
    int at = end;
    while (at > from && source.charAt(at - 1) <= ' ') at--;
    return Math.max(from, source.lastIndexOf("\n", at - 1) + 1);
  }

  private void blank(int from, int end) {
    for (int i = from; i < end; i++) if (source.charAt(i) != '\n') source.setCharAt(i, ' ');
  }
}
