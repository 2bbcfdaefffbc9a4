package lectern.code;

/** Makefiles: targets, variables, recipes in shell. */
final class MakefileLexer extends Lexer {
  MakefileLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
  }

  @Override
  void run() {
    while (i < end) {
      int to = lineEnd(i);
      if (i < to && s.charAt(i) == '\t') {
        while (s.charAt(to - 1) == '\\' && to < end) {
          to = lineEnd(to + 1);
        }
        embed("bash", i + 1, to);
      } else scanLine(to);
      i = to + 1;
    }
  }

  private void scanLine(int to) {
    int stop = commentStart(to);
    if (stop < to) paint(stop, to, Token.COMMENT);
    int k = i;
    while (k < stop && s.charAt(k) == ' ') k++;
    int word = k;
    while (word < stop && (isWordPart(s.charAt(word)) || s.charAt(word) == '-')) word++;
    String first = s.substring(k, word);
    if (" include -include ifeq ifneq ifdef ifndef else endif define endef export unexport override vpath "
            .contains(" " + first + " ")
        && !first.isEmpty()) {
      paint(k, word, Token.KEYWORD);
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
    paint(k, last, assigns ? Token.ATTRIBUTE : s.charAt(k) == '.' ? Token.KEYWORD : Token.FUNCTION);
    paintVariables(mark, stop);
  }

  /** Index of the comment: {@code \#} and those in the arguments of a call are not. */
  private int commentStart(int to) {
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
      paint(k, to + 1, Token.ATTRIBUTE);
      k = to;
    }
  }
}
