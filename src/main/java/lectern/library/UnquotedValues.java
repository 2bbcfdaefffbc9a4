package lectern.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.data.SyntaxDiagnostic;

/**
 * Titles and tags that begin with a sign of YAML, or hold one, and are not in quotes: YAML would
 * take words of them for anchors, types or comments, or refuse them. They are put in quotes, so
 * that they are read as written, and told.
 */
final class UnquotedValues {
  private final String source;
  private final int firstLine;
  private final List<SyntaxDiagnostic> diagnostics = new ArrayList<>();
  private final List<SyntaxDiagnostic> errors = new ArrayList<>();
  private final StringBuilder quoted = new StringBuilder();

  /** What the field holds whose lines are being read. */
  private Kind kind = Kind.OTHER;

  private int line;

  /** Where in the source the text begins that is not in {@link #quoted} yet. */
  private int copied;

  private enum Kind {
    TITLE,
    TAGS,
    OTHER
  }

  private UnquotedValues(String source, int firstLine) {
    this.source = source;
    this.firstLine = firstLine;
  }

  /**
   * @param firstLine the line of the file on which the source begins, from 1
   */
  static UnquotedValues find(String source, int firstLine) {
    UnquotedValues values = new UnquotedValues(source, firstLine);
    values.line = firstLine;
    for (int from = 0; from < source.length(); values.line++) {
      int end = source.indexOf('\n', from);
      if (end < 0) end = source.length();
      if (end > from) values.readLine(from, end);
      from = end + 1;
    }
    values.quoted.append(source, values.copied, source.length());
    return values;
  }

  /** The source with quotes. */
  String quotedSource() {
    return quoted.toString();
  }

  /** Where YAML takes words away. */
  List<SyntaxDiagnostic> diagnostics() {
    return diagnostics;
  }

  /** Where YAML reads nothing. */
  List<SyntaxDiagnostic> errors() {
    return errors;
  }

  private void readLine(int from, int end) {
    int at = from;
    while (at < end && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) at++;
    boolean item = source.startsWith("- ", at);
    if (at == end || at > from && !item) return;
    if (item) {
      if (kind == Kind.TAGS) readValue(skipSpaces(at + 1, end), end, true);
      return;
    }
    int colon = source.indexOf(':', from);
    kind = colon < 0 || colon >= end ? Kind.OTHER : kindOf(source.substring(from, colon));
    if (kind != Kind.OTHER) readValue(skipSpaces(colon + 1, end), end, false);
  }

  private int skipSpaces(int from, int end) {
    int at = from;
    while (at < end && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) at++;
    return at;
  }

  private static Kind kindOf(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "title" -> Kind.TITLE;
      case "tags", "tag", "categories", "category", "keywords" -> Kind.TAGS;
      default -> Kind.OTHER;
    };
  }

  private void readValue(int from, int end, boolean item) {
    if (from >= end || source.charAt(from - 1) == ':') return;
    switch (source.charAt(from)) {
      case '#' -> readComment(from, end, item);
      case '&' -> readSign(from, end, item, "& begins an anchor; put the value in quotes");
      case '!' -> readSign(from, end, item, "! begins a type; put the value in quotes");
      case '@', '`', '%' -> quoteUnreadable(from, end, String.valueOf(source.charAt(from)));
      case '*' -> {
        if (!source.contains("&" + wordAt(from + 1, end))) quoteUnreadable(from, end, "* or &");
      }
      case '[' -> readFlow(from, end);
      case '"', '\'', '{', '|', '>' -> {}
      default -> findComment(from, end);
    }
  }

  private void quoteUnreadable(int from, int end, String signs) {
    add(errors, from, "a value that begins with " + signs + " must be in quotes");
    quote(from, end, source.substring(from, end));
  }

  /** An anchor that is used, a type of YAML itself, and what a nested value has, are meant. */
  private void readSign(int from, int end, boolean item, String message) {
    String word = wordAt(from + 1, end);
    boolean alone = from + 1 + word.length() == end && kind == Kind.TAGS && !item;
    boolean used = source.charAt(from) == '&' && source.contains("*" + word);
    int next = skipSpaces(from + 1 + word.length(), end);
    boolean collection = next < end && "[{\"'|>".indexOf(source.charAt(next)) >= 0;
    if (alone || used || collection || word.startsWith("!")) return;
    add(diagnostics, from, message);
    quote(from, end, source.substring(from, end));
  }

  private String wordAt(int from, int end) {
    int at = from;
    while (at < end && " \t,]".indexOf(source.charAt(at)) < 0) at++;
    return source.substring(from, at);
  }

  private void readComment(int from, int end, boolean item) {
    boolean remark = from + 1 == end || source.charAt(from + 1) == ' ';
    if (kind == Kind.TITLE) {
      add(diagnostics, from, "# begins a comment; put the value in quotes");
      quote(from, end, source.substring(from, end));
    } else if (!remark) {
      add(diagnostics, from, "# begins a comment; write the tag without # or in quotes");
      String value = source.substring(from, end);
      quote(from, end, item ? value : String.join(",", value.strip().split("[ ,]+")));
    }
  }

  /** {@code [#a, b]} on one line. */
  private void readFlow(int from, int end) {
    int close = source.lastIndexOf(']', end - 1);
    if (close < from) return;
    for (int at = from + 1; at < close; at++) {
      int first = skipSpaces(at, close);
      int comma = source.indexOf(',', first);
      int last = comma < 0 || comma > close ? close : comma;
      if (first < last && source.charAt(first) == '#') {
        add(diagnostics, first, "# begins a comment; write the tag without # or in quotes");
        quote(first, last, source.substring(first, last));
      }
      at = last;
    }
  }

  /** {@code C # and F#}: whether a remark is meant, a tag does not tell. */
  private void findComment(int from, int end) {
    int at = source.indexOf(" #", from);
    if (at < 0 || at + 1 >= end) return;
    boolean remark = at + 2 < end && source.charAt(at + 2) == ' ';
    if (kind == Kind.TITLE || !remark)
      add(
          diagnostics,
          at + 1,
          "everything after \" #\" is a comment; put the value in quotes if it is none");
  }

  private void add(List<SyntaxDiagnostic> to, int at, String message) {
    int lineStart = source.lastIndexOf('\n', at) + 1;
    to.add(new SyntaxDiagnostic(line, source.codePointCount(lineStart, at) + 1, message));
  }

  private void quote(int from, int end, String value) {
    String text = value.strip();
    quoted.append(source, copied, from).append('\'').append(text.replace("'", "''")).append('\'');
    copied = end;
  }
}
