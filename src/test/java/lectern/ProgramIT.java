package lectern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.Program.Said;
import lectern.text.Sanitizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built program in pipes and in poor surroundings. */
class ProgramIT {
  private static final String POST =
      "---\n"
          + "title: Retries\n"
          + "pubDate: 2026-11-02\n"
          + "tags: [ops, reliability]\n"
          + "---\n\n"
          + "Ask *again*, [slowly](two.md).\n\n"
          + "## Why\n\n"
          + "```sh\n"
          + "echo  one\t# two\n"
          + "```\n\n"
          + "~~~python\n"
          + "print(1)\n"
          + "~~~\n\n"
          + "## How\n\n"
          + "Text.\n";

  @TempDir Path home;
  private Path posts;

  @BeforeEach
  void write() throws IOException {
    posts = Files.createDirectories(home.resolve("posts"));
    Program.post(posts, "retries.md", POST);
    Program.post(
        posts, "two.md", "---\ntitle: Zwei\npubDate: 2025-01-01\ntags: [ops]\n---\n\nZwei.\n");
    Program.post(posts, "secret.md", "---\ntitle: Draft\ndraft: true\n---\n\nNot yet.\n");
  }

  private Said run(String... words) throws Exception {
    return Program.in(home, words).run();
  }

  private static void fine(Said said) {
    assertEquals("", said.err());
    assertEquals(0, said.code());
  }

  /** One sentence, the exit code, nothing else. */
  private static void fails(int code, String words, Said said) {
    assertEquals(code, said.code(), said.err());
    assertTrue(
        said.err().startsWith("lectern: ") && said.err().strip().lines().count() == 1, said.err());
    assertTrue(said.err().contains(words), said.err());
  }

  @Test
  void aPipeGetsPlainText() throws Exception {
    Said said = run("show", "retries");
    fine(said);
    assertTrue(said.out().startsWith("Retries\n"), said.out());
    assertTrue(said.out().contains("Ask again, slowly [1]."), said.out());
    assertTrue(said.out().contains("## Why\n"), said.out());
    for (String line : said.out().split("\n")) {
      assertFalse(line.endsWith(" "), line);
      assertFalse(line.codePoints().anyMatch(Sanitizer::isUnsafe), line);
    }
  }

  @Test
  void colourWhenItIsAskedFor() throws Exception {
    assertTrue(run("show", "--color=always", "retries").out().contains("\u001b["));
    assertFalse(run("show", "--color=never", "retries").out().contains("\u001b["));
    assertTrue(
        Program.in(home, "show", "retries")
            .env("CLICOLOR_FORCE", "1")
            .run()
            .out()
            .contains("\u001b["));
    Said both =
        Program.in(home, "show", "retries").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").run();
    assertFalse(both.out().contains("\u001b["));
  }

  @Test
  void rawMarkdownAndCodeAreExact() throws Exception {
    assertArrayEquals(
        POST.getBytes(StandardCharsets.UTF_8), run("show", "--raw", "retries").bytes());
    assertEquals(
        POST.substring(POST.indexOf("---\n\n") + 4), run("show", "--markdown", "retries").out());
    assertEquals("echo  one\t# two\n", run("show", "--code", "1", "retries").out());
    assertEquals("print(1)\n", run("show", "--code=2", "retries").out());
    assertEquals("echo  one\t# two\n\nprint(1)\n", run("show", "--code", "retries").out());
    assertEquals(
        "one # two\n",
        Program.shell(home, "$LECTERN show retries --code 1 | sed 's/#/\\\\#/' | sh")
            .run()
            .out()
            .replace("  ", " "));
  }

  @Test
  void sectionsAndTheOutline() throws Exception {
    assertEquals("Why\nHow\n", run("show", "--toc", "retries").out());
    assertTrue(run("show", "--section", "how", "retries").out().contains("Text."));
    fails(1, "there is none", run("show", "--section", "when", "retries"));
  }

