package lectern.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import lectern.library.Library;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.ui.Event;
import org.jspecify.annotations.Nullable;

/** The served posts, read again when their folders change. */
public final class LiveCatalog {
  private final Library library;
  private final Set<Consumer<Event>> subscribers = ConcurrentHashMap.newKeySet();
  private final @Nullable String title;
  private final boolean includesDrafts;
  private Catalog fullCatalog;
  private volatile Catalog catalog;
  private volatile boolean available = true;

  /**
   * @param library confined to its folders
   * @param title of the catalog; none for the name of the folder
   * @param includesDrafts whether readers may see drafts
   */
  public LiveCatalog(Library library, @Nullable String title, boolean includesDrafts) {
    this.library = library;
    this.title = title;
    this.includesDrafts = includesDrafts;
    this.fullCatalog = library.read();
    this.catalog = publicView(fullCatalog);
  }

  /** The catalog without folder diagnostics, which concern only its owner. */
  private Catalog publicView(Catalog full) {
    List<Entry> entries = (includesDrafts ? full : full.published()).entries();
    return new Catalog(title == null ? full.name() : title, entries, List.of());
  }

  /** What readers see now. */
  public Catalog catalog() {
    return catalog;
  }

  /** Whether readers may ask for drafts. */
  public boolean includesDrafts() {
    return includesDrafts;
  }

  /** The folder that names of posts are relative to. */
  public Path folder() {
    return library.folder();
  }

  /** Whether the last {@link #refresh} could read the posts. */
  public boolean isAvailable() {
    return available;
  }

  /**
   * The real path of a file, which may have become a link since the folder was read.
   *
   * @throws IOException a sentence, when it does not exist or leads out of the served folders
   */
  public Path resolveInside(Path file) throws IOException {
    Path real;
    try {
      real = file.toRealPath();
    } catch (IOException e) {
      throw new IOException("is not there any more", e);
    }
    for (Path folder : library.folders()) if (real.startsWith(folder.toRealPath())) return real;
    throw new IOException("is not in the folder that is served");
  }

  /**
   * Reads the posts again; when they have changed, replaces the catalog and tells subscribers.
   *
   * @return false when a folder cannot be read; then the catalog stays as it is
   */
  public synchronized boolean refresh() {
    available = isReadable();
    if (!available) return false;
    fullCatalog = library.reload(fullCatalog);
    Catalog now = publicView(fullCatalog);
    if (now.equals(catalog)) return true;
    catalog = now;
    RuntimeException failure = null;
    for (Consumer<Event> subscriber : subscribers) {
      try {
        subscriber.accept(new Event.CatalogLoaded(now, false));
      } catch (RuntimeException e) {
        failure = e; // one subscriber failed; notify the others
      }
    }
    if (failure != null) throw failure;
    return true;
  }

  private boolean isReadable() {
    for (Path folder : library.folders())
      if (!Files.isDirectory(folder) || !Files.isReadable(folder) || !Files.isExecutable(folder))
        return false;
    return true;
  }

  /**
   * Sends each new catalog to a subscriber.
   *
   * @return ends the subscription
   */
  Runnable subscribe(Consumer<Event> subscriber) {
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }
}
