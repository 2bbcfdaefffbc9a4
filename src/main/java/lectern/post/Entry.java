package lectern.post;

import java.nio.file.Path;
import java.util.List;

/**
 * A file in the folder of posts: one that could be read, or one that is broken and says why.
 * Neither is ever dropped.
 */
public sealed interface Entry permits Post, BrokenPost {
  /** The file, as it can be opened. */
  Path path();

  /** Path below the folder with {@code /} between names; what people and links call the file. */
  String name();

  /** Short name, unique in most folders; see {@link Catalog#find}. */
  String slug();

  /** What lists show; never empty. */
  String title();

  /** Whether its author declares it not published yet. */
  boolean draft();

  /** Bytes of the file; 0 when unknown. */
  long size();

  /** Time stamp of the file, milliseconds since 1970; 0 when unknown. */
  long modified();

  /** How long it takes to read, in minutes; at least 1. */
  int readingMinutes();

  List<Diagnostic> diagnostics();

  /** What is known of it: of a broken post what could be read. */
  Post post();

  /** What a reader's history knows it by. */
  default String key() {
    return path().toString();
  }

  /** The same under another name. */
  Entry withName(String name);

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of entry. */
  interface Visitor<R> {
    R visit(Post post);

    R visit(BrokenPost broken);
  }
}
