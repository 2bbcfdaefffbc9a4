package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lectern.Program.Said;
import lectern.text.Sanitizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people, other programs and enemies put before the built program. What one room can be asked
 * alone stands with it: front matter, encodings, names and odd files in LibraryTest, tables and
 * nesting in MarkdownTest, what a check finds in CheckerTest.
 */
class BadInputIT {
  private static final String GOOD =
      "---\ntitle: Good\ndate: 2026-01-02\ntags: [a, b]\n---\n\nText.\n";

  @TempDir Path home;
  private Path posts;

  @BeforeEach
  void write() throws IOException {
    posts = Files.createDirectories(home.resolve("posts"));
    Program.post(posts, "good.md", GOOD);
  }

  private Said run(String... words) throws Exception {
    return Program.in(home, words).run();
  }

  private Said shell(String line) throws Exception {
    return Program.shell(home, line).run();
  }

  private static String fine(Said said) {
    assertEquals("", said.err());
    assertEquals(0, said.code());
    return said.out();
  }

  /** One sentence on standard error, nothing on standard output. */
  private static void fails(int code, String words, Said said) {
    assertEquals(code, said.code(), said.err());
    assertEquals("", said.out());
    assertTrue(said.err().startsWith("lectern: "), said.err());
    assertEquals(1, said.err().strip().lines().count(), said.err());
    assertTrue(said.err().contains(words), said.err());
  }

  @Test
  void anEmptyFolderSaysSo() throws Exception {
    Path empty = Files.createDirectories(home.resolve("empty"));
    Said list = run("list", "-C", empty.toString());
    assertEquals(0, list.code());
    assertEquals("", list.out());
    assertTrue(list.err().contains("there are no posts here"), list.err());
    assertEquals("[]\n", fine(run("list", "--json", "-C", empty.toString())));
    assertEquals("[]\n", fine(run("tags", "--json", "-C", empty.toString())));
    assertEquals("0 posts, no problems\n", fine(run("check", empty.toString())));
  }

  @Test
  void aFolderThatIsNone() throws Exception {
    String file = posts.resolve("good.md").toString();
    fails(1, "no such folder", run("list", "-C", "gone"));
    fails(1, "is a file, not a folder", run("list", "-C", file));
    fails(1, "there is no such file or folder", run("gone"));
    fails(1, "there is no such file or folder", run("check", "gone"));
    fails(1, "is a folder", run("show", "posts"));
    assertTrue(fine(run(file)).startsWith("Good\n"));
    fails(1, "no such folder", Program.in(home, "list").env("LECTERN_POSTS", "gone").run());
  }

  @Test
  void tenThousandPosts() throws Exception {
    Path many = Files.createDirectories(home.resolve("many"));
    for (int i = 0; i < 10_000; i++)
      Files.writeString(
          many.resolve("p" + i + ".md"), "---\ntitle: P" + i + "\ndate: 2026-01-01\n---\n\nx\n");
    for (int round = 0; round < 2; round++)
      assertEquals(10_000, fine(run("list", "-C", "many")).lines().count());
    fails(1, "more than one post begins so: p0, p1,", run("show", "-C", "many", "p"));
  }

  @Test
  void sixteenMegabytesAndSeventeen() throws Exception {
    Path most = Files.writeString(posts.resolve("most.md"), "# Most\n\n" + "a b c\n".repeat(50));
    try (RandomAccessFile file = new RandomAccessFile(most.toFile(), "rw")) {
      file.seek(file.length());
      byte[] line = "words and words\n\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
      while (file.length() + line.length < 16 << 20) file.write(line);
    }
    Files.write(posts.resolve("more.md"), new byte[17 << 20]);
    assertTrue(fine(run("show", "most")).length() > 15 << 20);
    fails(1, "larger than 16 MiB", run("show", "more"));
    assertTrue(fine(run("list")).contains("larger than 16 MiB (17 MiB); split it"));
  }

  @Test
  void aLineOfAMebibyte() throws Exception {
    Program.post(posts, "line.md", "# L\n\n" + "word ".repeat(220_000));
    Program.post(posts, "word.md", "# W\n\n" + "w".repeat(1 << 20));
    for (String width : List.of("80", "1", "0")) {
      String out = fine(run("show", "-w", width, "line", "word"));
      int most = width.equals("0") ? Integer.MAX_VALUE : Integer.parseInt(width);
      for (String line : out.split("\n")) assertTrue(line.length() <= most, line);
      assertEquals(
          220_000, out.replace("\n", width.equals("1") ? "" : " ").split("w ?o ?r ?d").length - 1);
    }
  }

