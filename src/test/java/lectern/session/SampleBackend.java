package lectern.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.post.PostBody;
import lectern.post.PostDate;
import lectern.post.Tag;
import lectern.theme.Theme;
import lectern.ui.ReaderHistory;

/**
 * A desk over a folder of sample posts whose front matter is one line a field, and over nothing
 * else.
 */
final class SampleBackend implements Backend {
  private final Path folder;
  ReaderHistory saved = ReaderHistory.EMPTY;
  final List<String> edited = new ArrayList<>();

  SampleBackend(Path folder) {
    this.folder = folder;
  }

  @Override
  public Catalog catalog() {
    return reload();
  }

  @Override
  public Catalog reload() {
    List<Entry> entries = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*.md")) {
      for (Path file : files) entries.add(entry(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    entries.sort((a, b) -> a.name().compareTo(b.name()));
    entries.add(broken());
    return new Catalog("posts", List.copyOf(entries), List.of());
  }

  private BrokenPost broken() {
    Path path = folder.resolve("notes/half-written.md");
    Diagnostic problem = new Diagnostic(path, 4, 8, "mapping values are not allowed here");
    return BrokenPost.of(
        path, "notes/half-written.md", "half-written", false, false, 0, 0, List.of(problem));
  }

  private Entry entry(Path file) throws IOException {
    String head = Files.readString(file).split("---\n")[1];
    String name = file.getFileName().toString();
    List<Tag> tags = new ArrayList<>();
    for (String tag : field(head, "tags").replace("[", "").replace("]", "").split(", "))
      tags.add(Tag.of(tag));
    LocalDate day = LocalDate.parse(field(head, "date"));
    return new Post(
        Path.of("/posts").resolve(name),
        name,
        name.replace(".md", ""),
        List.of(),
        field(head, "title"),
        field(head, "description"),
        Optional.of(new PostDate(day, day.toEpochDay() * 86_400_000L)),
        Optional.empty(),
        tags,
        List.of(),
        field(head, "draft").equals("true"),
        Double.POSITIVE_INFINITY,
        4,
        Files.size(file),
        1,
        List.of());
  }

  private static String field(String head, String name) {
    for (String line : head.split("\n"))
      if (line.startsWith(name + ": ")) return line.substring(name.length() + 2);
    return "";
  }

  @Override
  public PostBody readBody(Entry entry) throws IOException {
    if (entry instanceof BrokenPost)
      throw new IOException(entry.name() + " cannot be read: it is half-written");
    String text = Files.readString(folder.resolve(entry.name()));
    String head = text.split("---\n")[1];
    int start = head.length() + 8;
    return new PostBody(
        text.substring(start), text.substring(0, start).split("\n", -1).length, List.of());
  }

  @Override
  public void save(ReaderHistory memory) {
    saved = memory;
  }

  @Override
  public Theme.Loaded loadTheme(String name) {
    return new Theme.Loaded(Theme.of(name), List.of());
  }

  @Override
  public String edit(Path file, int line) {
    edited.add(file.getFileName() + ":" + line);
    return "";
  }

  @Override
  public void browse(String address) {}

  @Override
  public void suspend() {}

  @Override
  public long now() {
    return 20_000L * 86_400_000L;
  }

  @Override
  public String logError(Throwable error) {
    throw new AssertionError(error);
  }
}
