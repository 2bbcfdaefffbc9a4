package lectern.post;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file whose front matter cannot be parsed as a whole, or that cannot be read at all.
 *
 * @param post what could be read of it; at least one diagnostic, of which the first is the reason
 * @param readable whether its text can be shown (broken front matter) or not (no permission, too
 *     large)
 */
public record BrokenPost(Post post, boolean readable) implements Entry {
  /**
   * A file of which nothing but its place is known.
   *
   * @param draft whether it lies in a folder of drafts
   * @param size bytes, 0 when unknown
   * @param modified time stamp of the file, milliseconds since 1970, 0 when unknown
   * @param diagnostics at least one; the first is the reason
   */
  public static BrokenPost of(
      Path path,
      String name,
      String slug,
      boolean readable,
      boolean draft,
      long size,
      long modified,
      List<Diagnostic> diagnostics) {
    Post post =
        new Post(
            path,
            name,
            slug,
            List.of(),
            name,
            "",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            draft,
            Double.POSITIVE_INFINITY,
            1,
            size,
            modified,
            diagnostics);
    return new BrokenPost(post, readable);
  }

  @Override
  public Path path() {
    return post.path();
  }

  @Override
  public String name() {
    return post.name();
  }

  @Override
  public String slug() {
    return post.slug();
  }

  /** As its author wrote it where that can be read; else the file's name. */
  @Override
  public String title() {
    return post.title();
  }

  @Override
  public boolean draft() {
    return post.draft();
  }

  @Override
  public long size() {
    return post.size();
  }

  @Override
  public long modified() {
    return post.modified();
  }

  @Override
  public int readingMinutes() {
    return post.readingMinutes();
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return post.diagnostics();
  }

  @Override
  public BrokenPost withName(String name) {
    Post renamed = post.withName(name);
    return new BrokenPost(title().equals(name()) ? renamed.withTitle(name) : renamed, readable);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }

  public Diagnostic reason() {
    return diagnostics().getFirst();
  }
}
