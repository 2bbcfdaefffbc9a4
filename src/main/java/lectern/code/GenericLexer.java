package lectern.code;

import java.util.Locale;
import java.util.Set;

/** Lexes languages of words, strings, comments and brackets by the table of the language. */
final class GenericLexer extends Lexer {
  private static final Set<String> FUNCTION_KEYWORDS =
      Set.of("def", "fn", "func", "fun", "function", "sub", "proc");
  private static final Set<String> TYPE_KEYWORDS =
      Set.of(
          "class struct enum trait interface type record protocol union object namespace module impl"
              .split(" "));

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
    if (isDigit(c) || c == '.' && isDigit(at(i + 1)) && expectsValue) scanNumber();
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
      boolean dot = c == '.' && isDigit(at(to + 1)) && !s.startsWith("..", to);
      if (!isWordPart(c)
          && !sign
          && !dot
          && !(c == '\'' && language.has("quoted-digits") && isWordPart(at(to + 1)))) break;
      to++;
    }
    paintTo(to, Token.NUMBER);
    expectsValue = false;
  }

  private void scanWord() {
    int from = i;
    while (i < end
        && (isWordPart(s.charAt(i))
            || s.charAt(i) == '-' && language.has("dashes") && isWordStart(at(i + 1)))) i++;
    painter.stepCount += i - from;
    if (strings.tryPrefixedString(from)
        || language.has("quote-words") && strings.tryQuoteOperator(from)) return;
    if (tryDataSection(from) || language.has("paths") && rules.tryUri(from)) return;
    String word = s.substring(from, i);
    if (language.has("bangs") && (at(i) == '!' || at(i) == '?') && at(i + 1) != '=') {
      if (tryMacro(from)) return;
      if (!language.has("macros") && at(i + 1) == '(') i++;
    }
    boolean interpolator = at(i) == '"' && language.has("interpolators");
    byte role = interpolator ? Token.ESCAPE : wordRole(word, from);
    if (role != Token.PLAIN) paint(from, i, role);
    boolean keyword = role == Token.KEYWORD;
    declaredRole = keyword ? roleDeclaredBy(word) : Token.PLAIN;
    afterControlKeyword = word.equals("if") || word.equals("while") || word.equals("for");
    expectsValue = keyword && !word.equals("this") && !word.equals("super") && !word.equals("self");
  }

  /** {@code println!(…)}. */
  private boolean tryMacro(int from) {
    if (!language.has("macros") || at(i) != '!' || "([{ ".indexOf(at(i + 1)) < 0) return false;
    paint(from, ++i, Token.FUNCTION);
    expectsValue = true;
    return true;
  }

  private byte wordRole(String word, int from) {
    boolean foldsCase = language.has("folds");
    Byte known = null;
    if (!isMember(from))
      known = language.wordRoles().get(foldsCase ? word.toLowerCase(Locale.ROOT) : word);
    if (known != null && !isSoftKeywordAsName(word))
      return known == Token.KEYWORD && language.has("keys") && content.isKey()
          ? Token.PLAIN
          : known;
    if (declaredRole != Token.PLAIN) return declaredRole;
    if (language.has("keys") && content.isKey()) return Token.ATTRIBUTE;
    boolean capitalized = Character.isUpperCase(word.charAt(0));
    if (isCall()) return capitalized && language.has("constructors") ? Token.TYPE : Token.FUNCTION;
    if (language.has("plain-words")) return Token.PLAIN;
    if (word.length() > 1 && isUpperCase(word)) return Token.CONSTANT;
    return capitalized && !foldsCase ? Token.TYPE : Token.PLAIN;
  }

  /** Whether a word follows {@code .} or {@code ->}, but not {@code ..}. */
  private boolean isMember(int from) {
    int before = Math.max(0, from - 2);
    return from > 0
        && (s.charAt(from - 1) == '.' || s.startsWith("->", before))
        && !s.startsWith("..", before);
  }

  /** Soft keywords are names unless they begin a statement: {@code match x:}, {@code type X =}. */
  private boolean isSoftKeywordAsName(String word) {
    if (!language.has("soft-" + word)) return false;
    if (!atLineStart) return true;
    int k = skipSpaces(i);
    return k >= end
        || k == i
        || "=.,)]:;+-*/%<>&|".indexOf(s.charAt(k)) >= 0 && !(s.charAt(k) == '-' && k > i);
  }

  private byte roleDeclaredBy(String keyword) {
    if (FUNCTION_KEYWORDS.contains(keyword)) return Token.FUNCTION;
    return TYPE_KEYWORDS.contains(keyword) && !language.has("folds") ? Token.TYPE : Token.PLAIN;
  }

  /** {@code name(}, {@code name<T>(}, {@code name::<T>(}. */
  private boolean isCall() {
    int k = i;
    if (at(k) == '(') return true;
    if (language.has("spaced-calls")) return false;
    if (s.startsWith("::<", k)) k += 2;
    if (at(k) != '<' || !language.has("generics")) return false;
    int nested = 0;
    int limit = Math.min(end, k + 120);
    for (; k < limit; k++) {
      char c = s.charAt(k);
      if (c == '<') nested++;
      else if (c == '>' && --nested == 0) return at(k + 1) == '(';
      else if (!isWordPart(c) && ", []?&.|'".indexOf(c) < 0) return false;
    }
    return false;
  }

  private void scanPunctuation(char c) {
    if (c == '#'
        && language.has("hash-strings")
        && (at(i + 1) == '"' || at(i + 1) == '#')
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

  /** {@code x++}, {@code x--}, and TypeScript's {@code x!}, which leave a value a value. */
  private boolean isPostfix(char c) {
    if ((c == '+' || c == '-') && i < end && s.charAt(i) == c) {
      i++;
      return true;
    }
    return c == '!' && !expectsValue && at(i) != '=';
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

  /** {@code __END__} and {@code __DATA__} end the code. */
  private boolean tryDataSection(int from) {
    if (s.charAt(from) != '_' || !language.has("pod") && !language.has("data")) return false;
    if (!s.startsWith("__END__", from) && !s.startsWith("__DATA__", from)) return false;
    if (language.has("pod")) paint(from, end, Token.COMMENT);
    i = end;
    return true;
  }
}
