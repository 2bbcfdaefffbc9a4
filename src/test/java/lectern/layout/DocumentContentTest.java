package lectern.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lectern.markdown.Document;
import lectern.markdown.Markdown;
import lectern.text.Anchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a document agrees with what stands on its page. */
class DocumentContentTest {
  static Stream<String> sources() throws IOException {
    Stream<String> pages = GoldenTest.pages().stream().map(DocumentContentTest::read);
    Stream<String> posts =
        Files.list(Path.of("posts")).filter(Files::isRegularFile).map(DocumentContentTest::read);
    Stream<String> spec = Spec.examples().stream().map(Spec.Example::markdown);
    return Stream.of(pages, posts, spec).flatMap(s -> s);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void headingsLinksAndCodeAreThoseOfThePage(String source) {
    Document document = Markdown.parse(source, 1);
    Page page = LayoutTest.page(document, 0);
    assertEquals(
        page.headings().stream().map(h -> h.level() + h.id() + h.title()).toList(),
        document.headings().stream().map(h -> h.level() + h.id() + h.plainText()).toList());
    assertEquals(
        page.links().stream().map(link -> link.target() + " " + link.text()).toList(),
        document.links().stream().map(link -> link.target() + " " + link.text()).toList());
    assertEquals(
        codeBlockStarts(page),
        document.codeBlocks().stream().map(code -> code.language() + " " + code.line()).toList());
  }

  private static List<String> codeBlockStarts(Page page) {
    List<String> out = new ArrayList<>();
    for (Page.CodeRows block : page.codeBlocks()) {
      assertEquals(out.size() + 1, block.number());
      Anchor anchor = page.lines().get(block.row()).anchor();
      Anchor.CodeBlockStart start = assertInstanceOf(Anchor.CodeBlockStart.class, anchor);
      out.add(start.language() + " " + start.line());
    }
    return out;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[日本\n語](x)",
        "a [ b `c  d` ](x) e",
        "[![](i.png)](x) ![alt](j.png)",
        "[a](x)[b](x) [c](y)",
        "[H<sub>2</sub>O and x<sup>n+1</sup>](x)",
        "[a\\\nb](x)",
        "word[^1] and [in\u00adside[^1]](x)\n\n[^1]: a [note](y)",
        "[](x) [no](javascript:x) <https://example.org>",
        "> [!NOTE] See [this](x)\n> text",
        "- [a](x)\n\n  [b](y)\n",
        "| a [h](h) | b |\n|---|---|\n| [c](x) | [d](y) |\n",
      })
  void linksReadAsThePageShowsThem(String source) {
    headingsLinksAndCodeAreThoseOfThePage(source);
  }

  @Test
  void aLinkKnowsTheLineOfItsBlock() {
    String source = "one\n\n[a](x)\n\n| [h](h) |\n|---|\n| [b](y) |\n\nend[^1]\n\n[^1]: [c](z)\n";
    List<Document.Link> links = Markdown.parse(source, 10).links();
    assertEquals(
        List.of("x 12", "h 14", "y 16", "#fn-1 18", "z 20"),
        links.stream().map(link -> link.target() + " " + link.line()).toList());
  }
}
