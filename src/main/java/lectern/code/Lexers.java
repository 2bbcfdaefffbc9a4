package lectern.code;

/** The lexer of each language family. */
final class Lexers implements TokenPainter.LexerFactory {
  @Override
  public Lexer create(TokenPainter painter, Language language, int from, int to, int depth) {
    return switch (language.family()) {
      case "markup" -> new MarkupLexer(painter, language, from, to, depth);
      case "shell" -> new ShellLexer(painter, language, from, to, depth);
      case "console" -> new ShellSessionLexer(painter, language, from, to, depth);
      case "yaml" -> new YamlLexer(painter, language, from, to, depth);
      case "toml" -> new TomlLexer(painter, language, from, to, depth);
      case "css" -> new CssLexer(painter, language, from, to, depth);
      case "diff" -> new DiffLexer(painter, language, from, to, depth);
      case "markdown" -> new MarkdownLexer(painter, language, from, to, depth);
      case "make" -> new MakefileLexer(painter, language, from, to, depth);
      case "docker" -> new DockerfileLexer(painter, language, from, to, depth);
      default -> new GenericLexer(painter, language, from, to, depth);
    };
  }
}
