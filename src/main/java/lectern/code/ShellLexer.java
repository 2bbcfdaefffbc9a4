package lectern.code;

import org.jspecify.annotations.Nullable;

/** Bash, sh, zsh, fish: commands, options, variables, quotes, heredocs. */
final class ShellLexer extends Lexer {
  /** Whether the next word is a command. */
  private boolean expectsCommand = true;

  private boolean inTest;
  private boolean inArray;
  private boolean inCase;

  ShellLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
  }

  @Override
  void run() {
    while (i < end) {
      painter.stepCount++;
      scanToken(s.charAt(i));
    }
  }

  private void scanToken(char c) {
    if (c == '\n') {
      i++;
      expectsCommand = !inArray;
    } else if (c == ' ' || c == '\t' || c == '\r') i++;
    else if (c == '#' && (i == 0 || s.charAt(i - 1) <= ' ' || ";(".indexOf(s.charAt(i - 1)) >= 0))
      paintTo(lineEnd(i), Token.COMMENT);
    else if (c == '\\' && i + 1 < end) {
      boolean continues = s.charAt(i + 1) == '\n';
      i += 2;
      if (!continues) expectsCommand = false;
    } else if (c == '\'') scanSingleQuoted();
    else if (c == '"') scanDoubleQuoted();
    else if (c == '`') i++;
    else if (c == '$') scanVariable(Token.ATTRIBUTE);
    else if (s.startsWith("<<", i) && !s.startsWith("<<<", i) && !inTest) scanHeredoc();
    else if ("|&;(){}".indexOf(c) >= 0) scanSeparator(c);
    else if (c == '<' || c == '>' || c == '=' || c == '!' || c == ']' || c == '[') scanOperator(c);
    else scanWord();
  }

  private void scanSeparator(char c) {
    if (c == '(' && i > 0 && s.charAt(i - 1) == '=') inArray = true;
    if (c == ')') {
      if (inCase && !inArray) expectsCommand = true;
      inArray = false;
    }
    i++;
    if (c != ')' && c != '}') expectsCommand = !inArray;
    if (s.startsWith(";;", i - 1)) inCase = true;
  }

  private void scanOperator(char c) {
    if (c == '[' && expectsCommand) {
      int to = s.startsWith("[[", i) ? i + 2 : i + 1;
      if (to >= end || s.charAt(to) == ' ') {
        paintTo(to, Token.KEYWORD);
        expectsCommand = false;
        inTest = true;
        return;
      }
    }
    if (c == ']' && inTest) {
      int to = s.startsWith("]]", i) ? i + 2 : i + 1;
      paintTo(to, Token.KEYWORD);
      inTest = false;
      return;
    }
    i++;
  }

  private void scanSingleQuoted() {
    paintTo(indexAfter("'", i + 1), Token.STRING);
    expectsCommand = false;
  }

  /** {@code $'it\'s\n'}. */
  private void scanAnsiQuoted() {
    int to = i + 1;
    while (to < end && s.charAt(to) != '\'') to += s.charAt(to) == '\\' ? 2 : 1;
    paintTo(Math.min(end, to + 1), Token.STRING);
    expectsCommand = false;
  }

  private void scanDoubleQuoted() {
    int from = i++;
    while (i < end) {
      char c = s.charAt(i);
      painter.stepCount++;
      if (c == '"') {
        i++;
        break;
      }
      if (c == '\\') i += 2;
      else if (c == '$' && i + 1 < end && startsExpansion(s.charAt(i + 1))) {
        paint(from, i, Token.STRING);
        scanVariable(Token.VARIABLE);
        from = i;
      } else i++;
    }
    i = Math.min(i, end);
    paint(from, i, Token.STRING);
    expectsCommand = false;
  }

  private void scanVariable(byte role) {
    int from = i;
    if (s.startsWith("$(", i) && !s.startsWith("$((", i)) {
      int close = findClosingParen(i + 1);
      if (close > 0 && depth < MAX_NESTED_DEPTH) {
        paint(i, close + 1, Token.PLAIN);
        embed(language, i + 2, close);
        i = close + 1;
      } else i += 2;
      expectsCommand = false;
      return;
    }
    i++;
    if (at(i) == '\'') {
      scanAnsiQuoted();
      return;
    }
    if (at(i) == '{') {
      int to = s.indexOf('}', i);
      i = to < 0 || to >= end || to - i > LOOKAHEAD ? i + 1 : to + 1;
    } else if (i < end && (isDigit(s.charAt(i)) || "@*#?!$-".indexOf(s.charAt(i)) >= 0)) i++;
    else while (isWordPart(at(i))) i++;
    if (i - from > 1) paint(from, i, role);
    expectsCommand = expectsCommand && at(i) == '=';
  }

  /** The parenthesis that closes one, in a bounded stretch; -1 for none. */
  private int findClosingParen(int from) {
    int nested = 0;
    int limit = Math.min(end, from + LOOKAHEAD);
    for (int k = from; k < limit; k++) {
      char c = s.charAt(k);
      painter.stepCount++;
      if (c == '(') nested++;
      else if (c == ')' && --nested == 0) return k;
      else if (c == '\\') k++;
    }
    return -1;
  }

  private void scanHeredoc() {
    int k = i + 2;
    if (at(k) == '-') k++;
    while (at(k) == ' ') k++;
    char quote = "'\"\\".indexOf(at(k)) >= 0 ? at(k) : 0;
    if (quote != 0) k++;
    int from = k;
    while (isWordPart(at(k))) k++;
    int body = lineEnd(Math.min(end, k));
    if (k == from || isDigit(s.charAt(from)) || isShiftOperator()) {
      i += 2;
      return;
    }
    String word = s.substring(from, k);
    if (quote == '\'' || quote == '"') k++;
    int to = paintHeredoc(this, word, Math.min(end, k), null, Token.ESCAPE);
    if (quote == 0) paintVariables(body, to);
    i = to;
    expectsCommand = true;
  }

  /** Whether {@code <<} stands in arithmetic: {@code (( n << k ))}. */
  private boolean isShiftOperator() {
    int limit = Math.max(0, i - LOOKAHEAD);
    for (int k = i - 1; k > limit && s.charAt(k) != '\n'; k--) {
      painter.stepCount++;
      if (s.charAt(k) == ')' && s.charAt(k - 1) == ')') return false;
      if (s.charAt(k) == '(' && s.charAt(k - 1) == '(') return true;
    }
    return false;
  }

  /** The variables in a heredoc whose word is not quoted. */
  private void paintVariables(int from, int to) {
    for (i = from; i < to; ) {
      painter.stepCount++;
      char c = s.charAt(i);
      if (c == '\\') i += 2;
      else if (c == '$' && i + 1 < to && startsExpansion(s.charAt(i + 1)))
        scanVariable(Token.VARIABLE);
      else i++;
    }
  }

  private static boolean startsExpansion(char c) {
    return isWordPart(c) || "{(@*#?".indexOf(c) >= 0;
  }

  /**
   * Paints a heredoc that opens at the current position of a lexer.
   *
   * @param word closes it
   * @param opened index after the opening word
   * @param inner language of its text; null for a string
   * @param marks role of both words
   * @return its end
   */
  static int paintHeredoc(Lexer in, String word, int opened, @Nullable Language inner, byte marks) {
    int body = in.lineEnd(opened);
    int to = heredocEnd(in.painter, word, body, in.end);
    if (to < 0) to = in.end;
    int label = to - word.length();
    in.paint(in.i, opened, marks);
    // the rest of the opening line is code
    if (body > opened) in.embed(in.language, opened, body);
    if (inner == null) in.paint(body, to, Token.STRING);
    else in.embed(inner, body, Math.max(body, label));
    if (label > body && in.s.startsWith(word, label)) in.paint(label, to, marks);
    return to;
  }

  /**
   * Finds the end of the closing word of a heredoc.
   *
   * @param body end of the line that opens it
   * @return -1 when there is none
   */
  static int heredocEnd(TokenPainter painter, String word, int body, int end) {
    String s = painter.text;
    for (int at = body; at >= 0 && at < end; at = s.indexOf('\n', at + 1)) {
      int k = at + 1;
      while (k < end && (s.charAt(k) == '\t' || s.charAt(k) == ' ')) k++;
      painter.stepCount += k - at;
      if (s.startsWith(word, k)
          && (k + word.length() >= end || !isWordPart(s.charAt(k + word.length()))))
        return Math.min(end, k + word.length());
    }
    return -1;
  }

  private void scanWord() {
    int from = i;
    while (i < end && " \t\n\r|&;(){}<>\"'`$=\\".indexOf(s.charAt(i)) < 0) i++;
    if (i == from) i++;
    painter.stepCount += i - from;
    String word = s.substring(from, i);
    boolean assigns = at(i) == '=' && isVariableName(word);
    if (word.startsWith("-") && word.length() > 1 && !expectsCommand)
      paint(from, i, Token.ATTRIBUTE);
    else if (assigns && expectsCommand) paint(from, i, Token.ATTRIBUTE);
    else if (expectsCommand) paintCommand(word, from);
    else if (language.wordRoles().get(word) == Byte.valueOf(Token.KEYWORD)
        && (word.equals("in") || word.equals("do") || word.equals("then"))) {
      paint(from, i, Token.KEYWORD);
      if (word.equals("in"))
        inCase = inCase || s.startsWith("case", Math.max(0, s.lastIndexOf('\n', from) + 1));
      expectsCommand = !word.equals("in");
    } else if (isNumber(word)) paint(from, i, Token.NUMBER);
    if (assigns && expectsCommand) {
      i++;
      if (at(i) == '(') {
        inArray = true;
        i++;
        expectsCommand = false;
        return;
      }
      scanAssignedValue();
    }
  }

  private void scanAssignedValue() {
    while (i < end && " \t\n\r|&;".indexOf(s.charAt(i)) < 0) {
      char c = s.charAt(i);
      painter.stepCount++;
      if (c == '"') scanDoubleQuoted();
      else if (c == '\'') scanSingleQuoted();
      else if (c == '$') scanVariable(Token.ATTRIBUTE);
      else i += c == '\\' ? 2 : 1;
    }
    i = Math.min(i, end);
    expectsCommand = true;
  }

  private void paintCommand(String word, int from) {
    boolean label = at(i) == ')' && !inTest;
    if (label) {
      expectsCommand = true;
      i++;
      return;
    }
    Byte known = language.wordRoles().get(word);
    boolean function = s.startsWith("()", i);
    paint(from, i, known != null ? known : Token.FUNCTION);
    boolean opens =
        known != null
            && known == Token.KEYWORD
            && "if then else elif do while until ! time exec sudo".contains(word);
    expectsCommand = opens || function;
    if (word.equals("case")) inCase = true;
    if (word.equals("esac")) inCase = false;
  }

  private static boolean isVariableName(String word) {
    for (int k = 0; k < word.length(); k++) {
      char c = word.charAt(k);
      if (!isWordPart(c) && c != '[' && c != ']' && c != '+') return false;
    }
    return !word.isEmpty() && !isDigit(word.charAt(0));
  }

  private static boolean isNumber(String word) {
    for (int k = 0; k < word.length(); k++) if (!isDigit(word.charAt(k))) return false;
    return true;
  }
}
