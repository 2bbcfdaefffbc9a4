package lectern.code;

import java.util.Locale;

/** Dockerfiles: instructions, and shell after RUN. */
final class Docker {
  private final Ink ink;
  private final Language language;
  private final String s;
  private final int from;
  private final int end;
  private final int depth;

  Docker(Ink ink, Language language, int from, int end, int depth) {
    this.ink = ink;
    this.language = language;
    this.s = ink.text;
    this.from = from;
    this.end = end;
    this.depth = depth;
  }

  void run() {
    for (int i = from; i < end; ) {
      int to = instruction(i);
      line(i, to);
      i = to + 1;
    }
  }

  /** The end of an instruction, with the lines that continue it. */
  private int instruction(int i) {
    while (true) {
      int to = s.indexOf('\n', i);
      if (to < 0 || to >= end) return end;
      if (to == i || s.charAt(to - 1) != '\\') return to;
      i = to + 1;
    }
  }

  private void line(int i, int to) {
    int k = i;
    while (k < to && s.charAt(k) <= ' ') k++;
    if (k < to && s.charAt(k) == '#') {
      int stop = s.indexOf('\n', k);
      ink.put(k, stop < 0 || stop > to ? to : stop, Ink.COMMENT);
      return;
    }
    int word = k;
    while (word < to && Character.isLetter(s.charAt(word))) word++;
    String name = s.substring(k, word).toLowerCase(Locale.ROOT);
    if (!language.words().containsKey(name)) return;
    ink.put(k, word, Ink.KEYWORD);
    boolean json = word < to && s.startsWith("[", Math.min(to, word + 1));
    if (name.equals("run")
        || (name.equals("cmd") || name.equals("entrypoint") || name.equals("healthcheck"))
            && !json) {
      ink.paint(Languages.of("bash"), word, to, depth + 1);
    } else rest(word, to);
  }

  private void rest(int k, int to) {
    while (k < to) {
      char c = s.charAt(k);
      ink.steps++;
      int next = k + 1;
      if (c == '"' || c == '\'') {
        next = s.indexOf(c, k + 1);
        next = next < 0 || next >= to ? to : next + 1;
        ink.put(k, next, Ink.STRING);
      } else if (c == '$') {
        while (next < to
            && (Cursor.isWord(s.charAt(next)) || s.charAt(next) == '{' || s.charAt(next) == '}'))
          next++;
        ink.put(k, next, Ink.ATTRIBUTE);
      } else if (s.startsWith("--", k) && s.charAt(k - 1) == ' ') {
        while (next < to && s.charAt(next) > ' ' && s.charAt(next) != '=') next++;
        ink.put(k, next, Ink.ATTRIBUTE);
      } else if (s.regionMatches(true, k, " as ", 0, 4)) {
        ink.put(k + 1, k + 3, Ink.KEYWORD);
        next = k + 3;
      }
      k = next;
    }
  }
}