  @Test
  void thousandsOfPostsThroughAMemoryThatDoesNotHoldThem() throws Exception {
    String text = GOOD + "word ".repeat(3000);
    for (int i = 0; i < 2500; i++) Files.writeString(posts.resolve("m" + i + ".md"), text);
    for (String form : List.of("", "--json", "--code", "--raw")) {
      if (form.equals("--code")) continue;
      Said said =
          Program.shell(home, "cd posts; $LECTERN show " + form + " m*.md | wc -l")
              .env("LECTERN_MEMORY", "24m")
              .run();
      assertEquals("", said.err());
      assertTrue(Integer.parseInt(said.out().strip()) > 0, said.out());
    }
  }

  @Test
  void odderEncodings() throws Exception {
    Files.write(posts.resolve("utf16.md"), GOOD.getBytes(StandardCharsets.UTF_16));
    Files.write(
        posts.resolve("latin.md"),
        GOOD.replace("Good", "Gänse").getBytes(StandardCharsets.ISO_8859_1));
    Files.write(
        posts.resolve("nul.md"), "---\ntitle: N\n---\n\na\0b\n".getBytes(StandardCharsets.UTF_8));
    Files.write(
        posts.resolve("bom.md"),
        ("\ufeff" + GOOD.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
    Files.write(posts.resolve("cr.md"), GOOD.replace("\n", "\r").getBytes(StandardCharsets.UTF_8));
    String good = fine(run("show", "good"));
    for (String name : List.of("bom", "cr")) assertEquals(good, fine(run("show", name)), name);
    assertEquals("\nText.\n", fine(run("show", "--markdown", "utf16")));
    assertTrue(fine(run("show", "utf16")).contains("UTF-16; save it as UTF-8"));
    assertTrue(fine(run("show", "latin")).contains("G\ufffdnse"));
    Said check = run("check");
    assertTrue(check.out().contains("posts/nul.md:5:2: a NUL byte"), check.out());
    assertTrue(check.out().contains("posts/latin.md:2:9: a byte that is not UTF-8"), check.out());
    assertTrue(check.out().contains("posts/utf16.md:1:1: written in UTF-16"), check.out());
  }

  @Test
  void oddNamesAreListedFoundAndShown() throws Exception {
    String[] names = {
      "a b.md", "new\nline.md", "\u001b[31mred.md", "😀.md", "-dash.md", "--help.md"
    };
    for (String name : names) Program.post(posts, name, "# Named\n");
    assertEquals(names.length, fine(run("list")).lines().filter(l -> l.contains("Named")).count());
    for (String name : names) {
      assertTrue(fine(run("show", "posts/" + name)).startsWith("Named\n"), name);
      assertTrue(fine(run("show", "--", name)).startsWith("Named\n"), name);
    }
    assertTrue(fine(run("show", "--", "-dash")).startsWith("Named\n"));
    fails(2, "--dash", run("show", "--dash"));
  }

  @Test
  void whatATerminalCouldObeyIsInNoOutput() throws Exception {
    String[] evil = {
      "\u001b[31m",
      "\u001b]52;c;aGk=\u0007",
      "\u001b]8;;http://x\u001b\\",
      "\u009b31m",
      "\u009d0;x\u009c",
      "\u202e",
      "\u2066",
      "&#27;[2J",
      "&#x9b;2J",
      "&#8238;",
      "\u0007",
      "\u0008",
      "\u007f"
    };
    StringBuilder body = new StringBuilder();
    for (String e : evil) {
      body.append(
          e
              + " *a"
              + e
              + "b* [l"
              + e
              + "](http://x/"
              + e
              + ") ![i"
              + e
              + "](i"
              + e
              + ".png \"t"
              + e
              + "\")\n\n");
      body.append(
          "# H" + e + "\n\n| a" + e + " |\n|---|\n| b" + e + " |\n\n> [!NOTE]\n> x" + e + "\n\n");
      body.append(
          "```sh"
              + e
              + " title=\"x"
              + e
              + "\"\necho "
              + e
              + "\n```\n\n<a href=\"http://y/"
              + e
              + "\">z</a>\n\n");
      body.append("[^n" + e + "] <kbd>" + e + "</kbd> `c" + e + "`\n\n");
    }
    String yaml = "\\e]52;c;aGk=\\a\\x9b31m\\u202e";
    Program.post(
        posts,
        "evil\u001b]0;x\u0007\u202e.md",
        "---\ntitle: \"T"
            + yaml
            + "\"\ndescription: \"D"
            + yaml
            + "\"\nauthor: \"A"
            + yaml
            + "\"\ntags: [\"t"
            + yaml
            + "\"]\nslug: \"s"
            + yaml
            + "\"\ndate: \""
            + yaml
            + "\"\nupdated: 2026-01-01\n---\n\n"
            + body);
    Program.post(posts, "broken\u009b.md", "---\ntitle: a: \u202e\n\"\\e\": b\n---\n" + body);
    for (String form :
        List.of(
            "list",
            "list --tsv",
            "list --json",
            "tags",
            "tags --json",
            "tags --tsv",
            "check",
            "show *.md",
            "show --json *.md",
            "show --toc *.md",
            "show -w 0 *.md",
            "show nope$'\\e[31m'",
            "list -t $'\\e[31m'")) {
      Said said = shell("cd posts; $LECTERN " + form);
      for (String text : List.of(said.out(), said.err())) {
        boolean harm =
            text.codePoints().anyMatch(c -> c != '\n' && c != '\t' && Sanitizer.isUnsafe(c));
        assertFalse(harm, form + ": " + text.substring(0, Math.min(2000, text.length())));
      }
    }
    Said styled = shell("cd posts; TERM=xterm-kitty $LECTERN show --color=always *.md");
    String left =
        styled
            .out()
            .replaceAll("\u001b\\[[0-9;:]*m", "")
            .replaceAll("\u001b]8;[^\u001b\u0007]*\u001b\\\\", "");
    for (int at = 0; at < left.length(); at++)
      assertTrue(
          left.charAt(at) == '\n' || !Sanitizer.isUnsafe(left.charAt(at)),
          (int) left.charAt(at) + " in " + left.substring(Math.max(0, at - 30), at));
    assertFalse(styled.out().contains("\u001b]52;"), styled.out());
  }

  @Test
  void standardInputThatIsClosedOrNoFile() throws Exception {
    assertEquals("", fine(shell("$LECTERN show - <&-")));
    fails(1, "standard input: cannot be read", shell("$LECTERN show - < /"));
    assertTrue(fine(shell("$LECTERN show good <&-")).startsWith("Good\n"));
  }

  @Test
  void standardOutputThatIsClosed() throws Exception {
    for (String command :
        List.of("show good", "list", "list --json", "tags", "show --raw good", "help")) {
      Said said = shell("$LECTERN " + command + " >&-");
      assertEquals(1, said.code(), command);
      assertTrue(said.err().contains("cannot be written"), command + said.err());
    }
    assertEquals(1, shell("$LECTERN show gone 2>&-").code());
  }

  @Test
  void optionsThatMeanNothing() throws Exception {
    fails(2, "\"-1\" is not a number", run("show", "good", "--code", "-1"));
    fails(2, "does not go with --json", run("list", "--json", "--tsv"));
    fails(2, "does not go with --raw", run("show", "--raw", "--json", "good"));
    fails(2, "does not go with --raw", run("show", "--raw", "--section", "x", "good"));
    fails(2, "names no tag", run("list", "--tag", ""));
    fails(2, "is not a date", run("list", "--since", "soon"));
    fails(2, "is none of date", run("list", "--sort", "size"));
    fails(2, "is none of auto", run("list", "--color", "yes"));
    fails(2, "its value is missing", run("list", "-t"));
    fails(2, "there is no command", run("help", "shwo"));
    fails(1, "\"\" is the name of no post", run("show", ""));
  }

  @Test
  void aSectionInMarkdownAndTagsInAnyOrder() throws Exception {
    Program.post(
        posts,
        "parts.md",
        "---\ntitle: P\ntags: [b, c]\n---\n# A\n\nx *y*\n\n## B\n\nz\n\n# C\n\nend");
    assertEquals(
        "# A\n\nx *y*\n\n## B\n\nz\n\n",
        fine(run("show", "parts", "--markdown", "--section", "a")));
    assertEquals("# C\n\nend", fine(run("show", "parts", "--markdown", "--section", "C")));
    assertEquals("2  b\n1  a\n1  c\n", fine(run("tags")));
    assertEquals("1  c\n2  b\n", fine(run("tags", "--sort", "title", "--reverse", "-n", "2")));
  }

  @Test
  void everyWidthKeepsEveryWord() throws Exception {
    String[] words = GOOD.substring(GOOD.lastIndexOf("---") + 3).strip().split("\\s+");
    for (String columns : List.of("0", "1", "7", "abc", "-3", "99999999999")) {
      String out = fine(Program.in(home, "show", "good").env("COLUMNS", columns).run());
      assertTrue(Arrays.stream(words).allMatch(w -> out.replace("\n", "").contains(w)), columns);
    }
  }
}
