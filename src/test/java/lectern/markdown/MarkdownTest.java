package lectern.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void programsOfMdxAreLeftOutAndLinesKeepTheirNumbers() {
    String source =
        """
        import A from './a';
        import {
          B,
        } from "b";
        import 'side-effect';
        export const meta = {
          title: 'x',

          tags: [],
        };

        # Title

        import duties are high.
        Exports too.

        {/* a comment
        on two lines */}

        ```js
        import kept from 'code';

        export const alsoKept = 1;
        ```
        """;
    List<Block> blocks = Markdown.parse(source, 1, true).blocks();
    assertEquals(3, blocks.size());
    assertEquals(12, assertInstanceOf(Block.Heading.class, blocks.get(0)).line());
    assertTrue(words(blocks.get(1)).startsWith("import duties are high."));
    assertEquals(
        "import kept from 'code';\n\nexport const alsoKept = 1;\n",
        assertInstanceOf(Block.CodeBlock.class, blocks.get(2)).literal());
  }

  @Test
  void bracketsThatNeverCloseLeaveOutOneParagraph() {
    List<Block> blocks = Markdown.parse("export const x = {\n\nText.\n", 1, true).blocks();
    assertEquals("Text.", words(blocks.getFirst()));
  }

  @Test
  void withoutMdxTheyAreText() {
    assertEquals("import A from 'a'", words(first("import A from 'a'\n")));
  }

  @Test
  void misreadTextIsRepairedOutsideCodeOnly() {
    Block.Paragraph p = assertInstanceOf(Block.Paragraph.class, first("Itâ€™s `itâ€™s`\n"));
    assertEquals(List.of(new Inline.Text("It’s "), new Inline.Code("itâ€™s")), p.content());
  }

  @Test
  void accentsAreComposedInText() {
    assertEquals("\u00e9", words(first("e\u0301\n")));
  }

  @Test
  void footnotesInQuotesAndListsAreKept() {
    Document document = Markdown.parse("> a[^1] b[^2]\n>\n> [^1]: one\n\n- x\n\n  [^2]: two\n", 1);
    Block.Footnotes notes = assertInstanceOf(Block.Footnotes.class, document.blocks().getLast());
    assertEquals("one", words(notes.notes().get(0).blocks().getFirst()));
    assertEquals("two", words(notes.notes().get(1).blocks().getFirst()));
  }

  @Test
  void notesThatReferToNotesAreNumberedOn() {
    Document document =
        Markdown.parse("x[^a]\n\n[^b]: second\n\n[^a]: first[^b]\n\n[^c]: alone\n", 1);
    Block.Footnotes notes = assertInstanceOf(Block.Footnotes.class, document.blocks().getLast());
    assertEquals(
        List.of("a", "b", "c"), notes.notes().stream().map(Block.Footnote::label).toList());
  }

  @Test
  void aLabelDefinedTwiceLosesNothing() {
    String all = Markdown.parse("x[^a]\n\n[^a]: first\n\n[^a]: again\n", 1).toString();
    assertTrue(all.contains("first"));
    assertTrue(all.contains("again"));
  }

  @Test
  void markdownBetweenTagsNestsInThem() {
    Block.Details details =
        assertInstanceOf(
            Block.Details.class,
            first("<details>\n<summary>s</summary>\n\n**bold**\n\n</details>\n"));
    assertEquals("bold", words(details.blocks().getFirst()));
  }

  @Test
  void attributesOfInlineTagsAreReadAsHtmlDoes() {
    String source =
        "x <a title='t' data-href=no HREF = \"/?a=1&amp;b=&quot;2&quot;&eacute;\">y</a>\n";
    Block.Paragraph p = assertInstanceOf(Block.Paragraph.class, first(source));
    Inline.Link link = assertInstanceOf(Inline.Link.class, p.content().getLast());
    assertEquals("/?a=1&b=\"2\"é", link.target());
    assertEquals("t", link.title());
  }

  @Test
  void textDirectlyInListsIsKept() {
    String all =
        Markdown.parse("<ul><b>loose</b><li>item</li></ul>\n\n<dl><i>odd</i><dt>t</dt></dl>\n", 1)
            .toString();
    for (String word : List.of("loose", "item", "odd")) assertTrue(all.contains(word), word);
  }

  @Test
  void scriptsAndCommentsAreDropped() {
    String all =
        Markdown.parse("<script>bad()</script>\n<!-- gone -->\n<noscript>kept</noscript>\n", 1)
            .toString();
    assertFalse(all.contains("bad"));
    assertFalse(all.contains("gone"));
    assertTrue(all.contains("kept"));
  }

  @Test
  void deepNestingNeitherThrowsNorLosesText() {
    int deep = 10_000;
    for (String open : List.of(">", "<div>", "<b>", "<ul><li>", "- ", "**", "[", "<details>")) {
      String all = Markdown.parse(open.repeat(deep) + "word\n", 1).toString();
      assertTrue(all.contains("word"), open);
      assertFalse(all.contains("could not be read"), open);
    }
  }

  @Test
  void aParagraphOfVeryManyLinesIsReadInLinearTime() {
    // a quadratic reading takes minutes
    for (String line : List.of("word\n", "2. word\n", "-word\n", "a|b\n", "-- word\n")) {
      String source = line.repeat(2_000_000 / line.length());
      assertTimeout(Duration.ofMinutes(1), () -> Markdown.parse(source, 1), line);
    }
  }

  @Test
  void aListWithAnotherNumberThanOneEndsNoParagraph() {
    assertEquals(1, Markdown.parse("The year\n1986. What a year.\n", 1).blocks().size());
    assertEquals(2, Markdown.parse("The list\n01. one\n", 1).blocks().size());
    assertEquals(2, Markdown.parse("The list\n\n7. seven\n", 1).blocks().size());
  }

  @Test
  void tablesInTablesAreReadWithoutLookingThroughEachAgain() {
    String source = "<table><tr><td>".repeat(3_000) + "word\n";
    assertTimeout(Duration.ofSeconds(8), () -> Markdown.parse(source, 1));
    assertTrue(Markdown.parse(source, 1).toString().contains("word"));
  }

  @Test
  void aTableThatWouldGrowTooLargeIsShownAsWrittenAndTheRestAsEver() {
    String source =
        "# Head\n\n"
            + "|a".repeat(1000)
            + "|\n"
            + "|-".repeat(1000)
            + "|\n"
            + "|x|\n".repeat(50)
            + "\n## Rest\n";
    List<Block> blocks = Markdown.parse(source, 1).blocks();
    assertTrue(words(blocks.getFirst()).contains("too large"));
    assertInstanceOf(Block.Heading.class, blocks.get(1));
    assertTrue(words(blocks.get(2)).contains("|a|a|a"));
    assertTrue(words(blocks.get(2)).contains("|x|"));
    assertInstanceOf(Block.Heading.class, blocks.getLast());
  }

  @Test
  void aLongTableThatIsWrittenOutIsATable() {
    String source = "|a|b|c|d|e|\n|-|-|-|-|-|\n" + "|one|two|three|four|five|\n".repeat(6000);
    Block.Table table = assertInstanceOf(Block.Table.class, first(source));
    assertEquals(6000, table.rows().size());
  }

  @Test
  void anAuthorsIdOfAHeadingIsItsIdAndNotShown() {
    Block.Heading h = assertInstanceOf(Block.Heading.class, first("## A *b* {#my-id}\n"));
    assertEquals("my-id", h.id());
    assertEquals("A b", Inline.plainText(h.content()));
    Block.Heading code = assertInstanceOf(Block.Heading.class, first("## Use {#if x} or {#y\n"));
    assertEquals("Use {#if x} or {#y", Inline.plainText(code.content()));
  }

  @Test
  void whatOtherSiteMakersFenceIsCode() {
    String source =
        """
        {% highlight ruby linenos %}
        # it's *no* heading

        puts "x"
        {% endhighlight %}

        - item

          {{< highlight go "linenos=table" >}}
          func main() {}
          {{< / highlight >}}

        $$
        a_1 &= b_1 \\\\
        c_2
        $$
        after

        $$ x_1 * y_1 * z $$

        $$ is the process, and $$ too.

        $$

        open
        """;
    List<Block> blocks = Markdown.parse(source, 1).blocks();
    Block.CodeBlock ruby = assertInstanceOf(Block.CodeBlock.class, blocks.get(0));
    assertEquals("ruby", ruby.language());
    assertEquals("# it's *no* heading\n\nputs \"x\"\n", ruby.literal());
    Block.ListBlock list = assertInstanceOf(Block.ListBlock.class, blocks.get(1));
    Block.CodeBlock go =
        assertInstanceOf(Block.CodeBlock.class, list.items().getFirst().blocks().get(1));
    assertEquals("func main() {}\n", go.literal());
    assertEquals(
        "a_1 &= b_1 \\\\\nc_2\n", assertInstanceOf(Block.CodeBlock.class, blocks.get(2)).literal());
    assertEquals("after", words(blocks.get(3)));
    assertEquals(
        " x_1 * y_1 * z \n", assertInstanceOf(Block.CodeBlock.class, blocks.get(4)).literal());
    assertTrue(words(blocks.get(5)).startsWith("$$ is the process"));
    assertEquals("open", words(blocks.getLast()));
  }

  @Test
  void languagesAreNamedInManyWays() {
    for (String info :
        List.of("js", "JS title=\"x\" {4-6}", "js{1,3}", "{.js .x}", "js,a", "js:a", "language-js"))
      assertEquals("js", InfoString.parseLanguage(info), info);
    Block pre = first("<pre><code class=\"lang-js hljs\">let x\n</code></pre>\n");
    assertEquals("js", assertInstanceOf(Block.CodeBlock.class, pre).language());
  }

  @Test
  void anAlertMayHaveATitle() {
    Block.Alert alert =
        assertInstanceOf(Block.Alert.class, first("> [!tip]- Read *this*\n> Text\n"));
    assertEquals(Block.Alert.Kind.TIP, alert.kind());
    assertEquals("Read this", Inline.plainText(alert.title()));
    assertEquals("Text", words(alert.blocks().getFirst()));
    Block.Alert other = assertInstanceOf(Block.Alert.class, first("> [!any-word] x\n"));
    assertEquals("Any word", other.label());
    assertInstanceOf(Block.BlockQuote.class, first("> [!] x\n"));
  }

  @Test
  void spansOfHtmlCellsKeepColumnsInTheirPlaces() {
    String source =
        "<table><tr><td rowspan=2>a</td><td colspan=99>b</td></tr><tr><td>c</td></tr></table>\n";
    Block.Table table = assertInstanceOf(Block.Table.class, first(source));
    assertEquals(2, table.rows().get(0).size());
    assertEquals(List.of(), table.rows().get(1).get(0).content());
    assertEquals("c", Inline.plainText(table.rows().get(1).get(1).content()));
  }

  private static Block first(String source) {
    return Markdown.parse(source, 1).blocks().getFirst();
  }

  private static String words(Block block) {
    return Inline.plainText(assertInstanceOf(Block.Paragraph.class, block).content());
  }
}
