package lectern.markdown.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A tag of a template language: {@code {% name "x" key=value %}} of Liquid and Nunjucks, {@code {{<
 * name >}}} and {@code {{% name %}}} of Hugo, {@code {{ name(key="x") }}} of Zola, and comments.
 */
public final class TemplateTag {
  /** In the order in which they are tried: what opens a tag, and what closes it. */
  private static final String[][] MARKS = {
    {"{%", "%}"},
    {"{{<", ">}}"},
    {"{{%", "%}}"},
    {"{{/*", "*/}}"},
    {"{{!--", "--}}"},
    {"{{", "}}"},
    {"{#", "#}"}
  };

  /** Characters that a tag may have: the search for the end of each is short. */
  static final int MAX_LENGTH = 2000;

  private final String literal;
  private final boolean comment;
  private boolean expression;
  private boolean closing;
  private String name = "";
  private final List<String> words = new ArrayList<>();
  private final Map<String, String> attributes = new LinkedHashMap<>();

  private TemplateTag(String literal, String inner, String opening) {
    this.literal = literal;
    this.comment = opening.equals("{#") || opening.equals("{{/*") || opening.equals("{{!--");
    if (!comment) parse(inner, opening.equals("{{"));
  }

  /** Whether a tag begins at an index, closed or not. */
  static boolean startsAt(CharSequence text, int from) {
    return from + 1 < text.length()
        && text.charAt(from) == '{'
        && "{%#".indexOf(text.charAt(from + 1)) >= 0;
  }

  /**
   * The tag that begins at an index.
   *
   * @return null where none does, or where it is not closed
   */
  static TemplateTag parse(String text, int from) {
    for (String[] mark : MARKS) {
      if (!text.startsWith(mark[0], from)) continue;
      int start = from + mark[0].length();
      int close = text.indexOf(mark[1], start);
      if (close < 0 || close - from > MAX_LENGTH) continue;
      int end = close + mark[1].length();
      return new TemplateTag(text.substring(from, end), text.substring(start, close), mark[0]);
    }
    return null;
  }

  private void parse(String inner, boolean braces) {
    String text = inner.strip();
    if (text.startsWith("-")) text = text.substring(1).strip();
    if (text.endsWith("-")) text = text.substring(0, text.length() - 1).strip();
    if (text.startsWith("/")) {
      closing = true;
      text = text.substring(1).strip();
    }
    if (text.endsWith("/")) text = text.substring(0, text.length() - 1).strip();
    int to = 0;
    while (to < text.length() && isNameChar(text.charAt(to))) to++;
    boolean call = text.startsWith("(", to) && text.endsWith(")");
    expression = braces && !call;
    if (expression) return;
    name = text.substring(0, to).toLowerCase(Locale.ROOT);
    if (!braces && !closing && name.startsWith("end")) {
      closing = true;
      name = name.substring(3);
    }
    parseArguments(call ? text.substring(to + 1, text.length() - 1) : text.substring(to));
  }

  private static boolean isNameChar(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '/';
  }

  private void parseArguments(String text) {
    String key = "";
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == ',' || c == '=' || c == ':') {
        i++;
        continue;
      }
      int close = "\"'`".indexOf(c) >= 0 ? text.indexOf(c, i + 1) : -1;
      int end = close > 0 ? close + 1 : bareEnd(text, i);
      String value = close > 0 ? text.substring(i + 1, close) : text.substring(i, end);
      boolean isKey = close < 0 && isAssigned(text, end);
      if (isKey) key = value.toLowerCase(Locale.ROOT);
      else if (key.isEmpty()) words.add(value);
      else attributes.putIfAbsent(key, value);
      if (!isKey) key = "";
      i = end;
    }
  }

  private static int bareEnd(String text, int from) {
    int to = from;
    while (to < text.length()
        && !Character.isWhitespace(text.charAt(to))
        && ",=".indexOf(text.charAt(to)) < 0
        && !(text.charAt(to) == ':' && (to + 1 == text.length() || text.charAt(to + 1) == ' ')))
      to++;
    return Math.max(to, from + 1);
  }

  private static boolean isAssigned(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') at++;
    return at < text.length() && (text.charAt(at) == '=' || at == from && text.charAt(at) == ':');
  }

  /** As written. */
  public String literal() {
    return literal;
  }

  /** As written, on one line. */
  public String line() {
    return String.join(" ", literal.strip().split("\\s+"));
  }

  boolean isComment() {
    return comment;
  }

  /** Whether it only prints a value. */
  boolean isExpression() {
    return expression;
  }

  /** Whether it closes what the tag with the same name opened. */
  boolean isClosing() {
    return closing;
  }

  /** Whether it ends raw text or a comment. */
  public boolean isLiteralEnd() {
    return closing && (name.equals("raw") || name.equals("verbatim") || name.equals("comment"));
  }

  /**
   * In lower case, without the {@code end} of a closing tag; empty for comments and expressions.
   */
  String name() {
    return name;
  }

  /** The arguments without a name. */
  List<String> words() {
    return words;
  }

  /** The first of some attributes that it has; empty for none. */
  String attribute(String... names) {
    for (String one : names) {
      String value = attributes.get(one);
      if (value != null && !value.isBlank()) return value.strip();
    }
    return "";
  }
}
