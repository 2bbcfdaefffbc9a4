package lectern.code;

/** Unified diffs and what git says around them. */
final class DiffLexer {
  private final TokenPainter painter;
  private final String s;
  private final int from;
  private final int end;

  DiffLexer(TokenPainter ink, int from, int end) {
    this.painter = ink;
    this.s = ink.text;
    this.from = from;
    this.end = end;
  }

  void run() {
    for (int i = from; i < end; ) {
      int to = s.indexOf('\n', i);
      if (to < 0 || to > end) to = end;
      byte role = lineRole(i);
      if (role != 0) painter.paintRange(i, to, role);
      i = to + 1;
    }
  }

  private byte lineRole(int i) {
    if (s.startsWith("+++ ", i) || s.startsWith("--- ", i)) return TokenPainter.ATTRIBUTE;
    if (s.startsWith("@@", i)) return TokenPainter.FUNCTION;
    if (s.startsWith("diff ", i)
        || s.startsWith("index ", i)
        || s.startsWith("Index: ", i)
        || s.startsWith("new file", i)
        || s.startsWith("deleted file", i)
        || s.startsWith("rename ", i)
        || s.startsWith("similarity ", i)
        || s.startsWith("commit ", i)) {
      return TokenPainter.KEYWORD;
    }
    char c = i < end ? s.charAt(i) : ' ';
    if (c == '+' || c == '>') return TokenPainter.INSERTED;
    if (c == '-' || c == '<') return TokenPainter.DELETED;
    if (c == '#') return TokenPainter.KEYWORD;
    return c == '\\' ? TokenPainter.OPERATOR : 0;
  }
}
