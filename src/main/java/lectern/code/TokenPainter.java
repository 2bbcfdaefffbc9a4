package lectern.code;

import lectern.text.Role;

/**
 * A block and the roles painted onto it; counts the steps of all lexers, so that a test can see
 * that they are linear.
 */
final class TokenPainter {
  static final byte KEYWORD = roleCode(Role.CODE_KEYWORD);
  static final byte TYPE = roleCode(Role.CODE_TYPE);
  static final byte FUNCTION = roleCode(Role.CODE_FUNCTION);
  static final byte STRING = roleCode(Role.CODE_STRING);
  static final byte NUMBER = roleCode(Role.CODE_NUMBER);
  static final byte COMMENT = roleCode(Role.CODE_COMMENT);
  static final byte OPERATOR = roleCode(Role.CODE_OPERATOR);
  static final byte CONSTANT = roleCode(Role.CODE_CONSTANT);
  static final byte ATTRIBUTE = roleCode(Role.CODE_ATTRIBUTE);
  static final byte KEY = roleCode(Role.CODE_KEY);
  static final byte VARIABLE = roleCode(Role.CODE_VARIABLE);
  static final byte ESCAPE = roleCode(Role.CODE_ESCAPE);
  static final byte TAG = roleCode(Role.CODE_TAG);
  static final byte ANNOTATION = roleCode(Role.CODE_ANNOTATION);
  static final byte INSERTED = roleCode(Role.CODE_INSERTED);
  static final byte DELETED = roleCode(Role.CODE_DELETED);

  /**
   * Languages in languages, interpolations in strings: deeper ones stay as their surroundings are.
   */
  static final int MAX_DEPTH = 24;

  /** Characters looked at beyond the one in hand, at most. */
  static final int LOOKAHEAD = 512;

  final String text;
  private final byte[] roles;
  int stepCount;

  TokenPainter(String text, byte[] roles) {
    this.text = text;
    this.roles = roles;
  }

  private static byte roleCode(Role role) {
    return (byte) (role.ordinal() + 1);
  }

  void paintRange(int from, int to, byte role) {
    for (int i = from; i < to; i++) roles[i] = role;
    stepCount += to - from;
  }

  byte roleAt(int i) {
    return roles[i];
  }

  /** Paints a range in a language. */
  void paintLanguage(Language language, int from, int to, int depth) {
    if (depth > MAX_DEPTH || from >= to) return;
    switch (language.family()) {
      case "markup" -> new MarkupLexer(this, language, from, to, depth).run();
      case "shell" -> new ShellLexer(this, language, from, to, depth).run();
      case "console" -> new ShellSessionLexer(this, from, to, depth).run();
      case "yaml" -> new YamlLexer(this, from, to).run();
      case "toml" -> new TomlLexer(this, language, from, to).run();
      case "css" -> new CssLexer(this, language, from, to).run();
      case "diff" -> new DiffLexer(this, from, to).run();
      case "markdown" -> new MarkdownLexer(this, from, to, depth).run();
      case "make" -> new MakefileLexer(this, from, to, depth).run();
      case "docker" -> new DockerfileLexer(this, language, from, to, depth).run();
      default -> new GenericLexer(this, language, from, to, depth).run();
    }
  }
}
