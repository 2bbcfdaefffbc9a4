package lectern.code;

/** Makefiles: targets, variables, recipes in shell. */
final class MakefileLexer {
  private final TokenPainter painter;
  private final String s;
  private final int from;
  private final int end;
  private final int depth;

  MakefileLexer(TokenPainter ink, int from, int end, int depth) {
    this.painter = ink;
    this.s = ink.text;
    this.from = from;
    this.end = end;
    this.depth = depth;
  }

  void run() {
    Language shell = Languages.find("bash");
    for (int i = from; i < end; ) {
      int to = s.indexOf('\n', i);
      if (to < 0 || to > end) to = end;
      if (i < to && s.charAt(i) == '\t') {
        while (s.charAt(to - 1) == '\\' && to < end) {
          to = s.indexOf('\n', to + 1);
          if (to < 0 || to > end) to = end;
        }
        painter.paintLanguage(shell, i + 1, to, depth + 1);
      } else scanLine(i, to);
      i = to + 1;
    }
  }

  private void scanLine(int i, int to) {
    int stop = commentStart(i, to);
    if (stop < to) painter.paintRange(stop, to, TokenPainter.COMMENT);
    int k = i;
    while (k < stop && s.charAt(k) == ' ') k++;
    int word = k;
    while (word < stop && (Scanner.isWordPart(s.charAt(word)) || s.charAt(word) == '-')) word++;
    String first = s.substring(k, word);
    if (" include -include ifeq ifneq ifdef ifndef else endif define endef export unexport override vpath "
            .contains(" " + first + " ")
        && !first.isEmpty()) {
      painter.paintRange(k, word, TokenPainter.KEYWORD);
      return;
    }
    int mark = operatorIndex(k, stop);
    if (mark < 0) return;
    boolean assigns =
        s.charAt(mark) == '='
            || mark + 1 < stop && s.charAt(mark + 1) == '='
            || s.startsWith("::=", mark);
    int last = mark;
    while (last > k && s.charAt(last - 1) == ' ') last--;
    painter.paintRange(
        k,
        last,
        assigns
            ? TokenPainter.ATTRIBUTE
            : s.charAt(k) == '.' ? TokenPainter.KEYWORD : TokenPainter.FUNCTION);
    paintVariables(mark, stop);
  }

  /** Where {@code #} begins a comment: neither {@code \#} nor in a call's arguments. */
  private int commentStart(int i, int to) {
    int nested = 0;
    for (int k = i; k < to; k++) {
      char c = s.charAt(k);
      if (c == '\\') k++;
      else if (c == '(') nested++;
      else if (c == ')') nested--;
      else if (c == '#' && nested <= 0) return k;
    }
    return to;
  }

  private int operatorIndex(int k, int stop) {
    for (; k < stop; k++)
      if (":=?+!".indexOf(s.charAt(k)) >= 0
          && (s.charAt(k) == ':' || s.charAt(k) == '=' || k + 1 < stop && s.charAt(k + 1) == '='))
        return k;
    return -1;
  }

  private void paintVariables(int k, int stop) {
    for (; k + 1 < stop; k++) {
      if (s.charAt(k) != '$') continue;
      char opens = s.charAt(k + 1);
      int to = opens == '(' ? s.indexOf(')', k) : opens == '{' ? s.indexOf('}', k) : k + 1;
      if (to < 0 || to >= stop) continue;
      painter.paintRange(k, to + 1, TokenPainter.ATTRIBUTE);
      k = to;
    }
  }
}
