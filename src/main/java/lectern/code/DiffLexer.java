package lectern.code;

/** Unified diffs and what git says around them. */
final class DiffLexer extends Lexer {
  DiffLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
  }

  @Override
  void run() {
    while (i < end) {
      int to = lineEnd(i);
      byte role = lineRole();
      if (role != 0) paint(i, to, role);
      i = to + 1;
    }
  }

  private byte lineRole() {
    if (s.startsWith("+++ ", i) || s.startsWith("--- ", i)) return Token.ATTRIBUTE;
    if (s.startsWith("@@", i)) return Token.FUNCTION;
    if (s.startsWith("diff ", i)
        || s.startsWith("index ", i)
        || s.startsWith("Index: ", i)
        || s.startsWith("new file", i)
        || s.startsWith("deleted file", i)
        || s.startsWith("rename ", i)
        || s.startsWith("similarity ", i)
        || s.startsWith("commit ", i)) {
      return Token.KEYWORD;
    }
    char c = s.charAt(i);
    if (c == '+' || c == '>') return Token.INSERTED;
    if (c == '-' || c == '<') return Token.DELETED;
    if (c == '#') return Token.KEYWORD;
    return c == '\\' ? Token.OPERATOR : 0;
  }
}
