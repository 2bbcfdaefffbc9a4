package lectern.code;

/** Bash, sh, zsh, fish: commands, options, variables, quotes, heredocs. */
final class ShellLexer extends Scanner {

  /** Whether the next word is a command. */
  private boolean command = true;

  private boolean test;
  private boolean list;
  private boolean cases;

  ShellLexer(TokenPainter ink, Language language, int from, int to, int depth) {
    super(ink, language, from, to, depth);
  }

  void run() {
    while (i < end) {
      ink.steps++;
      step(s.charAt(i));
    }
  }

  private void step(char c) {
    if (c == '\n') {
      i++;
      command = !list;
    } else if (c == ' ' || c == '\t' || c == '\r') i++;
    else if (c == '#' && (i == 0 || s.charAt(i - 1) <= ' ' || ";(".indexOf(s.charAt(i - 1)) >= 0))
      span(lineEnd(i), TokenPainter.COMMENT);
    else if (c == '\\' && i + 1 < end) {
      boolean continues = s.charAt(i + 1) == '\n';
      i += 2;
      if (!continues) command = false;
    } else if (c == '\'') single();
    else if (c == '"') doubled();
    else if (c == '`') i++;
    else if (c == '$') variable(TokenPainter.ATTRIBUTE);
    else if (s.startsWith("<<", i) && !s.startsWith("<<<", i) && !test) heredoc();
    else if ("|&;(){}".indexOf(c) >= 0) separator(c);
    else if (c == '<' || c == '>' || c == '=' || c == '!' || c == ']' || c == '[') mark(c);
    else word();
  }

  private void separator(char c) {
    if (c == '(' && i > 0 && s.charAt(i - 1) == '=') list = true;
    if (c == ')') {
      if (cases && !list) command = true;
      list = false;
    }
    i++;
    if (c != ')' && c != '}') command = !list;
    if (s.startsWith(";;", i - 1)) cases = true;
  }

  private void mark(char c) {
    if (c == '[' && command) {
      int to = s.startsWith("[[", i) ? i + 2 : i + 1;
      if (to >= end || s.charAt(to) == ' ') {
        ink.put(i, to, TokenPainter.KEYWORD);
        i = to;
        command = false;
        test = true;
        return;
      }
    }
    if (c == ']' && test) {
      int to = s.startsWith("]]", i) ? i + 2 : i + 1;
      ink.put(i, to, TokenPainter.KEYWORD);
      i = to;
      test = false;
      return;
    }
    i++;
  }

  private void single() {
    int to = s.indexOf('\'', i + 1);
    span(to < 0 || to >= end ? end : to + 1, TokenPainter.STRING);
    command = false;
  }

  /** {@code $'it\'s\n'}. */
  private void escaped() {
    int to = i + 1;
    while (to < end && s.charAt(to) != '\'') to += s.charAt(to) == '\\' ? 2 : 1;
    span(Math.min(end, to + 1), TokenPainter.STRING);
    command = false;
  }

  private void doubled() {
    int from = i++;
    while (i < end) {
      char c = s.charAt(i);
      ink.steps++;
      if (c == '"') {
        i++;
        break;
      }
      if (c == '\\') i += 2;
      else if (c == '$' && i + 1 < end && expands(s.charAt(i + 1))) {
        ink.put(from, i, TokenPainter.STRING);
        variable(TokenPainter.VARIABLE);
        from = i;
      } else i++;
    }
    i = Math.min(i, end);
    ink.put(from, i, TokenPainter.STRING);
    command = false;
  }

  private void variable(byte role) {
    int from = i;
    if (s.startsWith("$(", i) && !s.startsWith("$((", i)) {
      int close = closing(i + 1);
      if (close > 0 && depth < TokenPainter.DEEPEST / 4) {
        ink.put(i, close + 1, (byte) 0);
        ink.paint(language, i + 2, close, depth + 1);
        i = close + 1;
      } else i += 2;
      command = false;
      return;
    }
    i++;
    if (i < end && s.charAt(i) == '\'') {
      escaped();
      return;
    }
    if (i < end && s.charAt(i) == '{') {
      int to = s.indexOf('}', i);
      i = to < 0 || to >= end || to - i > TokenPainter.AHEAD ? i + 1 : to + 1;
    } else if (i < end && (isDigit(s.charAt(i)) || "@*#?!$-".indexOf(s.charAt(i)) >= 0)) i++;
    else while (i < end && isWord(s.charAt(i))) i++;
    if (i - from > 1) ink.put(from, i, role);
    command = command && i < end && s.charAt(i) == '=';
  }

  /** The parenthesis that closes one, in a bounded stretch; -1 for none. */
  private int closing(int from) {
    int nested = 0;
    int most = Math.min(end, from + TokenPainter.AHEAD);
    for (int k = from; k < most; k++) {
      char c = s.charAt(k);
      ink.steps++;
      if (c == '(') nested++;
      else if (c == ')' && --nested == 0) return k;
      else if (c == '\\') k++;
    }
    return -1;
  }

