package lectern.code;

/** Languages of words, strings, comments and brackets; the table of the language says which. */
final class GenericLexer extends LanguageRules {
  /** What the word before declares: its role; 0 for none. */
  private byte declares;

  GenericLexer(TokenPainter ink, Language language, int from, int to, int depth) {
    super(ink, language, from, to, depth);
  }

  /** Whether the last word was one whose parentheses a statement follows, not an operator. */
  private boolean control;

  /** Of each open parenthesis whether it is such a one: a bit each, the innermost lowest. */
  private long controls;

  void run() {
    if (i == 0 && s.startsWith("#!/")) rest(TokenPainter.COMMENT);
    else if (language.is("php") && depth == 0 && s.indexOf("<?") >= 0) page();
    while (i < end) {
      char c = s.charAt(i);
      ink.steps++;
      if (c == '\n') {
        lineStart = true;
        i++;
      } else if (c == ' ' || c == '\t' || c == '\r') i++;
      else {
        token(c);
        lineStart = false;
      }
    }
  }

  private void token(char c) {
    if (comment() || special(c) || string(c)) return;
    if (isDigit(c) || c == '.' && i + 1 < end && isDigit(s.charAt(i + 1)) && open) number();
    else if (isWordStart(c)) word();
    else punctuation(c);
  }

  // ── words and numbers ──────────────────────────────────────────────────────────────────

  private void number() {
    int to = i + 1;
    while (to < end) {
      char c = s.charAt(to);
      boolean sign =
          (c == '+' || c == '-') && "eEpP".indexOf(s.charAt(to - 1)) >= 0 && !s.startsWith("0x", i);
      boolean dot =
          c == '.' && to + 1 < end && isDigit(s.charAt(to + 1)) && !s.startsWith("..", to);
      if (!isWord(c)
          && !sign
          && !dot
          && !(c == '\''
              && language.is("quoted-digits")
              && to + 1 < end
              && isWord(s.charAt(to + 1)))) break;
      to++;
    }
    ink.put(i, to, TokenPainter.NUMBER);
    i = to;
    open = false;
  }

  private void word() {
    int from = i;
    while (i < end
        && (isWord(s.charAt(i))
            || s.charAt(i) == '-'
                && language.is("dashes")
                && i + 1 < end
                && isWordStart(s.charAt(i + 1)))) i++;
    ink.steps += i - from;
    if (prefixed(from) || language.is("quote-words") && quoteWord(from)) return;
    if (dataAfter(from) || language.is("paths") && address(from)) return;
    String word = s.substring(from, i);
    if (language.is("bangs")
        && i < end
        && (s.charAt(i) == '!' || s.charAt(i) == '?')
        && (i + 1 >= end || s.charAt(i + 1) != '=')) {
      if (language.is("macros")
          && i + 1 < end
          && "([{ ".indexOf(s.charAt(i + 1)) >= 0
          && s.charAt(i) == '!') {
        ink.put(from, ++i, TokenPainter.FUNCTION);
        open = true;
        return;
      }
      if (!language.is("macros") && i + 1 < end && s.charAt(i + 1) == '(') i++;
    }
    byte role =
        i < end && s.charAt(i) == '"' && language.is("interpolators")
            ? TokenPainter.ESCAPE
            : role(word, from);
    if (role != 0) ink.put(from, i, role);
    declares = role == TokenPainter.KEYWORD ? declared(word) : 0;
    control = word.equals("if") || word.equals("while") || word.equals("for");
    open =
        role == TokenPainter.KEYWORD
            && !word.equals("this")
            && !word.equals("super")
            && !word.equals("self");
  }

