package lectern.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lectern.Gen;
import lectern.Property;
import lectern.text.Role;
import lectern.text.RoleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlighterTest {
  private static List<String> languageNames() {
    return Stream.of(new File("src/main/resources/lectern/language").list())
        .filter(name -> !name.equals("names"))
        .sorted()
        .toList();
  }

  /** language, source, piece of it, what it is: each line a thing that painters get wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '¬',
      value = {
        "python ¦ def fetch(url): ¦ fetch ¦ CODE_FUNCTION",
        "python ¦ async def f(): ¦ async ¦ CODE_KEYWORD",
        "python ¦ match = 3 ¦ match ¦ -",
        "python ¦ match x: ¦ match ¦ CODE_KEYWORD",
        "python ¦ f\"a {x} b\" ¦ \"a ¦ CODE_STRING",
        "python ¦ f\"a {name} b\" ¦ name ¦ -",
        "python ¦ x = 1_000 ¦ 1_000 ¦ CODE_NUMBER",
        "python ¦ @cache ¦ @cache ¦ CODE_ANNOTATION",
        "rust ¦ fn f<'a>(x: &'a str) {} ¦ 'a ¦ CODE_ATTRIBUTE",
        "rust ¦ fn f<'a>(x: &'a str) {} ¦ str ¦ CODE_TYPE",
        "rust ¦ let c = 'x'; ¦ 'x' ¦ CODE_STRING",
        "rust ¦ #[derive(Debug)] struct A; ¦ #[derive(Debug)] ¦ CODE_ANNOTATION",
        "rust ¦ let s = r#\"a \"q\" b\"#; let ¦ \"q\" ¦ CODE_STRING",
        "rust ¦ /* a /* b */ c */ let ¦ c ¦ CODE_COMMENT",
        "rust ¦ println!(\"x\") ¦ println! ¦ CODE_FUNCTION",
        "rust ¦ 1_000u64 ¦ 1_000u64 ¦ CODE_NUMBER",
        "go ¦ x := `raw \\ it` ¦ raw ¦ CODE_STRING",
        "go ¦ func Run() error ¦ Run ¦ CODE_FUNCTION",
        "c ¦ #include <stdio.h> ¦ <stdio.h> ¦ CODE_STRING",
        "c ¦ uint32_t n = NULL; ¦ NULL ¦ CODE_CONSTANT",
        "javascript ¦ a / b / c ¦ b ¦ -",
        "javascript ¦ x = /a[/]b/g; ¦ /a[/]b/g ¦ CODE_STRING",
        "javascript ¦ `a ${b + 1} c` ¦ 1 ¦ CODE_NUMBER",
        "typescript ¦ f<T>(x) ¦ f ¦ CODE_FUNCTION",
        "typescript ¦ type A = string ¦ type ¦ CODE_KEYWORD",
        "typescript ¦ x satisfies Y ¦ satisfies ¦ CODE_KEYWORD",
        "tsx ¦ return <p>it's <b>so</b></p>; const x ¦ const ¦ CODE_KEYWORD",
        "tsx ¦ return <p>it's <b>so</b></p>; const x ¦ it's ¦ -",
        "java ¦ record Point(int x) {} ¦ record ¦ CODE_KEYWORD",
        "java ¦ @Override public ¦ @Override ¦ CODE_ANNOTATION",
        "csharp ¦ var s = @\"a\\\"; int x ¦ int ¦ CODE_TYPE",
        "kotlin ¦ val s = \"a ${b} c\" ¦ val ¦ CODE_KEYWORD",
        "swift ¦ let s = #\"a \"b\" c\"#; let ¦ b ¦ CODE_STRING",
        "ruby ¦ puts \"a #{b} c\" ¦ \"a  ¦ CODE_STRING",
        "ruby ¦ x = { :key => 1 } ¦ :key ¦ CODE_CONSTANT",
        "php ¦ <?php echo $name; ¦ $name ¦ CODE_ATTRIBUTE",
        "lua ¦ x = [[ it's ]] local ¦ it's ¦ CODE_STRING",
        "lua ¦ x = [[ it's ]] local ¦ local ¦ CODE_KEYWORD",
        "sql ¦ SELECT count(*) FROM t LIMIT 5 ¦ LIMIT ¦ CODE_KEYWORD",
        "sql ¦ SELECT count(*) FROM t ¦ count ¦ CODE_FUNCTION",
        "bash ¦ if [[ -f x ]]; then ¦ [[ ¦ CODE_KEYWORD",
        "bash ¦ grep -v x file ¦ -v ¦ CODE_ATTRIBUTE",
        "bash ¦ grep -v x file ¦ grep ¦ CODE_FUNCTION",
        "bash ¦ echo \"a $HOME b\" ¦ $HOME ¦ CODE_VARIABLE",
        "bash ¦ list=(one two) ¦ two ¦ -",
        "console ¦ $ ls -la ¦ ls ¦ CODE_FUNCTION",
        "yaml ¦ key: value ¦ key ¦ CODE_ATTRIBUTE",
        "yaml ¦ key: value ¦ value ¦ CODE_STRING",
        "yaml ¦ n: 12 # why ¦ # why ¦ CODE_COMMENT",
        "toml ¦ [[table]] ¦ [[table]] ¦ CODE_TAG",
        "toml ¦ key = \"v\" ¦ \"v\" ¦ CODE_STRING",
        "json ¦ {\"a\": \"b\"} ¦ \"a\" ¦ CODE_KEY",
        "json ¦ {\"a\": \"b\"} ¦ \"b\" ¦ CODE_STRING",
        "css ¦ a:hover { color: red; } ¦ color ¦ CODE_ATTRIBUTE",
        "html ¦ <a href=\"x\">y</a> ¦ href ¦ CODE_ATTRIBUTE",
        "html ¦ <script>let x = 1</script> ¦ let ¦ CODE_KEYWORD",
        "diff ¦ +added ¦ +added ¦ CODE_INSERTED",
        "docker ¦ FROM a AS b ¦ AS ¦ CODE_KEYWORD",
        "makefile ¦ all: build ¦ all ¦ CODE_FUNCTION",
        "nix ¦ x = ''it is''; in ¦ it ¦ CODE_STRING",
        "zig ¦ const x = @import(\"std\"); ¦ @import ¦ CODE_ANNOTATION",
        "hcl ¦ resource \"a\" \"b\" { ¦ resource ¦ CODE_KEYWORD",
        "graphql ¦ query { a } ¦ query ¦ CODE_KEYWORD",
        "powershell ¦ Get-Item $path ¦ $path ¦ CODE_ATTRIBUTE",
        "bash ¦ if (( n << 2 )); then echo it ¦ echo ¦ CODE_FUNCTION",
        "bash ¦ a='it'\\''s' b=c; ls ¦ ls ¦ CODE_FUNCTION",
        "bash ¦ a=$'it\\'s' ; ls ¦ ls ¦ CODE_FUNCTION",
        "javascript ¦ x = a++ / 2 / 3; ¦ 2 ¦ CODE_NUMBER",
        "javascript ¦ if (x) /a\"b/.test(y) ¦ /a\"b/ ¦ CODE_STRING",
        "javascript ¦ `${a.replace(/'/g, 'b')}`; let x ¦ let ¦ CODE_KEYWORD",
        "javascript ¦ `${{a: '}'}.a} c`; let x ¦ c` ¦ CODE_STRING",
        "typescript ¦ let a = b! / c! / 2 ¦ c ¦ -",
        "cpp ¦ x = 0xFF'FFu, y = 'c'; ¦ y ¦ -",
        "python ¦ f\"{{x}} {y}\" ¦ {{x}} ¦ CODE_STRING",
        "csharp ¦ $\"a {bc} d\" ¦ bc ¦ -",
        "csharp ¦ var s = $@\"a\\{b}\"; int x ¦ int ¦ CODE_TYPE",
        "kotlin ¦ \"a $name b\" ¦ $name ¦ CODE_VARIABLE",
        "kotlin ¦ Regex(\"\"\"a\\\"\"\") is b ¦ is ¦ CODE_KEYWORD",
        "scala ¦ val q = '\"'; val x = 1 ¦ x ¦ -",
        "scala ¦ s\"a $name b\" ¦ $name ¦ CODE_VARIABLE",
        "php ¦ echo \"a $name b\"; ¦ $name ¦ CODE_VARIABLE",
        "php ¦ <p>isn't</p><?php echo 1; ?> it's <b> ¦ isn't ¦ -",
        "php ¦ <p>isn't</p><?php echo 1; ?> it's <b> ¦ echo ¦ CODE_KEYWORD",
        "php ¦ <p>isn't</p><?php echo 1; ?> it's <b> ¦ <b> ¦ CODE_TAG",
        "nix ¦ x = '' a ''' b ''${c} it's ''; y = true; ¦ true ¦ CODE_CONSTANT",
        "powershell ¦ \"a $($x.y + 'z') `\"b`\"\" + 1 ¦ 1 ¦ CODE_NUMBER",
        "powershell ¦ Join-Path 'C:\\' $name ¦ $name ¦ CODE_ATTRIBUTE",
        "vue ¦ <p :class=\"{ a: true }\"> ¦ true ¦ CODE_CONSTANT",
        "ini ¦ name=setup.inf ¦ setup.inf ¦ CODE_STRING",
        "ini ¦ port = 5432 ¦ 5432 ¦ CODE_STRING",
        "powershell ¦ $h = @{ 'a' = 1 } ¦ 'a' ¦ CODE_STRING",
        "rust ¦ #[serde(rename = \"x\")] ¦ \"x\" ¦ CODE_STRING",
        "tsx ¦ let x = <Table<T> label=\"it's\" /> ¦ \"it's\" ¦ CODE_STRING",
        "ruby ¦ %Q[a #{name} b] ¦ name ¦ -",
        "nix ¦ x = ./default.nix; ¦ ./default.nix ¦ CODE_STRING",
        "nix ¦ url = github:numtide/flake-utils; ¦ github:numtide/flake-utils ¦ CODE_STRING",
        "nix ¦ x = a // b; ¦ b ¦ -",
        "css ¦ a { background: url(/img/a.png) no-repeat } ¦ /img/a.png ¦ CODE_STRING",
        "yaml ¦ date: 2025-11-03 ¦ 2025-11-03 ¦ CODE_NUMBER",
        "html ¦ <a onclick=\"go('x')\"> ¦ go ¦ CODE_FUNCTION",
        "html ¦ <p style=\"color: red\"> ¦ color ¦ CODE_ATTRIBUTE",
        "hcl ¦ d = \"%{ if x }a\" ¦ if ¦ CODE_KEYWORD",
        "markdown ¦ [a](b.md \"title\") ¦ \"title\" ¦ CODE_STRING",
        "c ¦ char *s = \"a\\x41b\"; ¦ \\x41 ¦ CODE_ESCAPE",
        "go ¦ x := 'a' ¦ 'a' ¦ CODE_CONSTANT"
      })
  void paints(String language, String source, String piece, String role) {
    byte[] roles = Highlighter.highlight(language, source);
    int at = source.indexOf(piece);
    for (int i = at; i < at + piece.length(); i++) {
      if (source.charAt(i) == ' ') continue;
      String found = roles[i] == 0 ? "-" : RoleSet.byOrdinal(roles[i] - 1).name();
      assertEquals(role, found.equals("CODE_OPERATOR") ? "-" : found, source + " at " + i);
    }
  }

  @Test
  void aHeredocNamedAsALanguageIsPaintedInIt() {
    String source = "x = <<~SQL\n  SELECT 1\nSQL\nputs 'x'\n";
    byte[] roles = Highlighter.highlight("ruby", source);
    assertEquals(Role.CODE_KEYWORD.ordinal() + 1, roles[source.indexOf("SELECT")]);
    assertEquals(Role.CODE_STRING.ordinal() + 1, roles[source.indexOf("'x'")]);
  }

  @Test
  void aHeredocIsAStringToItsEnd() {
    String source = "cat <<'EOF' | sort\nit's here\nEOF\necho done\n";
    byte[] roles = Highlighter.highlight("bash", source);
    assertEquals(Role.CODE_STRING.ordinal() + 1, roles[source.indexOf("it's")]);
    assertEquals(Role.CODE_FUNCTION.ordinal() + 1, roles[source.indexOf("echo")]);
    assertEquals(Role.CODE_FUNCTION.ordinal() + 1, roles[source.indexOf("sort")]);
  }

  @Test
  void aHereStringEndsWhereItsMarkBeginsALine() {
    String source = "$a = @'\nit's \"@ here\n'@\nfunction Get-It { # why\n";
    byte[] roles = Highlighter.highlight("powershell", source);
    assertEquals(Role.CODE_STRING.ordinal() + 1, roles[source.indexOf("here")]);
    assertEquals(Role.CODE_COMMENT.ordinal() + 1, roles[source.indexOf("why")]);
  }

  @Test
  void commentsStandBetweenTheLinesOfADockerInstruction() {
    String source = "RUN a && \\\n  # it's\n  echo b\nRUN <<EOF\nls -l\nEOF\nUSER me\n";
    byte[] roles = Highlighter.highlight("docker", source);
    assertEquals(Role.CODE_COMMENT.ordinal() + 1, roles[source.indexOf("it's")]);
    assertEquals(Role.CODE_FUNCTION.ordinal() + 1, roles[source.indexOf("echo")]);
    assertEquals(Role.CODE_FUNCTION.ordinal() + 1, roles[source.indexOf("ls -l")]);
    assertEquals(Role.CODE_KEYWORD.ordinal() + 1, roles[source.indexOf("USER")]);
  }

  @Test
  void aBlockScalarEndsWhereItsIndentEnds() {
    String source = "run: |\n  it's: not a key\n  more\nnext: 1\n";
    byte[] roles = Highlighter.highlight("yaml", source);
    assertEquals(Role.CODE_STRING.ordinal() + 1, roles[source.indexOf("not")]);
    assertEquals(Role.CODE_ATTRIBUTE.ordinal() + 1, roles[source.indexOf("next")]);
  }

  @Test
  void everyLanguageOfTheContractIsKnown() {
    for (String name :
        ("python java javascript typescript jsx tsx rust go c cpp c++ csharp c# kotlin swift ruby"
             + " php lua scala sql html xml astro vue svelte css json jsonc yaml yml toml ini env"
             + " bash sh console powershell dockerfile makefile nix zig hcl graphql diff markdown"
             + " md py rs ts js")
            .split(" ")) {
      assertNotNull(Languages.find(name), name);
    }
    assertTrue(Languages.find("no such language") == null);
  }

  private record Code(String language, String source) {
    static Code any(Random random) {
      List<String> languages = languageNames();
      return new Code(
          languages.get(random.nextInt(languages.size())),
          switch (random.nextInt(3)) {
            case 0 -> Gen.joined(random, 40, TOKENS);
            case 1 -> Gen.text(random, 80);
            default -> Gen.ascii(random, 200);
          });
    }
  }

  @Test
  void anyTextKeepsItsLength() {
    Property.check(
        3000,
        Code::any,
        code ->
            assertEquals(
                code.source.length(), Highlighter.highlight(code.language, code.source).length));
  }

  @Test
  void workGrowsWithTheTextAndNoFaster() {
    for (String language : languageNames()) {
      for (String token : TOKENS) {
        long small = steps(language, token, 3_000);
        long large = steps(language, token, 12_000);
        assertTrue(large < 12_000L * 2_100, language + " " + token + ": " + large);
        assertTrue(
            large <= small * 6 + 200_000, language + " " + token + ": " + small + " then " + large);
      }
    }
  }

  private static long steps(String language, String token, int length) {
    String source = token.repeat(length / token.length() + 1);
    TokenPainter ink = new TokenPainter(source, new byte[source.length()], new Lexers());
    ink.paintLanguage(Languages.find(language), 0, source.length(), 0);
    return ink.stepCount;
  }

  private static final String[] TOKENS = {
    "${",
    "$(",
    "<a ",
    "<a>",
    "\"",
    "'",
    "`",
    "/*",
    "*/",
    "<<E ",
    "<<'E'\n",
    "{",
    "}",
    "(",
    "[[",
    "[=[",
    "r#\"",
    "R\"(",
    "'a ",
    "a<",
    "#[",
    "\\(",
    "#{",
    "--",
    "<!--",
    "</",
    "&",
    "a:",
    "a: |\n ",
    "a: >\n",
    "- ",
    "\"\"\"",
    "'''",
    "''",
    "```\n",
    "```js\n",
    "$ a\n",
    "a=",
    "[a]\n",
    "@",
    "@@",
    "/",
    "a/",
    "x=/",
    "<?",
    "\n",
    "\t",
    "\\\n",
    "a(",
    "{-",
    "+\n",
    "case x in a) ",
    "FROM a\n",
    "RUN \\\n",
    "$@",
    "@\"\n",
    "((<<E ",
    "`${",
    "?>",
    "#\n"
  };
}