  private void heredoc() {
    int k = i + 2;
    if (k < end && s.charAt(k) == '-') k++;
    while (k < end && s.charAt(k) == ' ') k++;
    char quote =
        k < end && (s.charAt(k) == '\'' || s.charAt(k) == '"' || s.charAt(k) == '\\')
            ? s.charAt(k)
            : 0;
    if (quote != 0) k++;
    int from = k;
    while (k < end && isWord(s.charAt(k))) k++;
    int body = lineEnd(Math.min(end, k));
    if (k == from || isDigit(s.charAt(from)) || shifts()) {
      i += 2;
      return;
    }
    String word = s.substring(from, k);
    int to = heredocEnd(ink, word, body, end);
    if (to < 0) to = end;
    if (quote == '\'' || quote == '"') k++;
    ink.put(i, Math.min(end, k), TokenPainter.ESCAPE);
    if (body > k) ink.paint(language, k, body, depth + 1);
    ink.put(body, to, TokenPainter.STRING);
    int label = to - word.length();
    if (label > body && s.startsWith(word, label)) ink.put(label, to, TokenPainter.ESCAPE);
    if (quote == 0) variables(body, to);
    i = to;
    command = true;
  }

  /** Whether {@code <<} stands in arithmetic: {@code (( n << k ))}. */
  private boolean shifts() {
    int most = Math.max(0, i - TokenPainter.AHEAD);
    for (int k = i - 1; k > most && s.charAt(k) != '\n'; k--) {
      ink.steps++;
      if (s.charAt(k) == ')' && s.charAt(k - 1) == ')') return false;
      if (s.charAt(k) == '(' && s.charAt(k - 1) == '(') return true;
    }
    return false;
  }

  /** The variables in a heredoc whose word is not quoted. */
  private void variables(int from, int to) {
    for (i = from; i < to; ) {
      ink.steps++;
      char c = s.charAt(i);
      if (c == '\\') i += 2;
      else if (c == '$' && i + 1 < to && expands(s.charAt(i + 1))) variable(TokenPainter.VARIABLE);
      else i++;
    }
  }

  private static boolean expands(char c) {
    return isWord(c) || "{(@*#?".indexOf(c) >= 0;
  }

  /**
   * Where the line of a heredoc's closing word ends; -1 when there is none. @param body at the line
   * end that opens it
   */
  static int heredocEnd(TokenPainter ink, String word, int body, int end) {
    String s = ink.text;
    for (int at = body; at >= 0 && at < end; at = s.indexOf('\n', at + 1)) {
      int k = at + 1;
      while (k < end && (s.charAt(k) == '\t' || s.charAt(k) == ' ')) k++;
      ink.steps += k - at;
      if (s.startsWith(word, k)
          && (k + word.length() >= end || !isWord(s.charAt(k + word.length()))))
        return Math.min(end, k + word.length());
    }
    return -1;
  }

  private void word() {
    int from = i;
    while (i < end && " \t\n\r|&;(){}<>\"'`$=\\".indexOf(s.charAt(i)) < 0) i++;
    if (i == from) i++;
    ink.steps += i - from;
    String word = s.substring(from, i);
    boolean assigns = i < end && s.charAt(i) == '=' && isName(word);
    if (word.startsWith("-") && word.length() > 1 && !command) ink.put(from, i, TokenPainter.ATTRIBUTE);
    else if (assigns && command) ink.put(from, i, TokenPainter.ATTRIBUTE);
    else if (command) command(word, from);
    else if (language.words().get(word) == Byte.valueOf(TokenPainter.KEYWORD)
        && (word.equals("in") || word.equals("do") || word.equals("then"))) {
      ink.put(from, i, TokenPainter.KEYWORD);
      if (word.equals("in"))
        cases = cases || s.startsWith("case", Math.max(0, s.lastIndexOf('\n', from) + 1));
      command = !word.equals("in");
    } else if (isNumber(word)) ink.put(from, i, TokenPainter.NUMBER);
    if (assigns && command) {
      i++;
      // what is assigned is no command; another assignment or the command follows
      if (i < end && s.charAt(i) == '(') {
        list = true;
        i++;
        command = false;
        return;
      }
      value();
    }
  }

  private void value() {
    while (i < end && " \t\n\r|&;".indexOf(s.charAt(i)) < 0) {
      char c = s.charAt(i);
      ink.steps++;
      if (c == '"') doubled();
      else if (c == '\'') single();
      else if (c == '$') variable(TokenPainter.ATTRIBUTE);
      else i += c == '\\' ? 2 : 1;
    }
    i = Math.min(i, end);
    command = true;
  }

  private void command(String word, int from) {
    boolean label = i < end && s.charAt(i) == ')' && !test;
    if (label) {
      command = true;
      i++;
      return;
    }
    Byte known = language.words().get(word);
    boolean function = s.startsWith("()", i);
    ink.put(from, i, known != null ? known : TokenPainter.FUNCTION);
    boolean opens =
        known != null
            && known == TokenPainter.KEYWORD
            && "if then else elif do while until ! time exec sudo".contains(word);
    command = opens || function;
    if (word.equals("case")) cases = true;
    if (word.equals("esac")) cases = false;
  }

  private static boolean isName(String word) {
    for (int k = 0; k < word.length(); k++) {
      char c = word.charAt(k);
      if (!isWord(c) && c != '[' && c != ']' && c != '+') return false;
    }
    return !word.isEmpty() && !isDigit(word.charAt(0));
  }

  private static boolean isNumber(String word) {
    for (int k = 0; k < word.length(); k++) if (!isDigit(word.charAt(k))) return false;
    return true;
  }

  private void span(int to, byte role) {
    ink.put(i, to, role);
    i = to;
  }
}
