package lectern.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import lectern.home.Home;
import lectern.library.Library;
import lectern.library.PostFailure;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Source;
import lectern.session.Desk;
import lectern.theme.Theme;
import lectern.ui.Event;
import lectern.ui.Memory;

/**
 * The desk of a reader from afar: the folder that is served, and a memory if they have a key.
 * Nothing else exists.
 */
final class FarDesk implements Desk {
  private final Served served;
  private final Home home;
  private final Consumer<Throwable> failed;

  /** The folder that is served, as it is now. */
  static final class Served {
    final Library library;
    private final Set<Consumer<Event>> watchers = ConcurrentHashMap.newKeySet();
    private final boolean drafts;
    private Catalog whole;
    private volatile Catalog catalog;

    /**
     * @param drafts whether readers may know of drafts
     */
    Served(Library library, boolean drafts) {
      this.library = library;
      this.drafts = drafts;
      this.whole = library.read();
      this.catalog = shown(whole);
    }

    private Catalog shown(Catalog all) {
      return drafts ? all : all.published();
    }

    Catalog catalog() {
      return catalog;
    }

    /**
     * Replaces the catalog as a whole when something changed, and tells all who read.
     *
     * @return false when the folder is gone: then the posts of before stay in the list
     */
    synchronized boolean refresh() {
      if (!java.nio.file.Files.isDirectory(library.folder())) return false;
      whole = library.reread(whole);
      Catalog now = shown(whole);
      if (now.equals(catalog)) return true;
      catalog = now;
      RuntimeException trouble = null;
      for (Consumer<Event> watcher : watchers) {
        try {
          watcher.accept(new Event.Loaded(now, false));
        } catch (RuntimeException e) {
          trouble = e; // one reader's; the others are told all the same
        }
      }
      if (trouble != null) throw trouble;
      return true;
    }
  }

  /**
   * @param home null: nothing is kept @param failed told of what went wrong inside
   */
  FarDesk(Served served, Home home, Consumer<Throwable> failed) {
    this.served = served;
    this.home = home;
    this.failed = failed;
  }

  @Override
  public Source open(Entry entry) throws IOException {
    try {
      return Library.source(entry.path(), Library.raw(inside(entry.path())));
    } catch (PostFailure e) {
      throw new IOException(entry.name() + " cannot be shown: " + e.getMessage());
    }
  }

  /** A link may have been put in the file's place since the folder was read. */
  private Path inside(Path file) throws IOException {
    Path real = file.toRealPath();
    if (!real.startsWith(served.library.folder().toRealPath()))
      throw new IOException("that file is not in the folder that is served");
    return real;
  }

  @Override
  public Catalog reread() {
    return served.catalog();
  }

  @Override
  public void save(Memory memory) throws IOException {
    if (home != null) home.save(memory);
  }

  @Override
  public Theme.Read theme(String name) {
    return new Theme.Read(Theme.of(name), List.of());
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
  public Runnable watch(Consumer<Event> to) {
    served.watchers.add(to);
    return () -> served.watchers.remove(to);
  }

  @Override
  public void stop() {}

  @Override
  public long now() {
    return System.currentTimeMillis();
  }

  @Override
  public String log(Throwable error) {
    failed.accept(error);
    return "";
  }
}
