package lectern.code;

import java.util.Locale;

/** Dockerfiles: instructions, and shell after RUN. */
final class DockerfileLexer extends Lexer {
  DockerfileLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
  }

  /** How many more searches for a closing word of a heredoc may fail: keeps the work linear. */
  private int heredocMissesLeft = 8;

  @Override
  void run() {
    while (i < end) {
      int to = instructionEnd();
      scanInstruction(to);
      i = to + 1;
    }
  }

  /** The end of an instruction with its continued lines, the comments between, and its heredoc. */
  private int instructionEnd() {
    boolean continues = false;
    for (int from = i; ; ) {
      int to = lineEnd(from);
      boolean comment = isComment(from, to);
      if (to == end || comment && !continues) return to;
      if (!comment) {
        int heredoc = heredocEnd(from, to);
        if (heredoc > to) return heredoc;
        if (s.charAt(Math.max(from, to - 1)) != '\\') return to;
        continues = true;
      }
      from = to + 1;
    }
  }

  private boolean isComment(int from, int to) {
    int k = from;
    while (k < to && s.charAt(k) <= ' ') k++;
    return k < to && s.charAt(k) == '#';
  }

  /** The end of the heredoc that {@code <<WORD} on this line opens; the end of the line if none. */
  private int heredocEnd(int lineStart, int to) {
    int at = s.indexOf("<<", lineStart, to);
    if (at < 0 || heredocMissesLeft <= 0) return to;
    int from = at + 2;
    while (from < to && "-\"'".indexOf(s.charAt(from)) >= 0) from++;
    int word = from;
    while (word < to && isWordPart(s.charAt(word))) word++;
    int close =
        word == from ? -1 : ShellLexer.heredocEnd(painter, s.substring(from, word), to, end);
    if (close < 0) heredocMissesLeft--;
    return Math.max(to, close);
  }

  private void scanInstruction(int to) {
    int k = i;
    while (k < to && s.charAt(k) <= ' ') k++;
    if (k < to && s.charAt(k) == '#') {
      int stop = s.indexOf('\n', k);
      paint(k, stop < 0 || stop > to ? to : stop, Token.COMMENT);
      return;
    }
    int word = k;
    while (word < to && Character.isLetter(s.charAt(word))) word++;
    String name = s.substring(k, word).toLowerCase(Locale.ROOT);
    if (!language.wordRoles().containsKey(name)) return;
    paint(k, word, Token.KEYWORD);
    boolean json = word < to && s.startsWith("[", Math.min(to, word + 1));
    if (name.equals("run")
        || (name.equals("cmd") || name.equals("entrypoint") || name.equals("healthcheck"))
            && !json) {
      if (!tryHeredocScript(word, to)) embed("bash", word, to);
    } else scanArguments(word, to);
  }

  /** {@code RUN <<EOF}: the heredoc is a script. */
  private boolean tryHeredocScript(int from, int to) {
    int mark = from;
    while (mark < to && s.charAt(mark) == ' ') mark++;
    int first = lineEnd(from);
    if (!s.startsWith("<<", mark) || first >= to || heredocEnd(mark, first) != to) return false;
    embed("bash", first, s.lastIndexOf('\n', to - 1));
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
        paint(k, next, Token.STRING);
      } else if (c == '$') {
        while (next < to
            && (isWordPart(s.charAt(next)) || s.charAt(next) == '{' || s.charAt(next) == '}'))
          next++;
        paint(k, next, Token.ATTRIBUTE);
      } else if (s.startsWith("--", k) && s.charAt(k - 1) == ' ') {
        while (next < to && s.charAt(next) > ' ' && s.charAt(next) != '=') next++;
        paint(k, next, Token.ATTRIBUTE);
      } else if (s.regionMatches(true, k, " as ", 0, 4)) {
        paint(k + 1, k + 3, Token.KEYWORD);
        next = k + 3;
      }
      k = next;
    }
  }
}
