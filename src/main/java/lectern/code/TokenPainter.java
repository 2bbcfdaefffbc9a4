package lectern.code;

import org.jspecify.annotations.Nullable;

/**
 * Paints roles onto a block; counts the steps of all lexers, so that a test sees they are linear.
 */
final class TokenPainter {
  /** Languages in languages and interpolations in strings; deeper ones stay unpainted. */
  static final int MAX_DEPTH = 24;

  /** Chooses the lexer of a language; lexers ask it for the languages embedded in theirs. */
  interface LexerFactory {
    Lexer create(TokenPainter painter, Language language, int from, int to, int depth);
  }

  final String text;
  private final byte[] roles;
  private final LexerFactory lexers;
  int stepCount;

  TokenPainter(String text, byte[] roles, LexerFactory lexers) {
    this.text = text;
    this.roles = roles;
    this.lexers = lexers;
  }

  /**
   * @param role of {@link Token}
   */
  void paint(int from, int to, byte role) {
    for (int i = from; i < to; i++) roles[i] = role;
    stepCount += to - from;
  }

  /** Paints a range in a language. */
  void paintLanguage(@Nullable Language language, int from, int to, int depth) {
    if (language == null || depth > MAX_DEPTH || from >= to) return;
    lexers.create(this, language, from, to, depth).run();
  }
}
