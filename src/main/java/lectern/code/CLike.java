package lectern.code;

/** Languages of words, strings, comments and brackets; the table of the language says which. */
final class CLike {
  private final Ink ink;
  private final Language language;
  private final String s;
  private final int end;
  private final int depth;
  private int i;

  /**
   * Whether a value may begin here, so that {@code /} opens a regular expression and {@code <} an
   * element.
   */
  private boolean open = true;

  /** What the word before declares: its role; 0 for none. */
  private byte declares;

  private boolean lineStart = true;

  CLike(Ink ink, Language language, int from, int to, int depth) {
    this.ink = ink;
    this.language = language;
    this.s = ink.text;
    this.i = from;
    this.end = to;
    this.depth = depth;
  }

  void run() {
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

  // ── comments ───────────────────────────────────────────────────────────────────────────

  private boolean comment() {
    for (String mark : language.lines()) {
      if (!at(mark) || mark.equals("#") && language.is("hash-alone") && !hashAlone()) continue;
      int to = lineEnd(i);
      ink.put(i, to, Ink.COMMENT);
      i = to;
      return true;
    }
    for (int k = 0; k + 1 < language.blocks().size(); k += 2) {
      if (!at(language.blocks().get(k))) continue;
      if (language.blocks().get(k).startsWith("=") && !lineStart) continue;
      block(language.blocks().get(k), language.blocks().get(k + 1));
      return true;
    }
    return false;
  }

  private boolean hashAlone() {
    return i == 0 || s.charAt(i - 1) <= ' ' || ";(){}".indexOf(s.charAt(i - 1)) >= 0;
  }

  private void block(String opens, String closes) {
    int from = i;
    int nested = 1;
    i += opens.length();
    while (i < end && nested > 0) {
      ink.steps++;
      if (at(closes)) {
        nested--;
        i += closes.length();
      } else if (language.is("nested") && at(opens)) {
        nested++;
        i += opens.length();
      } else i++;
    }
    i = Math.min(i, end);
    ink.put(from, i, Ink.COMMENT);
  }

  // ── what a table cannot say ────────────────────────────────────────────────────────────

  private boolean special(char c) {
    if (c == '#' && lineStart && language.is("preprocessor")) return preprocessor();
    if (c == '@' && language.is("annotations") && annotation()) return true;
    if (c == '#' && language.is("attributes") && attribute()) return true;
    if (c == '\'' && language.is("lifetimes") && lifetime()) return true;
    if (c == '/' && language.is("regex") && open && regex()) return true;
    if (c == '<' && language.is("jsx") && open && element()) return true;
    if (c == '<' && language.is("heredocs") && at("<<") && heredoc()) return true;
    if (c == '[' && language.is("long-brackets") && longBracket()) return true;
    if (c == '\\' && language.is("multiline") && at("\\\\")) return rest(Ink.STRING);
    if ((c == '$' || c == '@' || c == '%') && language.is("sigils") && sigil()) return true;
    if (c == ':' && language.is("symbols") && symbol()) return true;
    if (c == '?' && at("?>") && language.is("php")) return skip(2, Ink.TAG);
    return c == '<' && at("<?") && language.is("php") && phpTag();
  }

  private boolean phpTag() {
    return skip(at("<?php") ? 5 : at("<?=") ? 3 : 2, Ink.TAG);
  }

  private boolean skip(int length, byte role) {
    ink.put(i, Math.min(end, i + length), role);
    i = Math.min(end, i + length);
    open = true;
    return true;
  }

  private boolean rest(byte role) {
    int to = lineEnd(i);
    ink.put(i, to, role);
    i = to;
    return true;
  }

  private boolean preprocessor() {
    int to = i + 1;
    while (to < end && (s.charAt(to) == ' ' || Character.isLetter(s.charAt(to)))) {
      if (s.charAt(to) == ' ' && to > i + 1 && Character.isLetter(s.charAt(to - 1))) break;
      to++;
    }
    boolean include =
        s.startsWith("include", to - 7 < 0 ? 0 : to - 7)
            || s.startsWith("import", Math.max(0, to - 6));
    ink.put(i, to, Ink.ANNOTATION);
    i = to;
    while (i < end && s.charAt(i) == ' ') i++;
    if (include && i < end && s.charAt(i) == '<') {
      int close = s.indexOf('>', i);
      int stop = close < 0 || close >= lineEnd(i) ? lineEnd(i) : close + 1;
      ink.put(i, stop, Ink.STRING);
      i = stop;
    }
    open = true;
    return true;
  }

  private boolean annotation() {
    int to = i + 1;
    while (to < end
        && (isWord(s.charAt(to))
            || s.charAt(to) == '.' && to + 1 < end && isWordStart(s.charAt(to + 1)))) to++;
    if (to == i + 1) return false;
    ink.put(i, to, Ink.ANNOTATION);
    i = to;
    open = true;
    return true;
  }

  /** {@code #[derive(Debug)]}, {@code #![…]}. */
  private boolean attribute() {
    int from = i + (at("#![") ? 3 : at("#[") ? 2 : 0);
    if (from == i) return false;
    int nested = 1;
    int to = from;
    int most = Math.min(end, i + Ink.AHEAD);
    while (to < most && nested > 0) {
      char c = s.charAt(to++);
      if (c == '[') nested++;
      else if (c == ']') nested--;
    }
    ink.put(i, to, Ink.ANNOTATION);
    i = to;
    open = true;
    return true;
  }

  /** {@code 'a} that no quote closes; a character literal is a string. */
  private boolean lifetime() {
    if (i + 1 >= end || !isWordStart(s.charAt(i + 1))) return false;
    int to = i + 1;
    while (to < end && isWord(s.charAt(to))) to++;
    if (to < end && s.charAt(to) == '\'' && to == i + 2) return false;
    ink.put(i, to, Ink.ATTRIBUTE);
    i = to;
    return true;
  }

  private boolean regex() {
    boolean set = false;
    int most = Math.min(lineEnd(i), i + Ink.AHEAD);
    for (int k = i + 1; k < most; k++) {
      char c = s.charAt(k);
      if (c == '\\') k++;
      else if (c == '[') set = true;
      else if (c == ']') set = false;
      else if (c == '/' && !set) {
        if (k == i + 1) return false;
        int to = k + 1;
        while (to < end && Character.isLetter(s.charAt(to))) to++;
        ink.put(i, to, Ink.STRING);
        i = to;
        open = false;
        return true;
      }
    }
    return false;
  }

  private boolean element() {
    if (i + 1 >= end) return false;
    char next = s.charAt(i + 1);
    if (!Character.isLetter(next) && next != '>') return false;
    if (language.is("generics") && genericArrow()) return false;
    i = new Jsx(ink, language, i, end, depth).run();
    open = false;
    return true;
  }

  /** {@code <T,>(x: T) =>} and {@code <T extends U>(…)} are no elements. */
  private boolean genericArrow() {
    int to = i + 1;
    while (to < end && isWord(s.charAt(to))) to++;
    return to < end
        && (s.charAt(to) == ',' || s.startsWith(" extends ", to) || s.startsWith(">(", to));
  }

  /** {@code <<~TEXT}, {@code <<<'EOT'}, {@code <<-EOF}. */
  private boolean heredoc() {
    int k = i + 2;
    if (k < end && s.charAt(k) == '<') k++;
    if (k < end && (s.charAt(k) == '~' || s.charAt(k) == '-')) k++;
    char quote = k < end && (s.charAt(k) == '\'' || s.charAt(k) == '"') ? s.charAt(k) : 0;
    if (quote != 0) k++;
    int from = k;
    while (k < end && isWord(s.charAt(k))) k++;
    if (k == from || !Character.isUpperCase(s.charAt(from)) && quote == 0) return false;
    String word = s.substring(from, k);
    if (quote != 0 && k < end) k++;
    ink.put(i, k, Ink.STRING);
    int body = lineEnd(k);
    int to = Shell.heredocEnd(ink, word, body, end);
    // the rest of the opening line is code still
    if (body > k) ink.paint(language, k, body, depth + 1);
    ink.put(body, to, Ink.STRING);
    i = to;
    open = false;
    return true;
  }

  private boolean longBracket() {
    int k = i + 1;
    while (k < end && s.charAt(k) == '=') k++;
    if (k >= end || s.charAt(k) != '[') return false;
    String closes = "]" + "=".repeat(k - i - 1) + "]";
    int to = s.indexOf(closes, k);
    to = to < 0 || to + closes.length() > end ? end : to + closes.length();
    ink.put(i, to, Ink.STRING);
    i = to;
    open = false;
    return true;
  }

  private boolean sigil() {
    int k = i + 1;
    if (k < end && s.charAt(k) == '{') {
      int close = s.indexOf('}', k);
      if (close < 0 || close >= lineEnd(i)) return false;
      k = close + 1;
    } else {
      while (k < end
          && (isWord(s.charAt(k))
              || s.startsWith("::", k) && k + 2 < end && isWord(s.charAt(k + 2))))
        k += s.startsWith("::", k) ? 2 : 1;
    }
    if (k == i + 1) return false;
    ink.put(i, k, Ink.ATTRIBUTE);
    i = k;
    open = false;
    return true;
  }

  private boolean symbol() {
    if (i + 1 >= end
        || !isWordStart(s.charAt(i + 1))
        || i > 0 && (isWord(s.charAt(i - 1)) || s.charAt(i - 1) == ':')) return false;
    int to = i + 1;
    while (to < end && isWord(s.charAt(to))) to++;
    ink.put(i, to, Ink.CONSTANT);
    i = to;
    open = false;
    return true;
  }

  // ── strings ────────────────────────────────────────────────────────────────────────────

  private boolean string(char c) {
    for (String mark : language.longs()) {
      if (!at(mark)) continue;
      text(mark, false, true, holes());
      return true;
    }
    if (language.raws().indexOf(c) >= 0) {
      text(String.valueOf(c), true, true, false);
      return true;
    }
    if (language.quotes().indexOf(c) < 0
        || c == '\'' && language.is("primes") && i > 0 && isWord(s.charAt(i - 1))) return false;
    text(
        String.valueOf(c),
        false,
        c == '`' || language.is("long-quotes"),
        holes() && (c != '\'' || language.is("all-holes")));
    return true;
  }

  private boolean holes() {
    return !language.hole().isEmpty() && !language.is("prefixed-holes");
  }

  /**
   * From the opening mark at {@link #i} to the closing one, or to the line's end where the string
   * may not go on.
   */
  private void text(String mark, boolean raw, boolean lines, boolean holes) {
    int from = i;
    i += mark.length();
    while (i < end) {
      char c = s.charAt(i);
      ink.steps++;
      if (c == '\n' && !lines) break;
      if (at(mark)) {
        i += mark.length();
        if (raw && language.is("doubled") && i < end && at(mark)) {
          i += mark.length();
          continue;
        }
        break;
      }
      if (holes && at(language.hole())) {
        ink.put(from, i, Ink.STRING);
        hole();
        from = i;
      } else i += c == '\\' && !raw ? 2 : 1;
    }
    i = Math.min(i, end);
    ink.put(from, i, language.is("json") && key() ? Ink.ATTRIBUTE : Ink.STRING);
    open = false;
  }

  /** An expression in a string: painted as code, its marks as operators. */
  private void hole() {
    String opens = language.hole();
    char up = opens.charAt(opens.length() - 1);
    char down = up == '(' ? ')' : '}';
    int body = i + opens.length();
    int nested = 1;
    int to = body;
    int most = Math.min(end, body + 2 * Ink.AHEAD);
    while (to < most && nested > 0) {
      char c = s.charAt(to++);
      if (c == up) nested++;
      else if (c == down) nested--;
    }
    if (nested > 0) {
      ink.put(i, body, Ink.STRING);
      i = body;
      return;
    }
    ink.put(i, body, Ink.OPERATOR);
    if (depth < Ink.DEEPEST / 4) ink.paint(language, body, to - 1, depth + 1);
    else ink.put(body, to - 1, Ink.STRING);
    ink.put(to - 1, to, Ink.OPERATOR);
    i = to;
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
              && isDigit(s.charAt(to + 1)))) break;
      to++;
    }
    ink.put(i, to, Ink.NUMBER);
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
    if (prefixed(from)) return;
    String word = s.substring(from, i);
    if (language.is("bangs")
        && i < end
        && (s.charAt(i) == '!' || s.charAt(i) == '?')
        && (i + 1 >= end || s.charAt(i + 1) != '=')) {
      if (language.is("macros")
          && i + 1 < end
          && "([{ ".indexOf(s.charAt(i + 1)) >= 0
          && s.charAt(i) == '!') {
        ink.put(from, ++i, Ink.FUNCTION);
        open = true;
        return;
      }
      if (!language.is("macros") && i + 1 < end && s.charAt(i + 1) == '(') i++;
    }
    byte role = role(word, from);
    if (role != 0) ink.put(from, i, role);
    declares = role == Ink.KEYWORD ? declared(word) : 0;
    open =
        role == Ink.KEYWORD
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
      return known == Ink.KEYWORD && language.is("keys") && key() ? 0 : known;
    if (declares != 0) return declares;
    if (language.is("keys") && key()) return Ink.ATTRIBUTE;
    if (call())
      return Character.isUpperCase(word.charAt(0)) && language.is("constructors")
          ? Ink.TYPE
          : Ink.FUNCTION;
    if (language.is("plain-words")) return 0;
    if (word.length() > 1 && upper(word)) return Ink.CONSTANT;
    return Character.isUpperCase(word.charAt(0)) && !language.is("folds") ? Ink.TYPE : 0;
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
      case "def", "fn", "func", "fun", "function", "sub", "proc" -> Ink.FUNCTION;
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
          language.is("folds") ? 0 : Ink.TYPE;
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

  /** {@code name:} or {@code name =} as a key of a mapping or block. */
  private boolean key() {
    int k = i;
    while (k < end && s.charAt(k) == ' ') k++;
    if (k >= end) return false;
    char c = s.charAt(k);
    if (c == ':') return k + 1 >= end || s.charAt(k + 1) != ':';
    return c == '='
        && language.is("equals-keys")
        && (k + 1 >= end || s.charAt(k + 1) != '=' && s.charAt(k + 1) != '>');
  }

  /**
   * Letters before a quote: {@code f"…"}, {@code rb'…'}, {@code r#"…"#}, {@code R"x(…)x"}, {@code
   * L"…"}.
   */
  private boolean prefixed(int from) {
    if (i >= end || i - from > 3 || !language.is("prefixes")) return false;
    char c = s.charAt(i);
    boolean raw = s.substring(from, i).toLowerCase(java.util.Locale.ROOT).indexOf('r') >= 0;
    if (c == '#' && raw && language.is("hash-raws")) return hashRaw(from);
    if (c != '"' && c != '\'' || language.quotes().indexOf(c) < 0) return false;
    for (int k = from; k < i; k++) if ("rRbBfFuULtT8c".indexOf(s.charAt(k)) < 0) return false;
    if (c == '\'' && language.is("lifetimes")) return s.charAt(from) == 'b' && charLiteral(from);
    if (raw && language.is("paren-raws")) return parenRaw(from);
    boolean holes =
        s.substring(from, i).toLowerCase(java.util.Locale.ROOT).indexOf('f') >= 0
            && language.is("prefixed-holes");
    ink.put(from, i, Ink.STRING);
    String mark = String.valueOf(c);
    boolean triple = language.longs().contains(mark.repeat(3)) && at(mark.repeat(3));
    text(
        triple ? mark.repeat(3) : mark,
        raw && language.is("hash-raws"),
        triple || language.is("long-quotes"),
        holes);
    return true;
  }

  private boolean charLiteral(int from) {
    ink.put(from, i, Ink.STRING);
    text("'", false, false, false);
    return true;
  }

  private boolean hashRaw(int from) {
    int k = i;
    while (k < end && s.charAt(k) == '#') k++;
    if (k >= end || s.charAt(k) != '"') return false;
    String closes = "\"" + "#".repeat(k - i);
    int to = s.indexOf(closes, k + 1);
    to = to < 0 || to + closes.length() > end ? end : to + closes.length();
    ink.put(from, to, Ink.STRING);
    i = to;
    open = false;
    return true;
  }

  private boolean parenRaw(int from) {
    int paren = s.indexOf('(', i);
    if (paren < 0 || paren - i > 17) return false;
    String closes = ")" + s.substring(i + 1, paren) + "\"";
    int to = s.indexOf(closes, paren);
    to = to < 0 || to + closes.length() > end ? end : to + closes.length();
    ink.put(from, to, Ink.STRING);
    i = to;
    open = false;
    return true;
  }

  private void punctuation(char c) {
    if (c == '$'
        && language.is("dollar-strings")
        && i + 1 < end
        && (s.charAt(i + 1) == '"' || s.charAt(i + 1) == '@')) {
      ink.put(i, i + 1, Ink.STRING);
      i++;
      return;
    }
    if (c == '@' && language.is("verbatim") && i + 1 < end && s.charAt(i + 1) == '"') {
      ink.put(i, i + 1, Ink.STRING);
      i++;
      text("\"", true, true, false);
      return;
    }
    if (c == '#'
        && language.is("hash-strings")
        && i + 1 < end
        && (s.charAt(i + 1) == '"' || s.charAt(i + 1) == '#')
        && hashRaw(i)) return;
    i++;
    open = c != ')' && c != ']' && c != '}';
    if (c != '<') declares = 0;
  }

  // ── characters ─────────────────────────────────────────────────────────────────────────

  private boolean at(String mark) {
    return i + mark.length() <= end && s.startsWith(mark, i);
  }

  private int lineEnd(int from) {
    int to = s.indexOf('\n', from);
    return to < 0 || to > end ? end : to;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || c > 0x7f && Character.isLetter(c);
  }

  static boolean isWord(char c) {
    return isWordStart(c) || isDigit(c);
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
}
