package lectern.ui;

import java.util.function.Supplier;
import lectern.links.LinkResolver;
import lectern.markdown.NoteFinder;
import lectern.post.Entry;
import org.jspecify.annotations.Nullable;

/** Finds notes among the posts of a folder, which is read when the first is asked for. */
final class FolderNotes implements NoteFinder {
  private final Entry from;
  private final Supplier<LinkResolver> links;
  private @Nullable LinkResolver resolver;

  /**
   * @param from the post whose links are followed
   */
  FolderNotes(Entry from, Supplier<LinkResolver> links) {
    this.from = from;
    this.links = links;
  }

  @Override
  public @Nullable String findNote(String name) {
    return resolver().findNote(from, name);
  }

  @Override
  public @Nullable String findFile(String name) {
    return resolver().findFile(from, name);
  }

  private LinkResolver resolver() {
    LinkResolver known = resolver;
    return known != null ? known : (resolver = links.get());
  }
}
