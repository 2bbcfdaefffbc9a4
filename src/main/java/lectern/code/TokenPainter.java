package lectern.code;

import lectern.text.Role;

/**
 * A block and the roles painted onto it; counts the steps of all lexers, so that a test can see
 * that they are linear.
 */
final class TokenPainter {
  static final byte KEYWORD = code(Role.CODE_KEYWORD);
  static final byte TYPE = code(Role.CODE_TYPE);
  static final byte FUNCTION = code(Role.CODE_FUNCTION);
  static final byte STRING = code(Role.CODE_STRING);
  static final byte NUMBER = code(Role.CODE_NUMBER);
  static final byte COMMENT = code(Role.CODE_COMMENT);
  static final byte OPERATOR = code(Role.CODE_OPERATOR);
  static final byte CONSTANT = code(Role.CODE_CONSTANT);
  static final byte ATTRIBUTE = code(Role.CODE_ATTRIBUTE);
  static final byte KEY = code(Role.CODE_KEY);
  static final byte VARIABLE = code(Role.CODE_VARIABLE);
  static final byte ESCAPE = code(Role.CODE_ESCAPE);
  static final byte TAG = code(Role.CODE_TAG);
  static final byte ANNOTATION = code(Role.CODE_ANNOTATION);
  static final byte INSERTED = code(Role.CODE_INSERTED);
  static final byte DELETED = code(Role.CODE_DELETED);

  /**
   * Languages in languages, interpolations in strings: deeper ones stay as their surroundings are.
   */
  static final int DEEPEST = 24;

  /** Characters looked at beyond the one in hand, at most. */
  static final int AHEAD = 512;

  final String text;
  private final byte[] roles;
  int steps;

  TokenPainter(String text, byte[] roles) {
    this.text = text;
    this.roles = roles;
  }

  private static byte code(Role role) {
    return (byte) (role.ordinal() + 1);
  }

  void put(int from, int to, byte role) {
    for (int i = from; i < to; i++) roles[i] = role;
    steps += to - from;
  }

  byte at(int i) {
    return roles[i];
  }

  /** Paints a range in a language. */
  void paint(Language language, int from, int to, int depth) {
    if (depth > DEEPEST || from >= to) return;
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
