package lectern.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import lectern.Gen;
import lectern.Property;
import lectern.markdown.HeadingText;
import lectern.markdown.Markdown;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.Query;
import lectern.post.Tag;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Entry only() {
    List<Entry> entries = Library.of(folder, null, HeadingText::of).read().entries();
    assertEquals(1, entries.size());
    return entries.getFirst();
  }

  private Post post(String text) throws IOException {
    write("a.md", text);
    return assertInstanceOf(Post.class, only());
  }

  private BrokenPost broken(String text) throws IOException {
    write("a.md", text);
    return assertInstanceOf(BrokenPost.class, only());
  }

  @Test
  void anEmptyFolderIsAnEmptyCatalog() {
    assertEquals(List.of(), Library.of(folder, null, HeadingText::of).read().entries());
  }

  @Test
  void everySpellingOfTheFields() throws IOException {
    Post yaml =
        post(
            "---\n"
                + "title: T\n"
                + "summary: S\n"
                + "date: 2026-01-02\n"
                + "lastmod: 2026-02-03\n"
                + "categories: a, b\n"
                + "author: X\n"
                + "published: false\n"
                + "---\n");
    assertEquals("T", yaml.title());
    assertEquals("S", yaml.description());
    assertEquals("2026-01-02", yaml.date().get().day().toString());
    assertEquals("2026-02-03", yaml.updated().get().day().toString());
    assertEquals(List.of(Tag.of("a"), Tag.of("b")), yaml.tags());
    assertEquals(List.of("X"), yaml.authors());
    assertTrue(yaml.draft());
    Post toml =
        post(
            "+++\n"
                + "title = \"T\"\n"
                + "date = 2026-01-02T10:00:00Z\n"
                + "[taxonomies]\n"
                + "tags = [\"x\"]\n"
                + "[extra]\n"
                + "author = \"Y\"\n"
                + "+++\n");
    assertEquals("2026-01-02", toml.date().get().day().toString());
    assertEquals(List.of(Tag.of("x")), toml.tags());
    assertEquals(List.of("Y"), toml.authors());
  }

  @Test
  void valuesStayWhatWasWritten() throws IOException {
    assertEquals("NO", post("---\ntitle: NO\n---\n").title());
    assertEquals("1.10", post("---\ntitle: 1.10\n---\n").title());
    assertEquals("12:30", post("---\ntitle: 12:30\n---\n").title());
    assertEquals(
        List.of("0123", "yes"),
        post("---\ntags: [0123, yes]\n---\n").tags().stream().map(Tag::name).toList());
  }

  @Test
  void tagsInEveryShape() throws IOException {
    assertEquals(
        List.of("a", "b c"),
        post("---\ntags: a, b c\n---\n").tags().stream().map(Tag::name).toList());
    assertEquals(List.of("7"), post("---\ntags: 7\n---\n").tags().stream().map(Tag::name).toList());
    assertEquals(List.of(), post("---\ntags: null\n---\n").tags());
    assertEquals(
        List.of("x", "y"),
        post("---\ntags: [x, [y, X]]\n---\n").tags().stream().map(Tag::name).toList());
  }

  @Test
  void withoutATitleTheHeadingOrTheName() throws IOException {
    assertEquals("A heading", post("# A *heading*\n").title());
    assertEquals("Under lined", post("Under lined\n===\n").title());
    write("a.md", "text\n");
    assertEquals("A", only().title());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# C# in `a_b` & [docs](x.md \"t\") ##|C# in a_b & docs",
        "# [WIP] snake_case _really_ 2 * 3|[WIP] snake_case really 2 * 3",
        "# ![logo](l.png) Tom &amp; J&#233;r&#x27;s <em>x</em> {#own}|logo Tom & Jér's x",
        "# ~~Old~~ \\*new\\* <https://x.y>[^1]|Old *new* https://x.y",
        "- item\n---\n\n# Real|Real",
        "> quote\n---\n\n# Real|Real",
        "<!--\n# no\n-->\n# Real|Real",
        "````md\n```\n# no\n```\n````\n# Real|Real",
        "    # no\n\nTwo lines\nof it\n===|Two lines of it",
        "***\nAfter a rule\n---|After a rule",
      })
  void theFirstHeadingIsTheTitle(String words) throws IOException {
    int cut = words.lastIndexOf('|');
    assertEquals(words.substring(cut + 1), post(words.substring(0, cut) + "\n\ntext\n").title());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain, in short: really?",
        "Zwo\u0308lf *k\u00e9y* words",
        "A `x < y` & **b** &hellip; <kbd>C</kbd>",
        "See [docs][1] and [^n] {#own}",
        "Über uns \u2013 <em>x</em>"
      })
  void theTitleIsTheHeadingOfThePage(String heading) throws Exception {
    Post post = post("# " + heading + "\n\n[1]: x.md\n[^n]: Note.\n");
    String body = PostFiles.readBody(post.path()).text();
    assertEquals(Markdown.parse(body, 1).headings().getFirst().plainText().strip(), post.title());
  }

  @Test
  void pagesOfADiaryDraftsAndSections() throws IOException {
    write("2026-03-04.md", "x");
    assertEquals("2026-03-04", only().slug());
    assertEquals("2026-03-04", only().title());
    assertEquals("2026-03-04", ((Post) only()).date().get().day().toString());
    Files.delete(only().path());
    write("posts/_index.md", "x");
    assertEquals("posts", only().slug());
    Files.delete(only().path());
    write("_drafts/idea.md", "x");
    assertTrue(((Post) only()).draft());
    write("_drafts/idea.md", "---\ndraft: false\n---\n");
    assertFalse(((Post) only()).draft());
  }

  @Test
  void tabsAfterNamesMergedTablesAndTextBetweenRules() throws Exception {
    Post tabs = post("---\ntitle:\t\tT\ntags:\n-\ta\ndate:\t2026-01-02\n---\n");
    assertEquals("T", tabs.title());
    assertEquals(List.of(Tag.of("a")), tabs.tags());
    assertTrue(tabs.date().isPresent());
    Post merged = post("---\nbase: &b {title: Base, author: A}\n<<: [*b]\ntitle: Own\n---\nx\n");
    assertEquals("Own", merged.title());
    assertEquals(List.of("A"), merged.authors());
    post("---\n\nA rule and text\n\n---\n\n# H\n");
    assertTrue(PostFiles.readBody(folder.resolve("a.md")).text().contains("A rule and"));
  }

  @Test
  void whatIsWrongIsSaidInPlainWords() throws IOException {
    assertTrue(said("---\ntitle: *a* b\n---\n").contains("must be in quotes"));
    assertTrue(said("---\ntitle: %a\n---\n").contains("begins with % must be in quotes"));
    assertTrue(said("---\ntitle: 'it's'\n---\n").contains("written twice"));
    assertTrue(said("---\ntitle: a\u0000b\n---\n").contains("control character"));
    assertTrue(said("+++\na = " + "[".repeat(30) + "]".repeat(30) + "\n+++\n").contains("20"));
    assertTrue(said("+++\na = " + "[".repeat(9000) + "]".repeat(9000) + "\n+++\n").contains("20"));
    assertTrue(said("---\na: |\n" + "  yyyyyyyyy\n".repeat(9000) + "---\n").contains("64 KiB"));
  }

  private String said(String text) throws IOException {
    return broken(text).reason().message();
  }

  @Test
  void namesMakeSlugsAndDates() throws IOException {
    write("b/2026-03-04-hello_there.md", "x");
    Post post = (Post) only();
    assertEquals("b/hello_there", post.slug());
    assertEquals("Hello there", post.title());
    assertEquals("2026-03-04", post.date().get().day().toString());
    Files.delete(post.path());
    write("b/index.md", "x");
    assertEquals("b", only().slug());
  }

  @Test
  void aBrokenPostSaysWhere() throws IOException {
    BrokenPost colon = broken("---\ntitle: ok\ndescription: a: b\n---\ntext\n");
    assertEquals(3, colon.reason().line());
    assertEquals(15, colon.reason().column());
    assertTrue(colon.readable());
    assertTrue(broken("---\ntitle: x\n").reason().message().contains("never ends"));
    assertTrue(broken("---\n- a\n- b\n---\n").reason().message().contains("a list"));
    assertTrue(broken("---\nhello\n---\n").reason().message().contains("one text"));
    assertTrue(broken("---\na:\n\tb: c\n---\n").reason().message().contains("tab"));
    BrokenPost twice = broken("---\ntitle: a\ntitle: b\n---\n");
    assertEquals(3, twice.reason().line());
    assertTrue(twice.reason().message().contains("twice"));
    assertTrue(broken("+++\ntitle = \n+++\n").reason().line() >= 2);
  }

  @Test
  void anEmptyFrontMatterIsNone() throws IOException {
    assertEquals("A", post("---\n---\ntext\n").title());
    assertEquals("A", post("---\n\ntext after a rule\n").title());
  }

  @Test
  void aDayThatNoCalendarHas() throws IOException {
    Post post = post("---\ntitle: T\ndate: 2026-02-31\n---\n");
    assertTrue(post.date().isEmpty());
    assertEquals(3, post.diagnostics().getFirst().line());
  }

  @Test
  void encodings() throws Exception {
    assertEquals("T", post("\ufeff---\r\ntitle: T\r\n---\r\nx\r\n").title());
    assertEquals("T", post("---\rtitle: T\r---\rx\r").title());
    Files.write(
        folder.resolve("a.md"), "---\ntitle: Zwölf\n---\n".getBytes(StandardCharsets.UTF_16));
    assertEquals("Zwölf", only().title());
    assertFalse(only().diagnostics().isEmpty());
    Files.write(folder.resolve("a.md"), new byte[] {'#', ' ', 'h', '\n', (byte) 0xff, 0, 'x'});
    assertEquals("h", only().title());
    assertEquals(2, only().diagnostics().getFirst().line());
    assertEquals(
        new String(new char[] {'#', ' ', 'h', '\n', '\ufffd', 0, 'x'}),
        PostFiles.readBody(folder.resolve("a.md")).text());
  }

  @Test
  void damagedTitlesAreRepaired() throws IOException {
    assertEquals("a—b", post("---\ntitle: aâ€”b\n---\n").title());
  }

  @Test
  void limits() throws Exception {
    assertTrue(
        broken("---\nx: " + "y".repeat(70_000) + "\n---\n").reason().message().contains("64 KiB"));
    assertInstanceOf(
        BrokenPost.class,
        PostFiles.load(
                "x.md",
                ("---\na: " + "[".repeat(60) + "]".repeat(60) + "\n---\n")
                    .getBytes(StandardCharsets.UTF_8))
            .entry(HeadingText::of));
    String bomb = "a: &a [x]\n" + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n";
    assertInstanceOf(
        BrokenPost.class,
        PostFiles.load("x.md", ("---\n" + bomb + "---\n").getBytes(StandardCharsets.UTF_8))
            .entry(HeadingText::of));
    Files.delete(folder.resolve("a.md"));
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("a.md").toFile(), "rw")) {
      file.setLength(17L << 20);
    }
    BrokenPost large = assertInstanceOf(BrokenPost.class, only());
    assertFalse(large.readable());
    assertTrue(large.reason().message().contains("16 MiB"));
    assertThrows(UnreadablePostException.class, () -> PostFiles.readBody(folder.resolve("a.md")));
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("a.md").toFile(), "rw")) {
      file.setLength(16L << 20);
    }
    assertInstanceOf(Post.class, only());
  }

  @Test
  void whatCannotBeReadIsInTheListWithItsReason() throws Exception {
    write("good.md", "# Good\n");
    // a regular file, to be opened, and whose first byte cannot be read by anybody
    Path memory = Path.of("/proc/self/mem");
    Assumptions.assumeTrue(Files.exists(memory), "skipped: no /proc here");
    Files.createSymbolicLink(folder.resolve("bad-disk.md"), memory);
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket.md")));
      Path closed = Files.setPosixFilePermissions(write("closed.md", "# C\n"), Set.of());
      Map<String, String> said = new TreeMap<>();
      for (Entry entry : Library.of(folder, null, HeadingText::of).read().entries())
        said.put(
            entry.name(), entry instanceof BrokenPost broken ? broken.reason().message() : "read");
      assertEquals("read", said.get("good.md"));
      assertEquals("not a regular file", said.get("socket.md"));
      assertTrue(said.get("bad-disk.md").length() > 5, said.toString());
      assertFalse(said.get("bad-disk.md").equals("read"), said.toString());
      if (!Files.isReadable(closed)) assertTrue(said.get("closed.md").contains("permission"));
      assertThrows(
          UnreadablePostException.class, () -> PostFiles.readBody(folder.resolve("bad-disk.md")));
      assertThrows(
          UnreadablePostException.class, () -> PostFiles.readBody(folder.resolve("socket.md")));
    }
  }

  @Test
  void linksThatGoRoundEndAndNothingComesTwice() throws IOException {
    write("one/a.md", "# A\n");
    write("two/b.md", "# B\n");
    Files.createSymbolicLink(folder.resolve("one/to-two"), folder.resolve("two"));
    Files.createSymbolicLink(folder.resolve("two/to-one"), folder.resolve("one"));
    Files.createSymbolicLink(folder.resolve("two/up"), folder);
    Files.createSymbolicLink(folder.resolve("self.md"), folder.resolve("self.md"));
    List<String> titles = new ArrayList<>();
    for (Entry entry : Library.of(folder, null, HeadingText::of).read().entries())
      titles.add(entry.title());
    assertEquals(1, titles.stream().filter("A"::equals).count(), titles.toString());
    assertEquals(1, titles.stream().filter("B"::equals).count(), titles.toString());
  }

  @Test
  void filesThatComeChangeAndGoWhileTheyAreRead() throws Exception {
    String[] texts = {"---\ntitle: One\n---\nx\n", "# Two\n", "---\n", "", "x".repeat(70_000)};
    AtomicBoolean done = new AtomicBoolean();
    Thread other =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; !done.get(); i++) {
                    Path file = folder.resolve("f" + i % 20 + ".md");
                    try {
                      if (i % 3 == 0) Files.deleteIfExists(file);
                      else Files.writeString(file, texts[i % texts.length]);
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }
                });
    write("stays.md", "# Stays\n");
    try {
      Library library = Library.of(folder, null, HeadingText::of);
      for (int round = 0; round < 200; round++) {
        Catalog catalog = library.read();
        assertTrue(catalog.entries().stream().anyMatch(e -> e.title().equals("Stays")));
        for (Entry entry : catalog.entries()) {
          try {
            PostFiles.readBody(entry.path());
          } catch (UnreadablePostException gone) {
            assertFalse(gone.getMessage().isBlank());
          }
        }
      }
    } finally {
      done.set(true);
      other.join();
    }
  }

  @Test
  void severalFoldersAreOne() throws IOException {
    write("blog/a.md", "# A\n");
    write("blog/inner/b.md", "# B\n");
    write("notes/c.md", "# C\n");
    List<Path> folders = new ArrayList<>();
    for (String name : List.of("blog", "notes", "blog/inner")) folders.add(folder.resolve(name));
    Library library = Library.of(folders, null, HeadingText::of);
    Catalog catalog = library.read();
    List<String> names = new ArrayList<>();
    for (Entry entry : catalog.entries()) names.add(entry.name());
    assertEquals(List.of("blog/a.md", "blog/inner/b.md", "notes/c.md"), names);
    assertEquals(catalog, library.reload(catalog));
    write("notes/d.md", "# D\n");
    assertEquals(4, library.reload(catalog).entries().size());
  }

  @Test
  void aFileAloneTakesInWhatItsLinksName() throws IOException {
    Path file = write("docs/a.md", "# A\n");
    write("docs/b.md", "# B\n");
    write("docs/c/index.md", "# C\n");
    write("docs/d.txt", "D\n");
    write("out.md", "# Out\n");
    Library library = Library.ofFile(file, folder.resolve("docs"), HeadingText::of);
    assertEquals(1, library.read().entries().size());
    assertEquals("B", library.addLinkedFile("b").title());
    assertEquals("B", library.addLinkedFile("b.html").title());
    assertEquals("C", library.addLinkedFile("c").title());
    for (String none : List.of("gone.md", "d.txt", "../out.md", "/etc/passwd", "", "."))
      assertEquals(null, library.addLinkedFile(none), none);
    assertEquals(3, library.read().entries().size());
  }

  @Test
  void fileSystemsOfOtherMachines() {
    assertTrue(FolderWatcher.isNetworkFileSystem("nfs4"));
    assertTrue(FolderWatcher.isNetworkFileSystem("fuse.sshfs"));
    assertFalse(FolderWatcher.isNetworkFileSystem("ext4"));
    assertFalse(FolderWatcher.isNetworkFileSystem("overlay"));
    assertFalse(FolderWatcher.isNetworkFileSystem(folder));
  }

  @Test
  void theBodyIsExact() {
    byte[] bytes = "\ufeff---\r\ntitle: T\r\n---\r\n\r\nx\ty \r\n".getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(
        "\r\nx\ty \r\n".getBytes(StandardCharsets.UTF_8), PostFiles.withoutFrontMatter(bytes));
  }

  @Test
  void aFileThatChangedIsReadAgainAndNoOther() throws IOException {
    write("a.md", "# One\n");
    write("b.md", "# Two\n");
    Library library = Library.of(folder, null, HeadingText::of);
    Catalog before = library.read();
    write("b.md", "# Three\n");
    Files.delete(folder.resolve("a.md"));
    write("c.md", "# New\n");
    assertEquals(
        List.of("Three", "New"),
        library.reload(before).entries().stream().map(Entry::title).toList());
  }

  @Test
  void theIndexIsLeftAloneWhileNothingChanges(@TempDir Path cache) throws IOException {
    for (int i = 0; i < 9; i++) write("p" + i + ".md", "---\ntitle: P\n---\n");
    write("broken.md", "---\ntitle: a: b\n---\n");
    Files.createSymbolicLink(folder.resolve("nowhere.md"), folder.resolve("none"));
    Library library = Library.of(folder, cache, HeadingText::of);
    Catalog first = library.reload(library.read());
    try (var files = Files.list(cache)) {
      Files.delete(files.findFirst().orElseThrow());
    }
    library.reload(first);
    assertEquals(0, cache.toFile().list().length);
    write("new.md", "---\ntitle: N\n---\n");
    library.reload(first);
    assertEquals(1, cache.toFile().list().length);
  }

  @Test
  void theIndexSaysWhatTheFilesSay(@TempDir Path cache) throws IOException {
    for (int i = 0; i < 400; i++) {
      Path file =
          write(
              "p" + i + ".md",
              "---\ntitle: Post " + i + "\ntags: [a, t" + i % 7 + "]\ndate: 2026-01-02\n---\nx\n");
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
    }
    Library library = Library.of(folder, cache, HeadingText::of);
    Catalog first = library.read();
    assertEquals(first, library.read());
    // bytes that are no UTF-8 in a name: the index could not find the file again
    Path odd = oddName();
    Library.of(folder, cache, HeadingText::of).read();
    assertEquals(odd != null, library.read().entries().stream().anyMatch(e -> isThere(e, odd)));
    if (odd != null) Files.delete(odd);
    Path index = Files.list(cache).findFirst().orElseThrow();
    Files.write(index, new byte[] {1, 2, 3});
    assertEquals(first, library.read());
    write("p7.md", "---\ntitle: Changed now\n---\n");
    assertTrue(library.read().entries().stream().anyMatch(e -> e.title().equals("Changed now")));
  }

  private static boolean isThere(Entry entry, Path odd) {
    return entry.title().equals("Odd") && entry.path().equals(odd) && Files.exists(entry.path());
  }

  private Path oddName() throws IOException {
    try {
      String script = "printf '# Odd\\n' > \"$(printf 'odd\\377.md')\"; touch -d @1700000000 odd*";
      new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (var names = Files.list(folder)) {
      return names.filter(n -> n.getFileName().toString().startsWith("odd")).findAny().orElse(null);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"b\nc.md", "-x.md", "a b.md", "😀.md", "\u001b[31m.md"})
  void oddNames(String name) throws IOException {
    write(name, "text\n");
    assertEquals(
        "text\n",
        assertInstanceOf(Post.class, only()).path().toFile().length() > 0 ? "text\n" : "");
  }

  @Test
  void queries() throws IOException {
    write("a.md", "---\ntitle: Été\ntags: [Ops, x]\ndate: 2026-01-01\n---\n");
    write("b.md", "---\ntitle: B\ntags: [ops]\ndate: 2026-02-01\n---\n");
    write("c.md", "---\ntitle: C\ndraft: true\n---\n");
    write("d.md", "---\ntitle: a: b\n---\n");
    Catalog catalog = Library.of(folder, null, HeadingText::of).read();
    assertEquals(List.of("b", "a", "d"), slugs(Query.ALL, catalog));
    assertEquals(List.of("b", "a", "c", "d"), slugs(Query.ALL.withDrafts(true), catalog));
    assertEquals(List.of("a"), slugs(Query.ALL.withText("ete OPS"), catalog));
    assertEquals(
        List.of("b"), slugs(Query.ALL.withTagArgument("OPS").withTagArgument("!x"), catalog));
    assertEquals(List.of("b", "a"), slugs(Query.ALL.withTagArgument("ops,nothing"), catalog));
    assertEquals(List.of("a", "b", "d"), slugs(Query.ALL.withReverse(true), catalog));
    assertEquals(List.of("b"), slugs(Query.ALL.withLimit(1), catalog));
    assertEquals("a", catalog.find("a").slug());
    assertEquals(List.of(), slugs(Query.ALL.withTagArgument("nothing"), catalog));
  }

  private static List<String> slugs(Query query, Catalog catalog) {
    return query.select(catalog).stream().map(Entry::slug).toList();
  }

  @Test
  void anyFrontMatterIsData() {
    Property.check(
        500,
        Gen::text,
        inside -> {
          for (String mark : new String[] {"---", "+++"}) {
            String text = mark + "\n" + inside + "\n" + mark + "\nbody\n";
            Entry entry =
                PostFiles.load("x.md", text.getBytes(StandardCharsets.UTF_8))
                    .entry(HeadingText::of);
            assertFalse(entry.title().isEmpty());
            PostFiles.parseBody(Path.of("x.md"), text.getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  @Test
  void anyBytesAreData() {
    byte[] frequent = "---\n+++\r: a[]{}=\"".getBytes(StandardCharsets.UTF_8);
    Property.check(
        500,
        random -> Gen.bytes(random, 200, frequent),
        bytes -> {
          PostFiles.load("x.md", bytes);
          PostFiles.parseBody(Path.of("x.md"), bytes);
          PostFiles.withoutFrontMatter(bytes);
        });
  }
}
