package lectern.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import lectern.post.Problem;
import lectern.post.Source;

/**
 * Which lines of a post are fenced code (CommonMark 0.31 §4.5), and fences never closed. Also
 * inside quotes and lists.
 */
final class Fences {
  private final Path path;
  private final Source source;
  private final BitSet code = new BitSet();
  private final List<Problem> problems = new ArrayList<>();

  Fences(Path path, Source source) {
    this.path = path;
    this.source = source;
    scan();
  }

  List<Problem> problems() {
    return problems;
  }

  /**
   * @param line of the file, from 1
   */
  boolean isCode(int line) {
    return code.get(line);
  }

  private void scan() {
    char mark = 0;
    int length = 0;
    int opened = 0;
    int column = 0;
    boolean quoted = false;
    String[] lines = source.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int at = content(lines[i]);
      int run = run(lines[i], at);
      int number = source.firstLine() + i;
      if (mark == 0) {
        if (run < 3 || lines[i].charAt(at) == '`' && lines[i].indexOf('`', at + run) >= 0) continue;
        mark = lines[i].charAt(at);
        length = run;
        opened = number;
        column = lines[i].codePointCount(0, at) + 1;
        quoted = lines[i].lastIndexOf('>', at) >= 0;
        code.set(number);
      } else if (quoted && lines[i].stripLeading().indexOf('>') != 0) {
        mark = 0; // the quote has ended, and its code with it
        i--;
      } else {
        code.set(number);
        boolean closes =
            run >= length && lines[i].charAt(at) == mark && lines[i].substring(at + run).isBlank();
        if (closes) mark = 0;
      }
    }
    if (mark != 0)
      problems.add(
          new Problem(path, opened, column, "a code fence is opened here and never closed"));
  }

  /** Past white space, quote marks and list markers. */
  private static int content(String line) {
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      boolean bullet =
          (c == '-' || c == '*' || c == '+') && i + 1 < line.length() && line.charAt(i + 1) == ' ';
      if (c == ' ' || c == '\t' || c == '>' || bullet) i++;
      else if (Character.isDigit(c) && numbered(line, i) > 0) i = numbered(line, i);
      else break;
    }
    return i;
  }

  private static int numbered(String line, int from) {
    int i = from;
    while (i < line.length() && Character.isDigit(line.charAt(i))) i++;
    boolean marker =
        i + 1 < line.length()
            && (line.charAt(i) == '.' || line.charAt(i) == ')')
            && line.charAt(i + 1) == ' ';
    return marker ? i + 2 : 0;
  }

  private static int run(String line, int at) {
    if (at >= line.length() || line.charAt(at) != '`' && line.charAt(at) != '~') return 0;
    int i = at;
    while (i < line.length() && line.charAt(i) == line.charAt(at)) i++;
    return i - at;
  }
}
