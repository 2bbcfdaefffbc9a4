package lectern.code;

/** A session: lines after a prompt are shell, the others what it answered. */
final class ShellSessionLexer {
  private final TokenPainter painter;
  private final String s;
  private final int from;
  private final int end;
  private final int depth;

  ShellSessionLexer(TokenPainter ink, int from, int end, int depth) {
    this.painter = ink;
    this.s = ink.text;
    this.from = from;
    this.end = end;
    this.depth = depth;
  }

  void run() {
    Language shell = Languages.find("bash");
    boolean goesOn = false;
    for (int i = from; i < end; ) {
      int to = s.indexOf('\n', i);
      if (to < 0 || to > end) to = end;
      int prompt = goesOn ? i : commandStart(i, to);
      if (prompt >= 0) {
        painter.paintRange(i, prompt, TokenPainter.OPERATOR);
        painter.paintLanguage(shell, prompt, to, depth + 1);
        goesOn = to > i && s.charAt(to - 1) == '\\';
      }
      i = to + 1;
    }
  }

  /**
   * Where the command begins after {@code $ }, {@code # }, {@code > }, {@code % }, {@code
   * user@host:~$ }; -1 for none.
   */
  private int commandStart(int i, int to) {
    int k = i;
    while (k < to && s.charAt(k) == ' ') k++;
    if (k < to && "$#>%❯➜".indexOf(s.charAt(k)) >= 0 && k + 1 < to && s.charAt(k + 1) == ' ')
      return k + 2;
    int most = Math.min(to, i + 60);
    boolean host = false;
    for (int at = k; at + 1 < most; at++) {
      char c = s.charAt(at);
      if (c == '@' || c == ':') host = true;
      if (c == ' ' && !host) return -1;
      if ((c == '$' || c == '#') && host && s.charAt(at + 1) == ' ') return at + 2;
    }
    return -1;
  }
}
