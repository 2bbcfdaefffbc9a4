package lectern.code;

import java.util.Locale;

/** Dockerfiles: instructions, and shell after RUN. */
final class DockerfileLexer {
  private final TokenPainter ink;
  private final Language language;
  private final String s;
  private final int from;
  private final int end;
  private final int depth;

  DockerfileLexer(TokenPainter ink, Language language, int from, int end, int depth) {
    this.ink = ink;
    this.language = language;
    this.s = ink.text;
    this.from = from;
    this.end = end;
    this.depth = depth;
  }

  /** Closing words of heredocs that may still be looked for in vain: keeps it linear. */
  private int patience = 8;

  void run() {
    for (int i = from; i < end; ) {
      int to = instruction(i);
      line(i, to);
      i = to + 1;
    }
  }

  /**
   * The end of an instruction, with the lines that continue it, the comments among them, and its
   * heredoc.
   */
  private int instruction(int i) {
    boolean continues = false;
    while (true) {
      int to = lineEnd(i);
      boolean comment = comment(i, to);
      if (to == end || comment && !continues) return to;
      if (!comment) {
        int heredoc = heredoc(i, to);
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

  private boolean comment(int i, int to) {
    int k = i;
    while (k < to && s.charAt(k) <= ' ') k++;
    return k < to && s.charAt(k) == '#';
  }

  /**
   * Where the text that {@code <<WORD} on this line opens ends; the line's end where there is none.
   */
  private int heredoc(int i, int to) {
    int at = s.indexOf("<<", i, to);
    if (at < 0 || patience <= 0) return to;
    int from = at + 2;
    while (from < to && "-\"'".indexOf(s.charAt(from)) >= 0) from++;
    int word = from;
    while (word < to && Scanner.isWord(s.charAt(word))) word++;
    int close = word == from ? -1 : ShellLexer.heredocEnd(ink, s.substring(from, word), to, end);
    if (close < 0) patience--;
    return Math.max(to, close);
  }

  private void line(int i, int to) {
    int k = i;
    while (k < to && s.charAt(k) <= ' ') k++;
    if (k < to && s.charAt(k) == '#') {
      int stop = s.indexOf('\n', k);
      ink.put(k, stop < 0 || stop > to ? to : stop, TokenPainter.COMMENT);
      return;
    }
    int word = k;
    while (word < to && Character.isLetter(s.charAt(word))) word++;
    String name = s.substring(k, word).toLowerCase(Locale.ROOT);
    if (!language.words().containsKey(name)) return;
    ink.put(k, word, TokenPainter.KEYWORD);
    boolean json = word < to && s.startsWith("[", Math.min(to, word + 1));
    if (name.equals("run")
        || (name.equals("cmd") || name.equals("entrypoint") || name.equals("healthcheck"))
            && !json) {
      if (!script(word, to)) shell(word, to);
    } else rest(word, to);
  }

  private void shell(int from, int to) {
    ink.paint(Languages.of("bash"), from, to, depth + 1);
  }

  /** {@code RUN <<EOF}: what follows is the program. */
  private boolean script(int from, int to) {
    int mark = from;
    while (mark < to && s.charAt(mark) == ' ') mark++;
    int first = lineEnd(from);
    if (!s.startsWith("<<", mark) || first >= to || heredoc(mark, first) != to) return false;
    shell(first, s.lastIndexOf('\n', to - 1));
    return true;
  }

  private void rest(int k, int to) {
    while (k < to) {
      char c = s.charAt(k);
      ink.steps++;
      int next = k + 1;
      if (c == '"' || c == '\'') {
        while (next < to && s.charAt(next) != c) next += s.charAt(next) == '\\' ? 2 : 1;
        next = Math.min(to, next + 1);
        ink.put(k, next, TokenPainter.STRING);
      } else if (c == '$') {
        while (next < to
            && (Scanner.isWord(s.charAt(next)) || s.charAt(next) == '{' || s.charAt(next) == '}'))
          next++;
        ink.put(k, next, TokenPainter.ATTRIBUTE);
      } else if (s.startsWith("--", k) && s.charAt(k - 1) == ' ') {
        while (next < to && s.charAt(next) > ' ' && s.charAt(next) != '=') next++;
        ink.put(k, next, TokenPainter.ATTRIBUTE);
      } else if (s.regionMatches(true, k, " as ", 0, 4)) {
        ink.put(k + 1, k + 3, TokenPainter.KEYWORD);
        next = k + 3;
      }
      k = next;
    }
  }
}
