package lectern.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.Gen;
import lectern.Property;
import lectern.markdown.Document;
import lectern.markdown.Markdown;
import lectern.text.DisplayWidth;
import lectern.text.Line;
import lectern.text.Role;
import lectern.text.Sanitizer;
import lectern.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
  private static final List<Integer> WIDTHS = List.of(1, 2, 3, 5, 8, 13, 20, 40, 80, 131, 200);

  @Test
  void everyExampleOfTheSpecHoldsAtEveryWidth() {
    List<Spec.Example> examples = Spec.examples();
    assertEquals(652, examples.size());
    for (Spec.Example example : examples) {
      Document document = Markdown.parse(example.markdown(), 1);
      for (int width = 1; width <= 200; width++)
        holds(document, width, "example " + example.number());
    }
  }

  /**
   * The words of the source, whatever the parser made of them, stand on the page in their order.
   */
  @Test
  void wordsOfTheSourceStandOnThePageInTheirOrder() {
    Property.check(200, LayoutTest::counted, LayoutTest::checkOrderOfWords);
  }

  private static void checkOrderOfWords(String source) {
    for (int width : WIDTHS) {
      StringBuilder found = new StringBuilder();
      for (Line line : page(Markdown.parse(source, 1), width).lines())
        found.append(line.textWithoutDecor());
      int at = -1;
      for (int word = 1; source.contains("w" + word + "z"); word++) {
        int next = found.indexOf("w" + word + "z");
        assertTrue(next > at, source + " at " + width + ": w" + word + "z in " + found);
        at = next;
      }
    }
  }

  @Test
  void aHeadingHasOneEmptyRowUnderTheCardAndTwoUnderText() {
    PostHeader header = new PostHeader("T", "", List.of(), List.of(), List.of());
    Document document = Markdown.parse("# A\n\ntext\n\n## B\n", 1);
    Page page = page(header, document, 8);
    List<String> rows = new ArrayList<>();
    for (Line line : page.lines()) rows.add(line.textWithoutDecor());
    assertEquals(List.of("T", "", "", "A", "", "text", "", "", "B"), rows);
  }

  @Test
  void anythingNestedInAnythingHolds() {
    Property.check(300, LayoutTest::documents, LayoutTest::holdsAtAllWidths);
  }

  @Test
  void arbitraryTextHolds() {
    Property.check(500, Gen::text, LayoutTest::holdsAtAllWidths);
  }

  private static void holdsAtAllWidths(String source) {
    Document document = Markdown.parse(source, 1);
    for (int width : WIDTHS) holds(document, width, source);
  }

  @Test
  void placesSurviveOtherWidths() {
    Property.check(100, LayoutTest::documents, LayoutTest::checkPlaces);
  }

  private static void checkPlaces(String source) {
    Document document = Markdown.parse(source, 1);
    Page wide = page(document, 80);
    Page narrow = page(document, 23);
    for (int row = 0; row < wide.lines().size(); row++) {
      ReadingPosition place = wide.positionOf(row);
      ReadingPosition there = narrow.positionOf(narrow.rowOf(place));
      assertEquals(place.block(), there.block(), source);
      assertTrue(there.offset() <= place.offset(), source);
    }
  }

  @Test
  void anAddressThatNeverEndsIsTextAndLaidOutInLinearTime() {
    Document document = Markdown.parse("http://a.b/".repeat(40_000) + "\n", 1);
    assertTimeout(Duration.ofSeconds(8), () -> page(document, 40));
    assertEquals(List.of(), page(document, 40).links());
  }

  @Test
  void noRowEndsInTheSpaceOfAPrefix() {
    String source = "> - a\n>\n>   b\n>\n>   ```\n>\n>   ```\n\n1.\n\n   - \n\n     c\n";
    for (Line line : page(Markdown.parse(source, 1), 40).lines()) {
      assertEquals(line.text().stripTrailing(), line.text());
    }
  }

  @Test
  void theSpaceOfJapaneseIsLeftOutWhereARowEnds() {
    List<Line> lines = page(Markdown.parse("日本語\u3000全角\n", 1), 6).lines();
    assertEquals(List.of("日本語", "全角"), lines.stream().map(Line::text).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "比如某某 GTK 和 QT ，当然也包括 Electron 。还有（ 括号 ）以及「 引号 」。",
        "Il a dit « bonjour » ! Et puis : rien ; non ? Oui ( peut-être ) .",
        "emoji :) and dots . . . and [ brackets ] { braces } ; done !",
      })
  void noRowBeginsWithClosingPunctuationNorEndsWithOpening(String source) {
    for (int width = 16; width < 60; width++)
      for (Line line : page(Markdown.parse(source, 1), width).lines()) {
        String text = line.text();
        assertFalse(text.matches("(?s)[，。）」»!;?:.\\])}].*"), width + ": " + text);
        assertFalse(text.matches("(?s).*[（「«(\\[{]"), width + ": " + text);
      }
  }

  @Test
  void aSignThatBeginsAWordMayBeginARow() {
    List<Line> lines = page(Markdown.parse("the runtime .NET and (x)\n", 1), 12).lines();
    assertEquals(List.of("the runtime", ".NET and (x)"), lines.stream().map(Line::text).toList());
  }

  @Test
  void addressesAndOptionsAreNotBrokenAtTheirHyphens() {
    List<Line> lines =
        page(Markdown.parse("see `--dry-run` at x.org/a-b, well-known\n", 1), 10).lines();
    assertEquals(
        List.of("see", "--dry-run", "at", "x.org/a-b,", "well-known"),
        lines.stream().map(Line::text).toList());
  }

  @Test
  void theSpaceAfterALinkAtALineEndIsNoLink() {
    Page page = page(Markdown.parse("see https://a.org/b\nand on\n", 1), 40);
    assertEquals("see https://a.org/b and on", page.lines().getFirst().text());
    assertEquals("https://a.org/b", page.links().getFirst().text());
  }

  @Test
  void footnotesAndLinksHaveMarksOfTheirOwn() {
    Layout.Options options = new Layout.Options(40, Glyphs.UNICODE, true, true, true, Set.of());
    Document document = Markdown.parse("a[^x] [b](c.md)\n\n[^x]: note\n", 1);
    List<String> rows =
        Layout.of(PostHeader.NONE, document, options).lines().stream().map(Line::text).toList();
    assertEquals("a[^1] b [1]", rows.getFirst());
    assertTrue(rows.contains("[^1] note"));
    assertEquals("[1] c.md", rows.getLast());
  }

  @Test
  void koreanWordsKeepTheSpaceOfALineEnd() {
    assertEquals("한국어 문장", page(Markdown.parse("한국어\n문장\n", 1), 40).lines().getFirst().text());
    assertEquals("日本語の文", page(Markdown.parse("日本語\nの文\n", 1), 40).lines().getFirst().text());
  }

  @Test
  void wordsAreFoundAcrossRows() {
    Page page = page(Markdown.parse("> one two thrée **four** five\n", 1), 10);
    Page.Match hit = page.find("three four").getFirst();
    assertEquals(2, hit.ranges().size());
    assertEquals(1, page.find("TWO").size() + page.find("two").size());
  }

  private static void holds(Document document, int width, String of) {
    Page page = page(document, width);
    Page endless = page(document, 0);
    String where = of + " at " + width;
    for (Line line : page.lines()) {
      int most = Math.max(width, widthOfOneCluster(line));
      assertTrue(line.width() <= most, () -> where + ": " + line.text());
      assertTrue(line.text().codePoints().noneMatch(Sanitizer::isUnsafe), where);
      if (!isCode(line)) assertFalse(line.text().endsWith(" "), where);
    }
    assertEquals(letters(endless), letters(page), where);
    assertEquals(titles(endless), titles(page), where);
    assertEquals(targets(endless), targets(page), where);
  }

  /**
   * A cluster that is wider than its row is the one thing that may stand out, whatever stands
   * before it: see {@link LineBreaker}.
   */
  private static int widthOfOneCluster(Line line) {
    String own = line.textWithoutDecor();
    boolean one = !own.isEmpty() && DisplayWidth.nextGrapheme(own, 0) == own.length();
    return one && DisplayWidth.of(own) > 1 ? line.width() : 1;
  }

  private static boolean isCode(Line line) {
    for (Span span : line.spans())
      if (span.roles().has(Role.CODE_BLOCK) || span.roles().has(Role.CODE)) return true;
    return false;
  }

  static Page page(Document document, int width) {
    return page(PostHeader.NONE, document, width);
  }

  private static Page page(PostHeader header, Document document, int width) {
    return Layout.of(
        header, document, new Layout.Options(width, Glyphs.UNICODE, false, false, true, Set.of()));
  }

  private static String letters(Page page) {
    StringBuilder out = new StringBuilder();
    for (Line line : page.lines()) {
      for (Span span : line.spans()) {
        if (span.roles().has(Role.DECOR) || span.roles().has(Role.TABLE_HEAD)) continue;
        span.text()
            .codePoints()
            .filter(c -> !Character.isWhitespace(c))
            .forEach(out::appendCodePoint);
      }
    }
    return out.codePoints()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<String> titles(Page page) {
    List<String> out = new ArrayList<>();
    for (Page.HeadingRow heading : page.headings())
      out.add(heading.level() + heading.title() + "#" + heading.id());
    return out;
  }

  private static Set<String> targets(Page page) {
    Set<String> out = new java.util.TreeSet<>();
    for (Page.LinkSpans link : page.links()) out.add(link.target());
    return out;
  }

  /** Blocks in blocks, every word in them with its number. */
  private static String counted(Random random) {
    String[] blocks = {
      "W *W* `W` ~~W~~ <b>W</b> [W](/to) W",
      "# W W",
      "- W\n- W\n\n  W",
      "7. W\n8. W\n   - W",
      "> W\n> W",
      "> [!TIP] W\n> W",
      "```java\nW W // W\n```",
      "    W\n    W",
      "<details><summary>W</summary>\n\nW\n\n</details>",
      "<table><tr><td rowspan=2>W</td><td>W</td></tr><tr><td>W</td></tr></table>",
      "<ul><li>W<p>W</p></li><li>W</li></ul>",
      "<dl><dt>W</dt><dd>W</dd></dl>",
      "<div><p>W <del>W</del><br>W</p>W</div>",
      "<blockquote>W <i>W",
      "Wの日本語、W。W"
    };
    String[] prefixes = {"", "> ", "- ", "1. > ", "> - > ", "- - "};
    List<String> parts = Gen.list(random, 6, r -> prefixed(Gen.of(r, blocks), Gen.of(r, prefixes)));
    return counted(String.join("\n\n", parts) + "\n");
  }

  /** The first line with the prefix, the others with what continues it. */
  private static String prefixed(String block, String prefix) {
    String rest = prefix.replace('-', ' ').replace("1.", "  ");
    return prefix + block.replace("\n", "\n" + rest);
  }

  private static String counted(String source) {
    StringBuilder out = new StringBuilder();
    int word = 0;
    for (char c : source.toCharArray()) {
      if (c == 'W') out.append('w').append(++word).append('z');
      else out.append(c);
    }
    return out.toString();
  }

  private static String documents(Random random) {
    String[] words = {
      "word",
      "a",
      "日本語、です。",
      "👩‍🔬",
      "e\u0301t",
      "`code `",
      "**bold *it***",
      "[link](to.md)",
      "<b>x</b>",
      "[^1]",
      "https://example.org/very/long/path?query=string&more=1",
      "supercalifragilistic",
      "~~no~~",
      "a<br>b",
      "\u001b[31m",
      "\u202e"
    };
    String[] blocks = {
      "%s\n",
      "# %s\n",
      "```js\nlet x = 1\t// y\n```\n",
      "| a | b |\n|---|:-:|\n| %s | x |\n",
      "- %s\n",
      "1. %s\n   - [x] y\n",
      "> %s\n",
      "> [!NOTE]\n> %s\n",
      "<details><summary>s</summary>\n\n%s\n\n</details>\n",
      "---\n",
      "[^1]: note %s\n",
      "<div>\n%s\n",
      "<table><tr><td>%s</td></tr></table>\n"
    };
    String[] prefixes = {"", "> ", "- ", "    ", "> - ", "1. > ", "> > > "};
    List<String> parts =
        Gen.list(
            random,
            8,
            r -> {
              String text = String.join(" ", Gen.list(r, 12, s -> Gen.of(s, words)));
              String prefix = Gen.of(r, prefixes);
              return Gen.of(r, blocks)
                  .replace("%s", text)
                  .indent(0)
                  .lines()
                  .map(line -> prefix + line + "\n")
                  .collect(Collectors.joining());
            });
    return String.join("\n", parts);
  }
}
