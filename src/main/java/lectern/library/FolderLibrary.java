package lectern.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.post.Catalog;
import lectern.post.Diagnostic;
import lectern.post.Entry;
import org.jspecify.annotations.Nullable;

/** All posts below a folder. */
final class FolderLibrary implements Library {
  private final Path folder;
  private final @Nullable Path cache;
  private final boolean confined;
  private final EntryParser parser;

  /**
   * @param cache none: no index is kept
   * @param confined whether symbolic links that lead out of the folder are left out
   */
  FolderLibrary(Path folder, @Nullable Path cache, boolean confined, EntryParser parser) {
    this.folder = folder;
    this.cache = cache;
    this.confined = confined;
    this.parser = parser;
  }

  @Override
  public Library confinedToFolder() {
    return new FolderLibrary(folder, cache, true, parser);
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
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<FileWalker.FoundFile> files = new FileWalker(folder, confined, diagnostics).findFiles();
    Entry[] entries = new ParallelScan(files, known, parser).readEntries();
    Catalog catalog = new Catalog(displayName(), List.of(entries), diagnostics);
    if (cache != null) known.save(cache, folder, catalog);
    return catalog;
  }

  private String displayName() {
    Path last = folder.getFileName();
    return last == null ? folder.toString() : PostParser.toDisplayText(last.toString());
  }

  @Override
  public AutoCloseable watch(Runnable onChange, Runnable onLost) throws IOException {
    return FolderWatcher.start(
        folder,
        () -> new FileWalker(folder, confined, new ArrayList<>()).findFolders(),
        onChange,
        onLost);
  }
}
