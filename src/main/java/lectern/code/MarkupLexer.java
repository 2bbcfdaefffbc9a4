package lectern.code;

import java.util.Locale;

/** HTML, XML, Vue, Svelte and Astro: tags, and the scripts, styles and expressions in them. */
final class MarkupLexer extends Lexer {
  MarkupLexer(TokenPainter painter, Language language, int from, int to, int depth) {
    super(painter, language, from, to, depth);
  }

  @Override
  void run() {
    if (language.has("front-matter")) scanFrontMatter();
    while (i < end) {
      char c = s.charAt(i);
      painter.stepCount++;
      if (c == '<') scanMarkup();
      else if (c == '&') scanEntity(Token.CONSTANT);
      else if (c == '{'
          && (language.has("braces") || language.has("directives") && s.startsWith("{{", i)))
        scanBraces(Languages.find(language.has("typed") ? "tsx" : "javascript"));
      else i++;
    }
  }

  private void scanFrontMatter() {
    int from = i;
    while (from < end && s.charAt(from) <= ' ') from++;
    if (!s.startsWith("---", from)) return;
    int close = s.indexOf("\n---", from + 3);
    if (close < 0 || close >= end) close = end;
    paint(from, Math.min(end, from + 3), Token.OPERATOR);
    embed("typescript", from + 3, close);
    i = Math.min(end, close + 4);
    if (close < end) paint(close + 1, i, Token.OPERATOR);
  }

  private void scanMarkup() {
    if (s.startsWith("<!--", i)) paintTo(indexAfter("-->", i), Token.COMMENT);
    else if (s.startsWith("<![CDATA[", i)) scanCdata();
    else if (s.startsWith("<!", i) || s.startsWith("<?", i)) scanDeclaration();
    else if (isWordStart(at(i + 1)) || at(i + 1) == '/' || at(i + 1) == '>') scanTag();
    else i++;
  }

  private void scanCdata() {
    int from = i;
    paintTo(indexAfter("]]>", i), Token.STRING);
    paint(from, Math.min(i, from + 9), Token.OPERATOR);
    if (s.startsWith("]]>", i - 3)) paint(i - 3, i, Token.OPERATOR);
  }

  /** A document type or a processing instruction, with its strings. */
  private void scanDeclaration() {
    int from = i;
    paintTo(indexAfter(">", i), Token.ANNOTATION);
    int opened = -1;
    for (int k = from; k < i; k++) {
      char c = s.charAt(k);
      if (opened < 0 && (c == '"' || c == '\'')) opened = k;
      else if (opened >= 0 && c == s.charAt(opened)) {
        paint(opened, k + 1, Token.STRING);
        opened = -1;
      }
    }
  }

  private void scanEntity(byte role) {
    int to = i + 1;
    while (to < end && to - i < 32 && (isWordPart(s.charAt(to)) || s.charAt(to) == '#')) to++;
    if (at(to) == ';' && to > i + 1) paintTo(to + 1, role);
    else i++;
  }

  private void scanTag() {
    int from = i++;
    boolean closing = at(i) == '/';
    if (closing) i++;
    int name = i;
    while (isTagNamePart(at(i))) i++;
    String word = s.substring(name, i).toLowerCase(Locale.ROOT);
    paint(from, i, Token.TAG);
    String script = scanAttributes();
    if (!closing && !script.equals("/")) scanRawText(word, script);
  }

  /** Returns the language that the attributes name; {@code /} for a self-closing tag. */
  private String scanAttributes() {
    String script = "";
    String program = "";
    while (i < end) {
      char c = s.charAt(i);
      painter.stepCount++;
      if (tryTagEnd()) return c == '/' ? "/" : script;
      if (c == '<') return script;
      if (c == '"' || c == '\'') {
        if (program.isEmpty()) scanString(c);
        else scanScriptAttribute(c, program);
      } else if (c == '{' && language.has("braces"))
        scanBraces(Languages.find(language.has("typed") ? "tsx" : "javascript"));
      else if (c == '=' || c <= ' ') i++;
      else {
        int from = i;
        while (i < end && " \t\n=>\"'{<".indexOf(s.charAt(i)) < 0 && !s.startsWith("/>", i)) i++;
        if (i == from) i++;
        boolean value = from > 0 && s.charAt(from - 1) == '=';
        paint(from, i, value ? Token.STRING : Token.ATTRIBUTE);
        program = value ? "" : attributeLanguage(from);
        if (s.startsWith("lang=\"ts", from)) script = "typescript";
        else if (s.startsWith("lang=\"scss", from)) script = "scss";
        else if (s.startsWith("type=\"application/json", from)
            || s.startsWith("type=\"application/ld+json", from)) script = "json";
      }
    }
    return script;
  }

  private void scanString(char quote) {
    int to = indexAfter(String.valueOf(quote), i + 1);
    paint(i, to, Token.STRING);
    while (i < to)
      if (s.charAt(i) == '&') scanEntity(Token.ESCAPE);
      else i++;
    i = to;
  }

  /**
   * The language in an attribute's value: {@code :key}, {@code @click}, {@code #slot} and {@code
   * v-for} of Vue, {@code onclick} and {@code style} of HTML; empty for text.
   */
  private String attributeLanguage(int at) {
    if (language.has("xml")) return "";
    if (language.has("directives") && (":@#".indexOf(s.charAt(at)) >= 0 || s.startsWith("v-", at)))
      return "typescript";
    if (s.startsWith("style=", at)) return "css";
    return s.startsWith("on", at) && i - at > 4 && s.indexOf(':', at, i) < 0 ? "javascript" : "";
  }

  private void scanScriptAttribute(char quote, String name) {
    int to = s.indexOf(quote, i + 1);
    if (to < 0 || to >= end) {
      scanString(quote);
      return;
    }
    byte marks = name.equals("typescript") ? Token.OPERATOR : Token.STRING;
    paint(i, i + 1, marks);
    embed(name, i + 1, to);
    paint(to, to + 1, marks);
    i = to + 1;
  }

  private void scanRawText(String name, String script) {
    if (!name.equals("script") && !name.equals("style") || language.has("xml")) return;
    int close = indexOfClosingTag(name);
    String inner =
        name.equals("style") ? "css" : language.has("typed") ? "typescript" : "javascript";
    embed(script.isEmpty() ? inner : script, i, close);
    i = close;
  }

  private int indexOfClosingTag(String name) {
    String closes = "</" + name;
    for (int k = i; k < end; k++) {
      painter.stepCount++;
      if (s.charAt(k) == '<' && s.regionMatches(true, k, closes, 0, closes.length())) return k;
    }
    return end;
  }
}
