package lectern.code;

/** Finds where an expression in braces ends, past strings, in a bounded stretch of text. */
final class Braces {
  /** UTF-16 units; an expression longer than this is not looked for. */
  private static final int MOST = 1024;

  private Braces() {}

  /**
   * @param from at the opening brace @return the index of its closing brace, or -1
   */
  static int close(Ink ink, int from, int end) {
    String s = ink.text;
    int nested = 0;
    int most = Math.min(end, from + MOST);
    for (int i = from; i < most; i++) {
      char c = s.charAt(i);
      ink.steps++;
      if (c == '{') nested++;
      else if (c == '}' && --nested == 0) return i;
      else if (c == '"' || c == '\'' || c == '`') {
        int to = quoted(s, i, Math.min(most, i + Ink.AHEAD / 4), c);
        if (to > 0) i = to;
      }
    }
    return -1;
  }

  /**
   * @param from at an opening bracket @return the index of its partner before {@code most}, or -1
   */
  static int matching(Ink ink, int from, int most) {
    String s = ink.text;
    char opens = s.charAt(from);
    char closes = opens == '(' ? ')' : '}';
    int nested = 0;
    for (int i = from; i < most; i++) {
      ink.steps++;
      if (s.charAt(i) == opens) nested++;
      else if (s.charAt(i) == closes && --nested == 0) return i;
    }
    return -1;
  }

  /** The closing quote on the same line; -1: an apostrophe, not a quote. */
  private static int quoted(String s, int from, int most, char quote) {
    for (int i = from + 1; i < most && (s.charAt(i) != '\n' || quote == '`'); i++) {
      if (s.charAt(i) == '\\') i++;
      else if (s.charAt(i) == quote) return i;
    }
    return -1;
  }
}
