package lectern.markdown;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks of generators that are never closed, or nested deeper than anyone writes. */
class DialectBlocksTest {
  private static final int MANY = 20_000;

  @Test
  void textIsKeptWhateverIsNeverClosed() {
    for (String opening :
        List.of(
            ":::note\n",
            "!!! note\n",
            "??? note\n",
            "=== \"t\"\n",
            "{% note %}\n",
            "{{< tip >}}\n",
            "{% raw %}\n",
            "{% comment %}\n",
            "{# ",
            "{{/* ",
            "{% x ",
            "> [!x]\n",
            "Term\n: ",
            "- {% note %}\n  x\n\n{% endnote %}\n"))
      assertTrue(Markdown.parse(opening.repeat(MANY) + "\nkept", 1).toString().contains("kept"));
  }

  @Test
  void deepNestingIsRead() {
    StringBuilder colons = new StringBuilder();
    StringBuilder indents = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      colons.append(":".repeat(1003 - i)).append("note\n");
      indents.append("    ".repeat(i)).append("!!! note\n");
    }
    String tags = "{% note %}\n".repeat(1000) + "kept\n\n" + "{% endnote %}\n".repeat(1000);
    for (String source : List.of(colons + "kept\n", indents + "    ".repeat(1000) + "kept\n", tags))
      assertTrue(Markdown.parse(source, 1).toString().contains("kept"));
  }
}
