package lectern.markdown;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnclosedHtmlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a {",
        "x <a b={ ",
        "x <a b={ \n\n",
        "<img s={{a:1}}/>",
        "{/* a ",
        "\n\n{/* a\n",
        "<A>\n",
        "</A>",
        "a <script> ",
        "a <ol><li>",
        "a<hr>",
        "<sub>2",
        "> <div>\n\n",
        "- <div a={\n\n",
        "import A from 'a'\n\n<A>\n\n",
        "export const a = {\n\n",
        "<A>\n  ```\n x\n  ```\n",
      })
  void whatIsNeverClosedLosesNoWordsAfterIt(String piece) {
    for (int times : new int[] {1, 1_000, 20_000}) {
      String source = piece.repeat(times) + "\n\nlast words\n";
      for (boolean mdx : new boolean[] {false, true})
        assertTrue(
            Markdown.parse(source, 1, mdx).blocks().toString().contains("last words"),
            piece + " x " + times + ", mdx: " + mdx);
    }
  }
}
