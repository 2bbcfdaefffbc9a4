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

/** The folder, or folders, that others read from afar, as they are now. */
public final class LiveCatalog {
  private final Library library;
  private final Set<Consumer<Event>> subscribers = ConcurrentHashMap.newKeySet();
  private final String title;
  private final boolean includesDrafts;
  private Catalog fullCatalog;
  private volatile Catalog catalog;
  private volatile boolean available = true;

  /**
   * @param library of which no link leads out
   * @param name what the place is called; null: as its folder
   * @param drafts whether readers may know of drafts
   */
  public LiveCatalog(Library library, String name, boolean drafts) {
    this.library = library;
    this.title = name;
    this.includesDrafts = drafts;
    this.fullCatalog = library.read();
    this.catalog = publicView(fullCatalog);
  }

  /** What is wrong with the folder itself is its owner's to know. */
  private Catalog publicView(Catalog all) {
    List<Entry> entries = (includesDrafts ? all : all.published()).entries();
    return new Catalog(title == null ? all.name() : title, entries, List.of());
  }

  public Catalog catalog() {
    return catalog;
  }

  /** Whether readers may ask for drafts. */
  public boolean includesDrafts() {
    return includesDrafts;
  }

  /** The folder that paths are named from. */
  public Path folder() {
    return library.folder();
  }

  /** Whether the posts could be read the last time that was tried. */
  public boolean isAvailable() {
    return available;
  }

  /**
   * Where a file really is. A link may have been put in its place since the folder was read.
   *
   * @throws IOException a sentence: it is not there any more, or not in what is served
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
   * Replaces the catalog as a whole when something changed, and tells all who read.
   *
   * @return false when a folder is gone or may not be read: then the posts of before stay in the
   *     list
   */
  public synchronized boolean refresh() {
    available = isReadable();
    if (!available) return false;
    fullCatalog = library.reload(fullCatalog);
    Catalog now = publicView(fullCatalog);
    if (now.equals(catalog)) return true;
    catalog = now;
    RuntimeException trouble = null;
    for (Consumer<Event> watcher : subscribers) {
      try {
        watcher.accept(new Event.CatalogLoaded(now, false));
      } catch (RuntimeException e) {
        trouble = e; // one reader's; the others are told all the same
      }
    }
    if (trouble != null) throw trouble;
    return true;
  }

  private boolean isReadable() {
    for (Path folder : library.folders())
      if (!Files.isDirectory(folder) || !Files.isReadable(folder) || !Files.isExecutable(folder))
        return false;
    return true;
  }

  /** Tells of every change, until what is returned is run. */
  Runnable subscribe(Consumer<Event> to) {
    subscribers.add(to);
    return () -> subscribers.remove(to);
  }
}
