package lectern.post;

import java.nio.file.Path;
import java.util.List;

/**
 * A file whose front matter cannot be parsed, or that cannot be read at all.
 *
 * @param path the file
 * @param name path below the folder, {@code /} between names
 * @param slug made of the name
 * @param readable whether its text can be shown (broken front matter) or not (no permission, too
 *     large)
 * @param draft whether what could be read of it says so, or it lies in a folder of drafts
 * @param size bytes, 0 when unknown
 * @param modified time stamp of the file, milliseconds since 1970, 0 when unknown
 * @param diagnostics at least one; the first is the reason
 */
public record BrokenPost(
    Path path,
    String name,
    String slug,
    boolean readable,
    boolean draft,
    long size,
    long modified,
    List<Diagnostic> diagnostics)
    implements Entry {
  /** The file's name. */
  @Override
  public String title() {
    return name;
  }

  @Override
  public int readingMinutes() {
    return 1;
  }

  @Override
  public BrokenPost withName(String name) {
    return new BrokenPost(path, name, slug, readable, draft, size, modified, diagnostics);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }

  public Diagnostic reason() {
    return diagnostics.getFirst();
  }
}