  private byte role(String word, int from) {
    boolean member =
        from > 0
            && (s.charAt(from - 1) == '.' || s.startsWith("->", Math.max(0, from - 2)))
            && !s.startsWith("..", Math.max(0, from - 2));
    Byte known =
        member
            ? null
            : language
                .words()
                .get(language.is("folds") ? word.toLowerCase(java.util.Locale.ROOT) : word);
    if (known != null && !soft(word))
      return known == TokenPainter.KEYWORD && language.is("keys") && key() ? 0 : known;
    if (declares != 0) return declares;
    if (language.is("keys") && key()) return TokenPainter.ATTRIBUTE;
    if (call())
      return Character.isUpperCase(word.charAt(0)) && language.is("constructors")
          ? TokenPainter.TYPE
          : TokenPainter.FUNCTION;
    if (language.is("plain-words")) return 0;
    if (word.length() > 1 && upper(word)) return TokenPainter.CONSTANT;
    return Character.isUpperCase(word.charAt(0)) && !language.is("folds") ? TokenPainter.TYPE : 0;
  }

  /**
   * A soft keyword is one only where a statement begins: {@code match x:}, {@code type X =};
   * elsewhere a name.
   */
  private boolean soft(String word) {
    if (!language.is("soft-" + word)) return false;
    if (!statementStart()) return true;
    int k = i;
    while (k < end && s.charAt(k) == ' ') k++;
    return k >= end
        || k == i
        || "=.,)]:;+-*/%<>&|".indexOf(s.charAt(k)) >= 0 && !(s.charAt(k) == '-' && k > i);
  }

  private boolean statementStart() {
    return lineStart;
  }

  private byte declared(String word) {
    return switch (word) {
      case "def", "fn", "func", "fun", "function", "sub", "proc" -> TokenPainter.FUNCTION;
      case "class",
          "struct",
          "enum",
          "trait",
          "interface",
          "type",
          "record",
          "protocol",
          "union",
          "object",
          "namespace",
          "module",
          "impl" ->
          language.is("folds") ? 0 : TokenPainter.TYPE;
      default -> 0;
    };
  }

  /** {@code name(}, {@code name<T>(}, {@code name::<T>(}. */
  private boolean call() {
    int k = i;
    if (k < end && s.charAt(k) == '(') return true;
    if (language.is("spaced-calls")) return false;
    if (s.startsWith("::<", k)) k += 2;
    if (k >= end || s.charAt(k) != '<' || !language.is("generics")) return false;
    int nested = 0;
    int most = Math.min(end, k + 120);
    for (; k < most; k++) {
      char c = s.charAt(k);
      if (c == '<') nested++;
      else if (c == '>' && --nested == 0) return k + 1 < end && s.charAt(k + 1) == '(';
      else if (!isWord(c) && ", []?&.|'".indexOf(c) < 0) return false;
    }
    return false;
  }

  private void punctuation(char c) {
    if (c == '#'
        && language.is("hash-strings")
        && i + 1 < end
        && (s.charAt(i + 1) == '"' || s.charAt(i + 1) == '#')
        && hashRaw(i)) return;
    i++;
    if (postfix(c)) return;
    if (c == '(' || c == '[' || c == '{') nested++;
    else if (c == ')' || c == ']' || c == '}') nested--;
    open = c != ')' && c != ']' && c != '}';
    if (c == '(') controls = controls << 1 | (control ? 1 : 0);
    else if (c == ')') {
      open = (controls & 1) != 0;
      controls >>>= 1;
    }
    control = false;
    if (c != '<') declares = 0;
  }

  /**
   * {@code x++}, {@code x--}, and TypeScript's {@code x!}: still a value; {@code ++x} is one to
   * come.
   */
  private boolean postfix(char c) {
    if ((c == '+' || c == '-') && i < end && s.charAt(i) == c) {
      i++;
      return true;
    }
    return c == '!' && !open && (i >= end || s.charAt(i) != '=');
  }

  private static boolean upper(String word) {
    boolean letter = false;
    for (int k = 0; k < word.length(); k++) {
      char c = word.charAt(k);
      if (c >= 'A' && c <= 'Z') letter = true;
      else if (c != '_' && !isDigit(c)) return false;
    }
    return letter;
  }

  /** What follows {@code __END__} or {@code __DATA__} is no code. */
  private boolean dataAfter(int from) {
    if (s.charAt(from) != '_' || !language.is("pod") && !language.is("data")) return false;
    if (!s.startsWith("__END__", from) && !s.startsWith("__DATA__", from)) return false;
    if (language.is("pod")) ink.put(from, end, TokenPainter.COMMENT);
    i = end;
    return true;
  }
}
