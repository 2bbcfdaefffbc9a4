package lectern.code;

import java.util.Locale;

/** HTML, XML, Vue, Svelte and Astro: tags, and the scripts, styles and expressions in them. */
final class MarkupLexer extends Scanner {

  MarkupLexer(TokenPainter ink, Language language, int from, int to, int depth) {
    super(ink, language, from, to, depth);
  }

  void run() {
    if (language.is("front-matter")) frontMatter();
    while (i < end) {
      char c = s.charAt(i);
      ink.steps++;
      if (c == '<') tagLike();
      else if (c == '&') entity(TokenPainter.CONSTANT);
      else if (c == '{'
          && (language.is("braces") || language.is("directives") && s.startsWith("{{", i)))
        expression();
      else i++;
    }
  }

  private void frontMatter() {
    int from = i;
    while (from < end && s.charAt(from) <= ' ') from++;
    if (!s.startsWith("---", from)) return;
    int close = s.indexOf("\n---", from + 3);
    if (close < 0 || close >= end) close = end;
    ink.put(from, Math.min(end, from + 3), TokenPainter.OPERATOR);
    embed("typescript", from + 3, close);
    i = Math.min(end, close + 4);
    if (close < end) ink.put(close + 1, i, TokenPainter.OPERATOR);
  }

  private void embed(String name, int from, int to) {
    Language inner = Languages.of(name);
    if (inner != null && from < to) ink.paint(inner, from, to, depth + 1);
  }

  private void tagLike() {
    if (s.startsWith("<!--", i)) until("-->", TokenPainter.COMMENT);
    else if (s.startsWith("<![CDATA[", i)) section();
    else if (s.startsWith("<!", i) || s.startsWith("<?", i)) declaration();
    else if (i + 1 < end
        && (isWordStart(s.charAt(i + 1)) || s.charAt(i + 1) == '/' || s.charAt(i + 1) == '>'))
      tag();
    else i++;
  }

  private void section() {
    int from = i;
    until("]]>", TokenPainter.STRING);
    ink.put(from, Math.min(i, from + 9), TokenPainter.OPERATOR);
    if (s.startsWith("]]>", i - 3)) ink.put(i - 3, i, TokenPainter.OPERATOR);
  }

  /** A document type or a processing instruction, with its strings. */
  private void declaration() {
    int from = i;
    until(">", TokenPainter.ANNOTATION);
    int opened = -1;
    for (int k = from; k < i; k++) {
      char c = s.charAt(k);
      if (opened < 0 && (c == '"' || c == '\'')) opened = k;
      else if (opened >= 0 && c == s.charAt(opened)) {
        ink.put(opened, k + 1, TokenPainter.STRING);
        opened = -1;
      }
    }
  }

  private void until(String closes, byte role) {
    int to = s.indexOf(closes, i);
    to = to < 0 || to >= end ? end : to + closes.length();
    ink.put(i, Math.min(end, to), role);
    i = Math.min(end, to);
  }

  private void entity(byte role) {
    int to = i + 1;
    while (to < end && to - i < 32 && (isWord(s.charAt(to)) || s.charAt(to) == '#')) to++;
    if (to < end && s.charAt(to) == ';' && to > i + 1) {
      ink.put(i, to + 1, role);
      i = to + 1;
    } else i++;
  }

  private void tag() {
    int from = i++;
    boolean closing = i < end && s.charAt(i) == '/';
    if (closing) i++;
    int name = i;
    while (i < end && name(s.charAt(i))) i++;
    String word = s.substring(name, i).toLowerCase(Locale.ROOT);
    ink.put(from, i, TokenPainter.TAG);
    String script = attributes();
    if (!closing && !script.equals("/")) raw(word, script);
  }

  /**
   * @return the language that the attributes name, {@code /} when the tag closes itself
   */
  private String attributes() {
    String script = "";
    String program = "";
    while (i < end) {
      char c = s.charAt(i);
      ink.steps++;
      if (c == '>') {
        ink.put(i, i + 1, TokenPainter.TAG);
        i++;
        return script;
      }
      if (c == '/' && i + 1 < end && s.charAt(i + 1) == '>') {
        ink.put(i, i + 2, TokenPainter.TAG);
        i += 2;
        return "/";
      }
      if (c == '<') return script;
      if (c == '"' || c == '\'') {
        if (program.isEmpty()) quoted(c);
        else program(c, program);
      } else if (c == '{' && language.is("braces")) expression();
      else if (c == '=' || c <= ' ') i++;
      else {
        int from = i;
        while (i < end && " \t\n=>\"'{<".indexOf(s.charAt(i)) < 0 && !s.startsWith("/>", i)) i++;
        if (i == from) i++;
        boolean value = from > 0 && s.charAt(from - 1) == '=';
        ink.put(from, i, value ? TokenPainter.STRING : TokenPainter.ATTRIBUTE);
        program = value ? "" : programOf(from);
        if (s.startsWith("lang=\"ts", from)) script = "typescript";
        else if (s.startsWith("lang=\"scss", from)) script = "scss";
        else if (s.startsWith("type=\"application/json", from)
            || s.startsWith("type=\"application/ld+json", from)) script = "json";
      }
    }
    return script;
  }

  private void quoted(char quote) {
    int to = s.indexOf(quote, i + 1);
    to = to < 0 || to >= end ? end : to + 1;
    ink.put(i, to, TokenPainter.STRING);
    while (i < to)
      if (s.charAt(i) == '&') entity(TokenPainter.ESCAPE);
      else i++;
    i = to;
  }

  /**
   * The language of the value of an attribute: {@code :key}, {@code @click}, {@code #slot} and
   * {@code v-for} of Vue, {@code onclick} and {@code style} of HTML; empty for mere text.
   */
  private String programOf(int at) {
    if (language.is("xml")) return "";
    if (language.is("directives") && (":@#".indexOf(s.charAt(at)) >= 0 || s.startsWith("v-", at)))
      return "typescript";
    if (s.startsWith("style=", at)) return "css";
    return s.startsWith("on", at) && i - at > 4 && s.indexOf(':', at, i) < 0 ? "javascript" : "";
  }

  private void program(char quote, String name) {
    int to = s.indexOf(quote, i + 1);
    if (to < 0 || to >= end) {
      quoted(quote);
      return;
    }
    byte marks = name.equals("typescript") ? TokenPainter.OPERATOR : TokenPainter.STRING;
    ink.put(i, i + 1, marks);
    embed(name, i + 1, to);
    ink.put(to, to + 1, marks);
    i = to + 1;
  }

  private void raw(String name, String script) {
    if (!name.equals("script") && !name.equals("style") || language.is("xml")) return;
    int close = indexOfClosing(name);
    if (name.equals("style")) embed(script.isEmpty() ? "css" : script, i, close);
    else
      embed(
          script.isEmpty() ? language.is("typed") ? "typescript" : "javascript" : script, i, close);
    i = close;
  }

  private int indexOfClosing(String name) {
    String closes = "</" + name;
    for (int k = i; k < end; k++) {
      ink.steps++;
      if (s.charAt(k) == '<' && s.regionMatches(true, k, closes, 0, closes.length())) return k;
    }
    return end;
  }

  private void expression() {
    int close = BraceMatcher.close(ink, i, end);
    if (close < 0) {
      i++;
      return;
    }
    embed(language.is("typed") ? "tsx" : "javascript", i + 1, close);
    i = close + 1;
  }

  private static boolean name(char c) {
    return isWord(c) || c == '-' || c == ':' || c == '.';
  }
}
