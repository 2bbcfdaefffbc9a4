package lectern.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.post.Catalog;
import lectern.post.Diagnostic;
import lectern.post.Entry;

/** All posts below a folder. */
final class FolderLibrary extends Library {
  private final Path folder;
  private final Path cache;
  private final boolean confined;

  FolderLibrary(Path folder, Path cache, boolean inside) {
    this.folder = folder;
    this.cache = cache;
    this.confined = inside;
  }

  @Override
  public Library confinedToFolder() {
    return new FolderLibrary(folder, cache, true);
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Catalog read() {
    return scan(CatalogCache.read(cache, folder));
  }

  @Override
  public Catalog reload(Catalog before) {
    return scan(CatalogCache.of(before));
  }

  private Catalog scan(CatalogCache known) {
    List<Diagnostic> problems = new ArrayList<>();
    List<FileWalker.FoundFile> files = new FileWalker(folder, confined, problems).findFiles();
    Entry[] entries = new ParallelScan(files, known).readEntries();
    Catalog catalog = new Catalog(folderName(folder), List.of(entries), problems);
    if (cache != null) known.save(cache, folder, catalog);
    return catalog;
  }

  @Override
  public AutoCloseable watch(Runnable changed, Runnable lost) throws IOException {
    return FolderWatcher.start(
        folder,
        () -> new FileWalker(folder, confined, new ArrayList<>()).findFolders(),
        changed,
        lost);
  }
}
