package lectern.post;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that is there but whose front matter cannot be read, or that cannot be read at all.
 *
 * @param path the file
 * @param name path below the folder, {@code /} between names
 * @param slug made of the name
 * @param readable whether its text can still be shown (broken front matter), or nothing can (no
 *     permission, too large)
 * @param draft whether it says so in what could be read of it, or lies where drafts do
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
  /** Its file's name stands in for the title. */
  @Override
  public String title() {
    return name;
  }

  @Override
  public BrokenPost withName(String name) {
    return new BrokenPost(path, name, slug, readable, draft, size, modified, diagnostics);
  }

  public Diagnostic reason() {
    return diagnostics.getFirst();
  }
}
