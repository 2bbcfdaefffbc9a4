package lectern.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.library.Library;
import lectern.markdown.HeadingText;
import lectern.post.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostLinterTest {
  private static final String HEAD = "---\ntitle: T\ndate: 2026-01-01\n---\n";

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** {@code name:line:column: reason} of everything wrong below a folder. */
  private List<String> check(String below) {
    Path root = folder.resolve(below).normalize();
    List<String> out = new ArrayList<>();
    Findings findings = new PostLinter(root, Library.of(root, null, HeadingText::of).read()).lint();
    for (Diagnostic problem : findings.problems()) out.add(format(problem, "", root));
    for (Diagnostic hint : findings.hints()) out.add(format(hint, "hint: ", root));
    return out;
  }

  private static String format(Diagnostic diagnostic, String label, Path root) {
    return root.relativize(diagnostic.path())
        + ":"
        + diagnostic.line()
        + ":"
        + diagnostic.column()
        + ": "
        + label
        + diagnostic.message();
  }

  /** The targets that are called wrong, of the links in a post {@code posts/a.md}. */
  private List<String> brokenTargets(String links) throws IOException {
    write("posts/a.md", HEAD + links);
    List<String> out = new ArrayList<>();
    for (String problem : check("posts")) {
      assertEquals("a.md", problem.substring(0, problem.indexOf(':')), problem);
      String rest = problem.substring(problem.indexOf(": ") + 2);
      out.add(rest.substring(0, Math.max(0, rest.lastIndexOf(": "))));
    }
    return out;
  }

  @Test
  void goodLinksOfAPlainFolder() throws IOException {
    write(
        "posts/other.md",
        "---\n"
            + "title: O\n"
            + "date: 2026-01-01\n"
            + "slug: the-other\n"
            + "---\n"
            + "# What's *new* & old?\n"
            + "## Same\n"
            + "## Same\n"
            + "### Given {#own-id}\n"
            + "<a name=\"here\"></a>\n\n"
            + "See[^n].\n\n"
            + "[^n]: Note.\n");
    write("posts/img/a b.png", "x");
    write("posts/sub/index.md", HEAD + "[up](../) [out](../other.md) [home](../../)");
    write("pictures/c.png", "x");
    assertEquals(
        List.of(),
        brokenTargets(
            "[1](other.md) [2](./other) [3](other/) [4](other.html#same-1) [5](other.md?x=1)"
                + " [6](other.md#whats-new--old) [7](other.md#what-s-new-old) [8](other.md#own-id)"
                + " [9](other.md#here) [10](other.md#fn:n) [11](the-other) [12](/the-other/)"
                + " [13](sub) [14](sub/) [15](.) [16](..) [17](#top) [18](#) [19](mailto:a@b.c)"
                + " [20](tel:1) [21](//x.y/z) [22](https://x.y?q#f) [23]({{x}})"
                + " ![24](img/a%20b.png) ![25](<img/a b.png> \"t\") ![26](img/a%20b.png?v=2)"
                + " ![27](../pictures/c.png) ![28](/pictures/c.png) [29](/about) [30](/tags/x/)"
                + " [31](/feed.xml) [32][r] `[33](no)` <!-- [34](no) --> \\[35](no)\n\n"
                + "[r]: other.md\n\n"
                + "    [36](no)\n\n"
                + "```\n"
                + "[37](no)\n"
                + "```\n"));
  }

  @Test
  void badLinksOfAPlainFolder() throws IOException {
    write("posts/other.md", HEAD + "# One\n");
    write("outside.md", HEAD);
    assertEquals(
        List.of(
            "link to gone.md",
            "link to ./gone",
            "link to ../gone.md",
            "link to ../outside.md",
            "link to other.md#two",
            "link to #two",
            "link to /gone.md",
            "link to /posts/gone",
            "image img/gone.png",
            "image /gone.png",
            "link to Other.md",
            "link to www.x.y/z",
            "link to gone2.md"),
        brokenTargets(
            "[1](gone.md)\n"
                + "[2](./gone)\n"
                + "[3](../gone.md)\n"
                + "[4](../outside.md)\n"
                + "[5](other.md#two)\n"
                + "[6](#two)\n"
                + "[7](/gone.md)\n"
                + "[8](/posts/gone)\n"
                + "![9](img/gone.png)\n"
                + "![10](/gone.png)\n"
                + "[11](Other.md)\n"
                + "[12](www.x.y/z)\n"
                + "<a href=\"gone2.md\">x</a>\n"));
    write("posts/a.md", HEAD + "\na [x]() and `[y]()`\n");
    assertEquals(List.of("a.md:6:6: a link without a target"), check("posts"));
  }

  @Test
  void aHugoSite() throws IOException {
    write("hugo.toml", "baseURL = 'https://x.y'\n");
    write("static/img/l.svg", "x");
    write("content/posts/_index.md", "---\ntitle: Posts\n---\n");
    write("content/posts/b/cover.jpg", "x");
    write(
        "content/posts/two.md", "+++\ntitle = 'T'\ndate = 2026-01-01\naliases = ['/old/']\n+++\n");
    write(
        "content/posts/b/index.md",
        HEAD
            + "![](cover.jpg) ![](/img/l.svg) [1](../two/) [2](/posts/two/) [3](/old/) [4](/posts/)"
            + " [5](/posts/page/2/) [6]({{<ref \"x\">}}) [7](/posts/none/)\n");
    for (String root : List.of("", "content", "content/posts")) {
      List<String> problems = check(root);
      assertEquals(1, problems.size(), problems.toString());
      assertEquals(true, problems.getFirst().contains("/posts/none/"));
    }
  }

  @Test
  void aJekyllSite() throws IOException {
    write("_config.yml", "title: x\n");
    write("assets/d.png", "x");
    write("about.md", "---\nlayout: page\npermalink: /who/is/\n---\nHi.\n");
    write("_drafts/idea.md", "---\ntitle: I\n---\n");
    write("_posts/2026-01-02-one.md", "---\ntitle: One\n---\n");
    write(
        "_posts/2026-01-03-two.md",
        "---\ntitle: Two\n---\n[1](/2026/01/02/one.html) [2](/cat/one/) [3](/who/is/)"
            + " ![4](/assets/d.png) [5]({% post_url x %}) [6]({{site.url}}/x)\n");
    assertEquals(List.of(), check(""));
    assertEquals(List.of(), check("_posts"));
  }

  @Test
  void anAstroAndAZolaSite() throws IOException {
    write("public/p.png", "x");
    write("src/assets/h.jpg", "x");
    write("src/content/blog/first.md", HEAD + "[1](../second) [2](/blog/second/#part)\n");
    write(
        "src/content/blog/second.mdx",
        HEAD
            + "import A from '../../x'\n\n## Part\n\n![1](../../assets/h.jpg) ![2](/p.png)"
            + " [3](/blog/first) [4](/rss.xml) [5](@components/x)\n");
    assertEquals(List.of(), check("src/content/blog"));
    write("zola/config.toml", "");
    write("zola/content/blog/one.md", HEAD + "[1](@/blog/two.md#p) [2](@/blog/gone.md)\n");
    write("zola/content/blog/two.md", HEAD + "## P\n");
    assertEquals(
        List.of("blog/one.md:5:26: link to @/blog/gone.md: there is no such file"),
        check("zola/content"));
  }

  @Test
  void fencesNeverClosed() throws IOException {
    write(
        "a.md",
        HEAD
            + "````md\n"
            + "```\n"
            + "x\n"
            + "````\n\n"
            + "    ```\n"
            + "    shown\n\n"
            + "> ```\n"
            + "> x\n"
            + "> ```\n\n"
            + "- ~~~\n"
            + "  y\n"
            + "  ~~~\n");
    assertEquals(List.of(), check(""));
    write("a.md", HEAD + "text\n\n- ```sh\n  x\n\nafter\n\n```js\ny\n``\n");
    assertEquals(
        List.of(
            "a.md:7:3: a code fence is opened here and never closed",
            "a.md:12:1: a code fence is opened here and never closed"),
        check(""));
  }

  @Test
  void whatOtherSiteMakersFenceIsNoFenceLeftOpen() throws IOException {
    write("a.md", HEAD + "{% highlight ruby %}\nx\n{% endhighlight %}\n\n$$\nx\n$$\n");
    write("b.md", HEAD + "{{< highlight go >}}\nx\n{{< /highlight >}}\n\n$$E = mc^2$$\n");
    assertEquals(List.of(), check(""));
  }

  @Test
  void titlesAndDates() throws IOException {
    write("a.md", "---\n{title: A, date: 2026-01-01}\n---\n");
    write("b.md", "---\ntitle: [x]\ndate: 2026-01-01\n---\n");
    write("c.md", "# C\n");
    write("d.md", "---\ntitle: D\ndate: soon\n---\n");
    write("e.md", "---\ntitle: E\ndraft: true\n---\n");
    write("f.md", "text\n");
    Files.write(folder.resolve("g.md"), HEAD.getBytes(java.nio.charset.StandardCharsets.UTF_16));
    assertEquals(
        List.of(
            "d.md:3:7: \"soon\" is not a date; write it as 2026-01-31",
            "g.md:1:1: written in UTF-16; save it as UTF-8",
            "b.md:1:1: hint: has no title, nor has 1 more in this folder; add title: to its front"
                + " matter",
            "c.md:1:1: hint: has no date, nor has 1 more in this folder; add date: 2026-01-31"),
        check(""));
  }

  @Test
  void damagedTextOutsideCode() throws IOException {
    write("a.md", HEAD + "`â€”` Itâ€™s\n\n    â€”\n\n~~~\nâ€”\n~~~\n");
    assertEquals(
        List.of(
            "a.md:5:9: text was damaged on its way (\"â€™\" for \"’\"): UTF-8 read as"
                + " Windows-1252"),
        check(""));
  }

  @Test
  void slugsThatAreTheSame() throws IOException {
    write("a.md", "---\ntitle: A\ndate: 2026-01-01\nslug: b\n---\n");
    write("b.md", HEAD);
    assertEquals(List.of("b.md:1:1: has the slug \"b\" of a.md"), check(""));
  }
}
