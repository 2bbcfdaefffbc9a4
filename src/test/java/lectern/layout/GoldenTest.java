package lectern.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages as they look at 40 and 80 columns. {@code -Dgolden.write=true} rewrites them; read the
 * diff.
 */
class GoldenTest {
  private static final Path PAGES = Path.of("src/test/resources/pages");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void looksAsItDid(Path page) throws IOException {
    String source = Files.readString(page);
    for (int width : new int[] {40, 80}) {
      String name = page.getFileName().toString().replace(".md", "." + width + ".txt");
      Path golden = page.resolveSibling(name);
      String text = LayoutPrinter.text(source, width, false);
      if (Boolean.getBoolean("golden.write")) Files.writeString(golden, text);
      assertEquals(Files.readString(golden), text, name);
    }
  }

  @Test
  void thereArePages() throws IOException {
    assertFalse(pages().isEmpty());
  }
}
