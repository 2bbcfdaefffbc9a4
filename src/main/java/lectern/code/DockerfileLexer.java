package lectern.code;

import java.util.Locale;

/** Dockerfiles: instructions, and shell after RUN. */
final class DockerfileLexer {
  private final TokenPainter painter;
  private final Language language;
  private final String s;
  private final int from;
  private final int end;
  private final int depth;

  DockerfileLexer(TokenPainter ink, Language language, int from, int end, int depth) {
    this.painter = ink;
    this.language = language;
    this.s = ink.text;
    this.from = from;
    this.end = end;
    this.depth = depth;
  }

  /** Closing words of heredocs that may still be looked for in vain: keeps it linear. */
  private int heredocMissesLeft = 8;

  void run() {
    for (int i = from; i < end; ) {
      int to = instructionEnd(i);
      scanInstruction(i, to);
      i = to + 1;
    }
  }

  /**
   * The end of an instruction, with the lines that continue it, the comments among them, and its
   * heredoc.
   */
  private int instructionEnd(int i) {
    boolean continues = false;
    while (true) {
      int to = lineEnd(i);
      boolean comment = isComment(i, to);
      if (to == end || comment && !continues) return to;
      if (!comment) {
        int heredoc = heredocEnd(i, to);
        if (heredoc > to) return heredoc;
        if (s.charAt(Math.max(i, to - 1)) != '\\') return to;
        continues = true;
      }
      i = to + 1;
    }
  }

  private int lineEnd(int i) {
    int to = s.indexOf('\n', i);
    return to < 0 || to > end ? end : to;
  }

  private boolean isComment(int i, int to) {
    int k = i;
    while (k < to && s.charAt(k) <= ' ') k++;
    return k < to && s.charAt(k) == '#';
  }

  /**
   * Where the text that {@code <<WORD} on this line opens ends; the line's end where there is none.
   */
  private int heredocEnd(int i, int to) {
    int at = s.indexOf("<<", i, to);
    if (at < 0 || heredocMissesLeft <= 0) return to;
    int from = at + 2;
    while (from < to && "-\"'".indexOf(s.charAt(from)) >= 0) from++;
    int word = from;
    while (word < to && Scanner.isWordPart(s.charAt(word))) word++;
    int close =
        word == from ? -1 : ShellLexer.heredocEnd(painter, s.substring(from, word), to, end);
    if (close < 0) heredocMissesLeft--;
    return Math.max(to, close);
  }

  private void scanInstruction(int i, int to) {
    int k = i;
    while (k < to && s.charAt(k) <= ' ') k++;
    if (k < to && s.charAt(k) == '#') {
      int stop = s.indexOf('\n', k);
      painter.paintRange(k, stop < 0 || stop > to ? to : stop, TokenPainter.COMMENT);
      return;
    }
    int word = k;
    while (word < to && Character.isLetter(s.charAt(word))) word++;
    String name = s.substring(k, word).toLowerCase(Locale.ROOT);
    if (!language.wordRoles().containsKey(name)) return;
    painter.paintRange(k, word, TokenPainter.KEYWORD);
    boolean json = word < to && s.startsWith("[", Math.min(to, word + 1));
    if (name.equals("run")
        || (name.equals("cmd") || name.equals("entrypoint") || name.equals("healthcheck"))
            && !json) {
      if (!tryHeredocScript(word, to)) paintShell(word, to);
    } else scanArguments(word, to);
  }

  private void paintShell(int from, int to) {
    painter.paintLanguage(Languages.find("bash"), from, to, depth + 1);
  }

  /** {@code RUN <<EOF}: what follows is the program. */
  private boolean tryHeredocScript(int from, int to) {
    int mark = from;
    while (mark < to && s.charAt(mark) == ' ') mark++;
    int first = lineEnd(from);
    if (!s.startsWith("<<", mark) || first >= to || heredocEnd(mark, first) != to) return false;
    paintShell(first, s.lastIndexOf('\n', to - 1));
    return true;
  }

  private void scanArguments(int k, int to) {
    while (k < to) {
      char c = s.charAt(k);
      painter.stepCount++;
      int next = k + 1;
      if (c == '"' || c == '\'') {
        while (next < to && s.charAt(next) != c) next += s.charAt(next) == '\\' ? 2 : 1;
        next = Math.min(to, next + 1);
        painter.paintRange(k, next, TokenPainter.STRING);
      } else if (c == '$') {
        while (next < to
            && (Scanner.isWordPart(s.charAt(next))
                || s.charAt(next) == '{'
                || s.charAt(next) == '}')) next++;
        painter.paintRange(k, next, TokenPainter.ATTRIBUTE);
      } else if (s.startsWith("--", k) && s.charAt(k - 1) == ' ') {
        while (next < to && s.charAt(next) > ' ' && s.charAt(next) != '=') next++;
        painter.paintRange(k, next, TokenPainter.ATTRIBUTE);
      } else if (s.regionMatches(true, k, " as ", 0, 4)) {
        painter.paintRange(k + 1, k + 3, TokenPainter.KEYWORD);
        next = k + 3;
      }
      k = next;
    }
  }
}
