package lectern.code;

import java.util.Locale;

/** Lexes languages of words, strings, comments and brackets by the table of the language. */
final class GenericLexer extends Lexer {
  private final StringContent content = new StringContent(this);
  private final StringLiterals strings = new StringLiterals(this, content);
  private final LanguageRules rules = new LanguageRules(this, content, strings);
  private final Comments comments = new Comments(this);

  /** Role of the name that the word before declares; {@link Token#PLAIN} for none. */
  private byte declaredRole;

  /** Whether the last word takes parentheses that a statement follows, not an operator. */
  private boolean afterControlKeyword;

  /** For each open parenthesis whether it follows such a word: a bit each, the innermost lowest. */
  private long controlParens;

  GenericLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
  }

  @Override
  void run() {
    if (i == 0 && s.startsWith("#!/")) paintTo(lineEnd(i), Token.COMMENT);
    else if (language.has("php") && depth == 0 && s.indexOf("<?") >= 0) rules.scanHtmlAroundPhp();
    while (i < end) {
      char c = s.charAt(i);
      painter.stepCount++;
      if (c == '\n') {
        atLineStart = true;
        i++;
      } else if (c == ' ' || c == '\t' || c == '\r') i++;
      else {
        scanToken(c);
        atLineStart = false;
      }
    }
  }

  private void scanToken(char c) {
    if (comments.tryComment() || rules.tryToken(c) || strings.tryString(c)) return;
    if (isDigit(c) || c == '.' && i + 1 < end && isDigit(s.charAt(i + 1)) && expectsValue)
      scanNumber();
    else if (isWordStart(c)) scanWord();
    else scanPunctuation(c);
  }

  // ── words and numbers ──────────────────────────────────────────────────────────────────

  private void scanNumber() {
    int to = i + 1;
    while (to < end) {
      char c = s.charAt(to);
      boolean sign =
          (c == '+' || c == '-') && "eEpP".indexOf(s.charAt(to - 1)) >= 0 && !s.startsWith("0x", i);
      boolean dot =
          c == '.' && to + 1 < end && isDigit(s.charAt(to + 1)) && !s.startsWith("..", to);
      if (!isWordPart(c)
          && !sign
          && !dot
          && !(c == '\''
              && language.has("quoted-digits")
              && to + 1 < end
              && isWordPart(s.charAt(to + 1)))) break;
      to++;
    }
    paintTo(to, Token.NUMBER);
    expectsValue = false;
  }

  private void scanWord() {
    int from = i;
    while (i < end
        && (isWordPart(s.charAt(i))
            || s.charAt(i) == '-'
                && language.has("dashes")
                && i + 1 < end
                && isWordStart(s.charAt(i + 1)))) i++;
    painter.stepCount += i - from;
    if (strings.tryPrefixedString(from)
        || language.has("quote-words") && strings.tryQuoteOperator(from)) return;
    if (tryDataSection(from) || language.has("paths") && rules.tryUri(from)) return;
    String word = s.substring(from, i);
    if (language.has("bangs")
        && i < end
        && (s.charAt(i) == '!' || s.charAt(i) == '?')
        && (i + 1 >= end || s.charAt(i + 1) != '=')) {
      if (language.has("macros")
          && i + 1 < end
          && "([{ ".indexOf(s.charAt(i + 1)) >= 0
          && s.charAt(i) == '!') {
        paint(from, ++i, Token.FUNCTION);
        expectsValue = true;
        return;
      }
      if (!language.has("macros") && i + 1 < end && s.charAt(i + 1) == '(') i++;
    }
    byte role =
        i < end && s.charAt(i) == '"' && language.has("interpolators")
            ? Token.ESCAPE
            : wordRole(word, from);
    if (role != 0) paint(from, i, role);
    declaredRole = role == Token.KEYWORD ? roleDeclaredBy(word) : 0;
    afterControlKeyword = word.equals("if") || word.equals("while") || word.equals("for");
    expectsValue =
        role == Token.KEYWORD
            && !word.equals("this")
            && !word.equals("super")
            && !word.equals("self");
  }

  private byte wordRole(String word, int from) {
    boolean member =
        from > 0
            && (s.charAt(from - 1) == '.' || s.startsWith("->", Math.max(0, from - 2)))
            && !s.startsWith("..", Math.max(0, from - 2));
    Byte known =
        member
            ? null
            : language
                .wordRoles()
                .get(language.has("folds") ? word.toLowerCase(Locale.ROOT) : word);
    if (known != null && !isSoftKeywordAsName(word))
      return known == Token.KEYWORD && language.has("keys") && content.isKey() ? 0 : known;
    if (declaredRole != 0) return declaredRole;
    if (language.has("keys") && content.isKey()) return Token.ATTRIBUTE;
    if (isCall())
      return Character.isUpperCase(word.charAt(0)) && language.has("constructors")
          ? Token.TYPE
          : Token.FUNCTION;
    if (language.has("plain-words")) return 0;
    if (word.length() > 1 && isUpperCase(word)) return Token.CONSTANT;
    return Character.isUpperCase(word.charAt(0)) && !language.has("folds") ? Token.TYPE : 0;
  }

  /**
   * A soft keyword is one only where a statement begins: {@code match x:}, {@code type X =};
   * elsewhere a name.
   */
  private boolean isSoftKeywordAsName(String word) {
    if (!language.has("soft-" + word)) return false;
    if (!atLineStart) return true;
    int k = i;
    while (k < end && s.charAt(k) == ' ') k++;
    return k >= end
        || k == i
        || "=.,)]:;+-*/%<>&|".indexOf(s.charAt(k)) >= 0 && !(s.charAt(k) == '-' && k > i);
  }

  private byte roleDeclaredBy(String word) {
    return switch (word) {
      case "def", "fn", "func", "fun", "function", "sub", "proc" -> Token.FUNCTION;
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
          language.has("folds") ? 0 : Token.TYPE;
      default -> 0;
    };
  }

  /** {@code name(}, {@code name<T>(}, {@code name::<T>(}. */
  private boolean isCall() {
    int k = i;
    if (k < end && s.charAt(k) == '(') return true;
    if (language.has("spaced-calls")) return false;
    if (s.startsWith("::<", k)) k += 2;
    if (k >= end || s.charAt(k) != '<' || !language.has("generics")) return false;
    int nested = 0;
    int most = Math.min(end, k + 120);
    for (; k < most; k++) {
      char c = s.charAt(k);
      if (c == '<') nested++;
      else if (c == '>' && --nested == 0) return k + 1 < end && s.charAt(k + 1) == '(';
      else if (!isWordPart(c) && ", []?&.|'".indexOf(c) < 0) return false;
    }
    return false;
  }

  private void scanPunctuation(char c) {
    if (c == '#'
        && language.has("hash-strings")
        && i + 1 < end
        && (s.charAt(i + 1) == '"' || s.charAt(i + 1) == '#')
        && strings.tryHashRawString(i)) return;
    i++;
    if (isPostfix(c)) return;
    if (c == '(' || c == '[' || c == '{') bracketDepth++;
    else if (c == ')' || c == ']' || c == '}') bracketDepth--;
    expectsValue = c != ')' && c != ']' && c != '}';
    if (c == '(') controlParens = controlParens << 1 | (afterControlKeyword ? 1 : 0);
    else if (c == ')') {
      expectsValue = (controlParens & 1) != 0;
      controlParens >>>= 1;
    }
    afterControlKeyword = false;
    if (c != '<') declaredRole = 0;
  }

  /**
   * {@code x++}, {@code x--}, and TypeScript's {@code x!}: still a value; {@code ++x} is one to
   * come.
   */
  private boolean isPostfix(char c) {
    if ((c == '+' || c == '-') && i < end && s.charAt(i) == c) {
      i++;
      return true;
    }
    return c == '!' && !expectsValue && (i >= end || s.charAt(i) != '=');
  }

  private static boolean isUpperCase(String word) {
    boolean letter = false;
    for (int k = 0; k < word.length(); k++) {
      char c = word.charAt(k);
      if (c >= 'A' && c <= 'Z') letter = true;
      else if (c != '_' && !isDigit(c)) return false;
    }
    return letter;
  }

  /** What follows {@code __END__} or {@code __DATA__} is no code. */
  private boolean tryDataSection(int from) {
    if (s.charAt(from) != '_' || !language.has("pod") && !language.has("data")) return false;
    if (!s.startsWith("__END__", from) && !s.startsWith("__DATA__", from)) return false;
    if (language.has("pod")) paint(from, end, Token.COMMENT);
    i = end;
    return true;
  }
}
