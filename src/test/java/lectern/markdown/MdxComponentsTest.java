package lectern.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.markdown.dialect.MdxComponents;
import org.junit.jupiter.api.Test;

class MdxComponentsTest {
  @Test
  void whatStandsInComponentsIsMarkdownAndLinesKeepTheirNumbers() {
    String source =
        """
        <Tabs>
            <TabItem
              label="npm"
              icon={<Icon name="x" />}
            >
                Some *text*.

                ```sh
                npm install x
                  indented
                ```
            </TabItem>
        </Tabs>

        ## After
        """;
    List<Block> blocks = Markdown.parse(source, 1, true).blocks();
    assertEquals(4, blocks.size());
    assertEquals("npm", words(blocks.get(0)));
    assertEquals("Some text.", words(blocks.get(1)));
    Block.CodeBlock code = assertInstanceOf(Block.CodeBlock.class, blocks.get(2));
    assertEquals("npm install x\n  indented\n", code.literal());
    assertEquals(15, assertInstanceOf(Block.Heading.class, blocks.get(3)).line());
  }

  @Test
  void titlesLinksAndPicturesOfComponentsStay() {
    assertEquals(
        "![A hero](<>)\n[Read on](<next.md>): More\n**New**  text",
        MdxComponents.removeTags(
            """
            <Image src={hero} alt="A hero" />
            <LinkCard title="Read on" href="next.md" description="More" />
            <Badge text="New" />text\
            """
                .replace("**", "")));
    assertEquals(
        "see <a href=\"x.md\">the docs</a> here",
        MdxComponents.removeTags("see <Link to=\"x.md\">the docs</Link>{\" \"}here"));
  }

  @Test
  void commentsFragmentsAndProgramInAttributesGo() {
    assertEquals("a  b c", MdxComponents.removeTags("a {/* why */} b <>c</>"));
    assertEquals(
        "<p id=\"x\">text</p>", MdxComponents.removeTags("<p id=\"x\" style={{a: '>'}}>text</p>"));
  }

  @Test
  void codeAndComparisonsStayAsTheyAre() {
    for (String text :
        List.of("`<Foo>` and `{/* x */}`", "a < B and c > d", "{props.name}", "<https://x.org/A>"))
      assertEquals(text, MdxComponents.removeTags(text));
    String fenced = "```jsx\n<Foo />\n{/* x */}\n```";
    assertEquals(fenced, MdxComponents.removeTags(fenced));
  }

  @Test
  void componentsInListsLeaveTheListWhole() {
    String source = "1. Step\n\n   <Aside>\n     Inside.\n   </Aside>\n\n2. Next\n";
    List<Block> blocks = Markdown.parse(source, 1, true).blocks();
    Block.ListBlock list = assertInstanceOf(Block.ListBlock.class, blocks.getFirst());
    assertEquals(2, list.items().size());
    assertEquals("Inside.", words(list.items().getFirst().blocks().getLast()));
  }

  @Test
  void whatOnlyBeginsLikeATagIsReadInLinearTime() {
    for (String piece : List.of("<A ", "{", "<A b={", "<A>\n  ", "</A>", "<A b=\"", "`", "{\"")) {
      String source = piece.repeat(200_000 / piece.length());
      long start = System.nanoTime();
      assertTrue(MdxComponents.removeTags(source).length() >= 0);
      assertTrue(System.nanoTime() - start < 5_000_000_000L, piece);
    }
  }

  private static String words(Block block) {
    return Inline.plainText(assertInstanceOf(Block.Paragraph.class, block).content());
  }
}
