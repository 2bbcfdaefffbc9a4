package lectern.code;

/** Unified diffs, with the headers of git. */
final class DiffLexer extends Lexer {
  private static final String[] HEADERS = {
    "diff ", "index ", "Index: ", "new file", "deleted file", "rename ", "similarity ", "commit "
  };

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
    for (String header : HEADERS) if (s.startsWith(header, i)) return Token.KEYWORD;
    char c = s.charAt(i);
    if (c == '+' || c == '>') return Token.INSERTED;
    if (c == '-' || c == '<') return Token.DELETED;
    if (c == '#') return Token.KEYWORD;
    return c == '\\' ? Token.OPERATOR : 0;
  }
}
