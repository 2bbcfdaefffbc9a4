package lectern.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lectern.library.Library;
import lectern.links.LinkResolver;
import lectern.links.Target;
import lectern.markdown.HeadingText;
import lectern.post.Catalog;
import lectern.post.Entry;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where links lead, once with the files on disk, as {@code lectern check} asks, and once with the
 * catalog alone, as the reader does. A case is a tree and lines {@code href => target}; what the
 * catalog alone cannot know stands behind a bar.
 */
class LinkAgreementTest {
  private static final Path CASES = Path.of("src/test/resources/cases/links");

  @TempDir Path folder;

  /** Whether notes link to each other by name. */
  private boolean isVault;

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readerAndCheckAgree(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Path root = folder;
    Catalog catalog = null;
    Entry from = null;
    List<String> actual = new ArrayList<>();
    for (String line : lines) {
      String rest = line.substring(line.indexOf(' ') + 1);
      if (line.startsWith("file ")) write(rest);
      if (line.equals("vault")) isVault = true;
      if (line.startsWith("posts ")) root = folder.resolve(rest).normalize();
      if (line.startsWith("from ")) {
        catalog = Library.of(root, null, HeadingText::of).read();
        from = find(rest, catalog);
      }
      int arrow = line.indexOf(" => ");
      actual.add(arrow < 0 ? line : answer(line.substring(0, arrow), from, catalog, root));
    }
    assertEquals(String.join("\n", lines), String.join("\n", actual));
  }

  private String answer(String href, Entry from, Catalog catalog, Path root) {
    String disk =
        describe(LinkResolver.of(catalog, new SiteIndex(root, isVault)).resolve(from, href));
    String alone = describe(LinkResolver.of(catalog).resolve(from, href));
    return href + " => " + disk + (disk.equals(alone) ? "" : " | " + alone);
  }

  private static String describe(Target target) {
    return switch (target) {
      case Target.SamePost same -> "here#" + same.fragment();
      case Target.OtherPost other ->
          "post "
              + other.entry().name()
              + (other.fragment().isEmpty() ? "" : "#" + other.fragment());
      case Target.SiteFile file -> "file " + file.name();
      case Target.UnlistedFile file -> "unlisted " + file.name();
      case Target.External web -> "web " + web.uri();
      case Target.Unverifiable unknown -> "unknown " + unknown.name();
      case Target.Broken broken -> broken.reason() + " " + broken.name();
    };
  }

  /** A path, and after a space the lines of its front matter, cut at semicolons. */
  private void write(String words) throws IOException {
    int space = words.indexOf(' ');
    Path file = folder.resolve(space < 0 ? words : words.substring(0, space));
    Files.createDirectories(file.getParent());
    String fields = space < 0 ? "" : words.substring(space + 1).replace("; ", "\n") + "\n";
    Files.writeString(file, "---\n" + fields + "---\n");
  }

  private static Entry find(String name, Catalog catalog) {
    for (Entry entry : catalog.entries()) if (entry.name().equals(name)) return entry;
    throw new IllegalArgumentException("no post " + name);
  }
}
