package lectern.code;

/** Shell sessions: lines after a prompt are commands, the others are output. */
final class ShellSessionLexer extends Lexer {
  ShellSessionLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
  }

  @Override
  void run() {
    boolean goesOn = false;
    while (i < end) {
      int to = lineEnd(i);
      int prompt = goesOn ? i : commandStart(to);
      if (prompt >= 0) {
        paint(i, prompt, Token.OPERATOR);
        embed("bash", prompt, to);
        goesOn = to > i && s.charAt(to - 1) == '\\';
      }
      i = to + 1;
    }
  }

  /** Index of the command after a prompt, as {@code $ } or {@code user@host:~$ }; -1 for none. */
  private int commandStart(int to) {
    int k = i;
    while (k < to && s.charAt(k) == ' ') k++;
    if (k < to && "$#>%❯➜".indexOf(s.charAt(k)) >= 0 && k + 1 < to && s.charAt(k + 1) == ' ')
      return k + 2;
    int limit = Math.min(to, i + 60);
    boolean host = false;
    for (int at = k; at + 1 < limit; at++) {
      char c = s.charAt(at);
      if (c == '@' || c == ':') host = true;
      if (c == ' ' && !host) return -1;
      if ((c == '$' || c == '#') && host && s.charAt(at + 1) == ' ') return at + 2;
    }
    return -1;
  }
}
