package lectern.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import lectern.markdown.Markdown;
import lectern.text.Line;

/** Prints a Markdown file as it is laid out, for eyes: {@code Look FILE WIDTH}. */
final class LayoutPrinter {
  private LayoutPrinter() {}

  static void main(String[] args) throws IOException {
    String source = Files.readString(Path.of(args[0]));
    System.out.print(text(source, Integer.parseInt(args[1]), true));
  }

  /** What a pipe would get: headings carry their {@code #}, links are numbered. */
  static String text(String source, int width, boolean mdx) {
    Layout.Options options = new Layout.Options(width, Glyphs.UNICODE, true, true, true, Set.of());
    StringBuilder out = new StringBuilder();
    try {
      Layout.writeTo(
          PostHeader.NONE,
          Markdown.parse(source, 1, mdx),
          options,
          (Line line) -> out.append(line.text()).append('\n'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
