package lectern.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import lectern.library.PostFiles;
import lectern.library.UnreadablePostException;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.PostBody;
import lectern.session.Backend;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.ReaderHistory;
import lectern.userdata.UserFiles;
import org.jspecify.annotations.Nullable;

/** Backend of a reader over SSH: the served posts, and kept positions for readers with a key. */
final class RemoteBackend implements Backend {
  private final LiveCatalog liveCatalog;
  private final @Nullable UserFiles userFiles;
  private final Consumer<Throwable> errors;

  /**
   * @param userFiles none to keep nothing
   * @param errors gets what went wrong inside
   */
  RemoteBackend(
      LiveCatalog liveCatalog, @Nullable UserFiles userFiles, Consumer<Throwable> errors) {
    this.liveCatalog = liveCatalog;
    this.userFiles = userFiles;
    this.errors = errors;
  }

  @Override
  public PostBody readBody(Entry entry) throws IOException {
    try {
      return PostFiles.parseBody(
          entry.path(), PostFiles.readBytes(liveCatalog.resolveInside(entry.path())));
    } catch (UnreadablePostException e) {
      throw new IOException(entry.name() + " cannot be shown: " + e.getMessage());
    }
  }

  @Override
  public Catalog catalog() {
    return liveCatalog.catalog();
  }

  @Override
  public Catalog reload() {
    return catalog();
  }

  @Override
  public void save(ReaderHistory history) throws IOException {
    if (userFiles != null) userFiles.saveHistory(history);
  }

  @Override
  public Theme.Loaded loadTheme(String name) {
    return new Theme.Loaded(Theme.of(name), List.of());
  }

  @Override
  public String edit(Path file, int line) throws IOException {
    throw new IOException("Nothing can be edited from afar");
  }

  @Override
  public void browse(String address) throws IOException {
    throw new IOException("No browser is opened from afar");
  }

  @Override
  public Runnable watch(Consumer<Event> subscriber) {
    return liveCatalog.subscribe(subscriber);
  }

  @Override
  public void suspend() {}

  @Override
  public long now() {
    return System.currentTimeMillis();
  }

  @Override
  public String logError(Throwable error) {
    errors.accept(error);
    return "";
  }
}