  @Test
  void listsTagsAndJson() throws Exception {
    Said list = run("list");
    fine(list);
    assertTrue(list.out().indexOf("Retries") < list.out().indexOf("Zwei"), list.out());
    assertFalse(list.out().contains("Draft"));
    assertTrue(run("list", "--drafts").out().contains("Draft"));
    assertFalse(run("list", "--tag", "!reliability").out().contains("Retries"));
    assertEquals("2  ops\n1  reliability\n", run("tags").out());
    assertEquals(
        "2026-11-02\tretries\tRetries\tops,reliability\t\tretries.md\n",
        run("list", "--tsv", "-n", "1").out());
    if (Program.has("jq")) {
      assertEquals(
          "\"Retries\"\n",
          Program.shell(home, "$LECTERN list --json | jq '.[0].title'").run().out());
      assertEquals(
          "\"sh\"\n",
          Program.shell(home, "$LECTERN show retries --json | jq '.code[0].language'").run().out());
    }
  }

  @Test
  void aNamedPostNeverWaitsForInput() throws Exception {
    Said said =
        Program.shell(home, "timeout 20 $LECTERN show retries < <(sleep 25 > /dev/null 2>&1)")
            .run();
    assertTrue(said.out().startsWith("Retries"), said.out());
  }

  @Test
  void standardInput() throws Exception {
    Said said =
        Program.in(home, "show").input("# Hi\n\ntext\n".getBytes(StandardCharsets.UTF_8)).run();
    fine(said);
    assertTrue(said.out().contains("text"));
    fine(Program.in(home, "show", "-").input(new byte[0]).run());
    byte[] binary = new byte[4096];
    new java.util.Random(7).nextBytes(binary);
    Said odd = Program.in(home, "show", "-").input(binary).run();
    assertEquals(0, odd.code(), odd.err());
    fails(1, "larger than 16 MiB", Program.shell(home, "yes | $LECTERN show -").run());
  }

  @Test
  void aReaderThatClosesThePipeEndsItQuietly() throws Exception {
    Program.post(posts, "long.md", "word ".repeat(400_000));
    Said said = Program.shell(home, "$LECTERN show long | head -n 1; exit ${PIPESTATUS[0]}").run();
    assertEquals("", said.err());
    assertEquals(0, said.code());
  }

