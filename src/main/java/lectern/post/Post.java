package lectern.post;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A post without its body, which stays on disk until the post is opened: ten thousand posts are ten
 * thousand small records.
 *
 * @param path the file
 * @param name path below the folder, {@code /} between names
 * @param slug from the front matter, else made of the name
 * @param permalinks addresses on its site that the front matter gives it, or says it had
 * @param title from the front matter, else the first heading, else made of the name; never empty
 * @param description empty for none
 * @param date of publication
 * @param updated last change as its author declares it
 * @param tags as written, in order, without repeats
 * @param authors as written
 * @param draft shown only on request
 * @param weight its place among the undated posts of its folder, the smallest first; infinite for
 *     none
 * @param readingMinutes estimated from its size; at least 1
 * @param size bytes of the file
 * @param modified time stamp of the file, milliseconds since 1970
 * @param diagnostics what is wrong with it although it could be read
 */
public record Post(
    Path path,
    String name,
    String slug,
    List<String> permalinks,
    String title,
    String description,
    Optional<PostDate> date,
    Optional<PostDate> updated,
    List<Tag> tags,
    List<String> authors,
    boolean draft,
    double weight,
    int readingMinutes,
    long size,
    long modified,
    List<Diagnostic> diagnostics)
    implements Entry {
  @Override
  public Post post() {
    return this;
  }

  @Override
  public Post withName(String name) {
    return with(name, title);
  }

  Post withTitle(String title) {
    return with(name, title);
  }

  private Post with(String name, String title) {
    return new Post(
        path,
        name,
        slug,
        permalinks,
        title,
        description,
        date,
        updated,
        tags,
        authors,
        draft,
        weight,
        readingMinutes,
        size,
        modified,
        diagnostics);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
