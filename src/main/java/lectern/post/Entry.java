package lectern.post;

import java.nio.file.Path;
import java.util.List;

/**
 * A file in the folder of posts: one that reads, or one that is broken and says why. Neither is
 * ever dropped.
 */
public sealed interface Entry permits Post, BrokenPost {
  /** The file, as it can be opened. */
  Path path();

  /** Path below the folder with {@code /} between names; what people and links call the file. */
  String name();

  /** Short name, unique in most folders; see {@link Catalog#bySlug}. */
  String slug();

  /** What stands in a list: never empty. */
  String title();

  /** Whether it says of itself that it is not for others yet. */
  boolean draft();

  List<Diagnostic> diagnostics();

  /** The same under another name. */
  Entry withName(String name);
}