  @Test
  void aFullDiskIsAnError() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
    fails(1, "cannot be written", Program.shell(home, "$LECTERN show retries > /dev/full").run());
    fails(1, "cannot be written", Program.shell(home, "$LECTERN list --json > /dev/full").run());
  }

  @Test
  void withoutAHome() throws Exception {
    assertTrue(
        Program.in(home, "list", "-C", posts.toString())
            .env("HOME", null)
            .run()
            .out()
            .contains("Retries"));
    assertTrue(
        Program.in(home, "show", "retries")
            .env("HOME", "/proc/nowhere")
            .run()
            .out()
            .contains("Retries"));
  }

  @Test
  void underAPoorLocale() throws Exception {
    Program.post(posts, "café.md", "---\ntitle: Café “x” – y\n---\n\n• naïve → 日本\n");
    Said said = Program.in(home, "show", "café").env("LANG", "C").run();
    fine(said);
    assertTrue(said.out().chars().allMatch(c -> c < 0x80), said.out());
    assertTrue(said.out().contains("\"x\""), said.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xterm",
        "tmux-256color",
        "screen",
        "linux",
        "xterm-kitty",
        "xterm-ghostty",
        "alacritty",
        "foot",
        "wezterm",
        "vt100",
        "dumb",
        "",
        "no such"
      })
  void everyTerminalTypeIsQuiet(String term) throws Exception {
    fine(Program.in(home, "list").env("TERM", term).run());
  }

  @Test
  void widths() throws Exception {
    fine(Program.in(home, "show", "retries").env("COLUMNS", "0").run());
    fine(run("show", "-w", "0", "retries"));
    fine(run("show", "-w", "1", "retries"));
    fine(run("show", "-w", "99999", "retries"));
    fails(2, "--width", run("show", "-w", "-5", "retries"));
    fails(2, "--width", run("show", "--width", "x", "retries"));
  }

  @Test
  void wrongUsageNamesWhatWasMeant() throws Exception {
    fails(2, "--json", run("list", "--jsn"));
    fails(1, "lectern list", run("lsit"));
    fails(2, "paper", run("show", "--theme", "papr", "--color=always", "retries"));
    fails(1, "reliability", run("list", "--tag", "reliabilty"));
    fails(1, "retries", run("show", "retreis"));
    fails(1, "no such folder", run("list", "-C", "/no/where"));
    fails(1, "not a folder", run("list", "-C", posts.resolve("two.md").toString()));
  }

  @Test
  void aBadFileIsSaidAndTheNextGoesOn() throws Exception {
    Said said = run("show", "nothing", "retries");
    assertEquals(1, said.code());
    assertTrue(said.out().startsWith("Retries"), said.out());
  }

  @Test
  void checkSaysFileLineAndColumn() throws Exception {
    Program.post(posts, "bad.md", "---\ntitle: a: b\n---\n");
    Program.post(
        posts,
        "links.md",
        "---\n"
            + "title: L\n"
            + "date: 2026-01-01\n"
            + "---\n\n"
            + "See [it](gone.md) and â€”.\n\n"
            + "```sh\n"
            + "never closed\n");
    Said said = run("check");
    assertEquals(1, said.code());
    assertTrue(said.out().contains("posts/bad.md:2:9: "), said.out());
    assertTrue(said.out().contains("posts/links.md:6:10: link to gone.md"), said.out());
    assertTrue(said.out().contains("posts/links.md:6:23: text was damaged"), said.out());
    assertTrue(said.out().contains("posts/links.md:8:1: a code fence"), said.out());
  }

  @Test
  void thingsInTheFolderThatAreNoPosts() throws Exception {
    Program.shell(
            home,
            "cd posts && mkfifo pipe.md && ln -s . loop && ln -s nowhere.md dangling.md && mkdir"
                + " .git node_modules && cp two.md .git/ && cp two.md node_modules/")
        .run();
    Said said = run("list");
    assertEquals(0, said.code());
    assertTrue(said.out().contains("not a regular file"), said.out());
    assertEquals(1, said.out().lines().filter(l -> l.contains("Zwei")).count(), said.out());
  }

  @Test
  void theFoldersOfTheConfiguration() throws Exception {
    Program.post(home, "blog/one.md", "# Of the blog\n");
    Program.post(home, "notes/two.md", "# Of the notes\n");
    Program.post(home, ".config/lectern/config.yaml", "posts: [~/blog, notes]\n");
    Said said = run("list");
    assertEquals(0, said.code());
    assertTrue(said.out().contains("Of the blog"), said.out());
    assertTrue(said.out().contains("Of the notes"), said.out());
    assertFalse(run("list", "-C", "notes").out().contains("Of the blog"));
    assertTrue(run("show", "two").out().startsWith("Of the notes"));
    assertEquals("2 posts, no problems\n", run("check").out());
    Program.post(home, ".config/lectern/config.yaml", "posts: [~/gone]\n");
    fails(1, "there is no such folder", run("list"));
  }

  @Test
  void escapesInNamesAndTextAreHarmless() throws Exception {
    Program.post(
        posts,
        "a\u001b]0;x\u0007b\n.md",
        "---\ntitle: \"\\e[31mred\"\ntags: [\"\\e]52;c;eA==\\a\"]\n---\n\n&#27;[2J `\u001b[1m`\n");
    for (String[] words :
        new String[][] {{"list"}, {"tags"}, {"list", "--tsv"}, {"list", "--json"}, {"check"}}) {
      assertFalse(run(words).out().contains("\u001b"), words[0]);
    }
    assertFalse(Program.shell(home, "$LECTERN show posts/a*").run().out().contains("\u001b"));
  }
}
